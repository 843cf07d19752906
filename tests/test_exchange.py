"""What people did travels from one corpus to another as it is, and two people's work is merged whole."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewcli.changes import Stamp
from reviewcli.checking import check
from reviewcli.corpus import Corpus, create_corpus, open_corpus
from reviewcli.exchange.collecting import facts_of
from reviewcli.exchange.loading import load
from reviewcli.exchange.reading import read_dump
from reviewcli.exchange.report import Report
from reviewcli.views.door import json_text
from tests.conftest import ADA, source
from tests.test_undoing import DOINGS, GOINGS_BACK, TEXTS, do, state

EXAMPLES = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
LATER = "2026-02-02T03:04:05.678+00:00"
WORK = DOINGS.filter(lambda doing: doing[0] != "import")


@contextmanager
def fresh(*, other_numbers: bool = False, suffix: str = ".db") -> Iterator[Corpus]:
    """A corpus with the same two sources, under other numbers when asked for."""
    names = ["b.txt", "a.txt"] if other_numbers else ["a.txt", "b.txt"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"corpus{suffix}"
        create_corpus(path)
        with open_corpus(path) as corpus:
            for name in names:
                corpus.add_sources([source(*TEXTS[: 5 if name == "a.txt" else 3], name=name)], ADA)
            yield corpus


def dump(corpus: Corpus) -> str:
    return "".join(json_text(fact) + "\n" for fact in facts_of(corpus.database, corpus.history()))


def take_in(corpus: Corpus, text: str, **options: Any) -> Report:
    return load(corpus.database, corpus.history(), read_dump(text.encode(), "work.jsonl"), ADA, **options)


def wrong(corpus: Corpus) -> list[str]:
    return [one.what for one in check(corpus.database, corpus.path)]


def facts(text: str, kind: str) -> list[Any]:
    return [fact for line in text.splitlines() if kind in (fact := json.loads(line))]


def stamp(who: str, time: str = ADA.time) -> Stamp:
    return Stamp(who, time, f"reviewcli tag --as {who}")


@EXAMPLES
@given(st.lists(WORK | GOINGS_BACK, min_size=1, max_size=12), st.sampled_from([".db", ".json"]))
def test_a_dump_loaded_into_a_fresh_import_is_the_same_dump_again(doings: Sequence[Any], suffix: str) -> None:
    with fresh() as worked_on, fresh(other_numbers=True, suffix=suffix) as other:
        for doing in doings:
            do(worked_on, doing)
        written = dump(worked_on)
        before = state(other)

        report = take_in(other, written)

        assert (report.conflicts, report.missing) == ([], [])
        assert dump(other) == written
        assert wrong(other) == []
        after = state(other)
        assert not take_in(other, written).written
        assert not take_in(worked_on, dump(other)).written
        assert state(other) == after
        if report.written:
            other.undo(None, ADA)
            assert state(other) == before
            other.redo(None, ADA)
            assert state(other) == after


@EXAMPLES
@given(
    st.lists(WORK | GOINGS_BACK, min_size=1, max_size=8), st.lists(WORK | GOINGS_BACK, min_size=1, max_size=8)
)
def test_loading_over_other_work_takes_nothing_away_unsaid(
    ours: Sequence[Any], theirs: Sequence[Any]
) -> None:
    with fresh() as one, fresh(other_numbers=True) as other:
        for corpus, doings in ((one, ours), (other, theirs)):
            for doing in doings:
                do(corpus, doing)
        written, before = dump(one), state(other)

        report = take_in(other, written)

        loadable = len(facts(written, "boundary")) + len(facts(written, "annotation"))
        told = sum((report.new + report.known)[kind] for kind in ("boundary", "annotation"))
        lines = [remark.line for remark in (*report.dated, *report.conflicts, *report.missing)]
        notes = [number for number, line in enumerate(written.splitlines(), 1) if '"note":' in line]
        assert told + len([line for line in lines if line not in notes]) == loadable
        assert wrong(other) == []
        again = take_in(other, written)
        assert not again.written
        if report.written:
            other.undo(None, ADA)
            assert state(other) == before


def test_what_each_of_two_people_gave_is_there_after_a_merge() -> None:
    with fresh() as adas, fresh(other_numbers=True) as bens:
        adas.tag([1, 2], "positive", stamp("ada"))
        adas.tag([3], "funny", stamp("ada"), new=True)
        bens.tag([4, 5], "critical", stamp("ben"))
        both = {json.dumps(fact) for text in (dump(adas), dump(bens)) for fact in facts(text, "annotation")}

        adas_dump = dump(adas)
        take_in(adas, dump(bens))
        take_in(bens, adas_dump)

        for corpus in (adas, bens):
            assert {json.dumps(fact) for fact in facts(dump(corpus), "annotation")} == both
        assert dump(adas) == dump(bens)
        assert len(both) == 5


def test_of_two_labels_by_one_person_the_later_stays_and_the_earlier_is_in_the_history() -> None:
    with fresh() as old, fresh() as new:
        old.tag([1], "critical", stamp("ada"))
        new.tag([1], "positive", stamp("ada", LATER))
        early, late = dump(old), dump(new)

        into_old, into_new = take_in(old, late), take_in(new, early)

        for corpus, report in ((old, into_old), (new, into_new)):
            assert corpus.get([1])[0].labels == ("positive",)
            assert "positive, given later" in report.dated[0].what
            said = [value for line in facts(dump(corpus), "history") for value in line["history"]["values"]]
            assert {value["new"] for value in said} == {"critical", "positive"}
        assert dump(old) == dump(new)


def test_an_earlier_label_without_a_history_gets_a_line_of_its_own() -> None:
    with fresh() as old, fresh() as new:
        old.tag([1], "critical", stamp("ada"))
        new.tag([1], "positive", stamp("ada", LATER))
        bare = "".join(line for line in dump(old).splitlines(keepends=True) if '"history":' not in line)

        take_in(new, bare)

        (line,) = [one["history"] for one in facts(dump(new), "history") if not one["history"]["command"]]
        assert line["did"] == "gave the label critical, and later another"
        assert (line["annotator"], line["time"], line["number"]) == ("ada", ADA.time, 0)
        assert not take_in(new, bare).written


def test_decisions_that_conflict_are_named_and_not_applied() -> None:
    with fresh() as one, fresh() as other:
        one.merge([1, 2], ADA)
        other.confirm(1, 2, ADA)
        before = state(other)

        report = take_in(other, dump(one))

        (remark,) = report.conflicts
        assert (
            remark.what == "no boundary before “Bad and late.”: it was decided otherwise here, and stays so"
        )
        assert report.missing == []
        assert state(other)["reviews"] == before["reviews"]


def test_reviews_are_not_joined_over_labels_that_clash() -> None:
    with fresh() as one, fresh() as other:
        one.merge([1, 2], ADA)
        other.tag([1], "positive", stamp("ben"))
        other.tag([2], "critical", stamp("ben"))

        report = take_in(other, dump(one))

        assert "ben gave review 1 the label positive and review 2 critical" in report.conflicts[0].what
        assert report.new["boundary"] == 0
        assert other.get([1])[0].text == "Good."


def test_what_is_about_no_review_here_is_named_by_line() -> None:
    with fresh() as one, fresh() as other:
        one.tag([2], "mixed", stamp("ada"))
        other.merge([1, 2], ADA)

        report = take_in(other, dump(one))

        (remark,) = report.missing
        assert remark.what == "ada: mixed on “Bad and late.” of a.txt"
        assert dump(one).splitlines()[remark.line - 1].startswith('{"annotation"')


def test_labels_move_with_the_reviews_that_a_load_joins() -> None:
    with fresh() as one, fresh() as other:
        one.merge([1, 2], ADA)
        one.tag([1], "mixed", stamp("ada"))
        other.tag([2], "critical", stamp("ben"))
        other.tag([1, 2], "funny", stamp("cem"), new=True)

        take_in(other, dump(one))

        review = other.get([1])[0]
        assert sorted((given.annotator, given.label) for given in review.annotations) == [
            ("ada", "mixed"),
            ("ben", "critical"),
            ("cem", "funny"),
        ]
        assert wrong(other) == []


def test_a_label_of_another_group_here_is_a_conflict() -> None:
    with fresh() as one, fresh() as other:
        one.tag([1], "funny", stamp("ada"), new=True)
        other.tag([1], "funny", stamp("ben"), new=True)
        written = dump(one).replace('"group": ""', '"group": "tone"')

        report = take_in(other, written)

        assert [remark.what for remark in report.conflicts] == [
            "the label funny: the scheme here has funny, of no group",
            "ada: funny on “Good.” of a.txt: that label is of another group here, or of none",
        ]


def test_fields_that_are_not_known_travel_too() -> None:
    with fresh() as one, fresh() as other:
        one.tag([1], "mixed", stamp("ada"))
        written = dump(one).replace(
            '"annotator": "ada", "group"', '"annotator": "ada", "because": [1], "group"'
        )

        take_in(other, written)

        assert other.database.table("annotations").get(doc_id=1)["because"] == [1]  # type: ignore[index]  # it is one document
        assert dump(other) == written


@pytest.mark.parametrize("suffix", [".db", ".json"])
def test_a_preview_writes_nothing(suffix: str) -> None:
    with fresh() as one, fresh(suffix=suffix) as other:
        one.split(3, [1], ADA) if "\n" in one.get([3])[0].text else one.merge([1, 2], ADA)
        before = state(other)

        report = take_in(other, dump(one), dry_run=True)

        assert report.new["boundary"] == 1
        assert state(other) == before
