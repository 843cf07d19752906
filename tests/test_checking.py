"""A corpus is checked in every part, and what follows from the rest is rebuilt."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb.operations import delete

from reviewcli import saving
from reviewcli.checking import check, repair
from reviewcli.corpus import Corpus, create_corpus, open_corpus
from reviewcli.opening import STATE_ID
from reviewcli.saving import keep_aside
from reviewcli.store.holder import Holder, holder_of
from tests.conftest import ADA, MakeCorpus, Run, source
from tests.test_undoing import DOINGS, GOINGS_BACK, do


def wrong(corpus: Corpus) -> list[str]:
    return [one.what for one in check(corpus.database, corpus.path)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(DOINGS | GOINGS_BACK, max_size=12))
def test_whatever_is_done_and_undone_leaves_a_corpus_in_which_all_is_well(doings: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        create_corpus(Path(folder) / "corpus.db")
        with open_corpus(Path(folder) / "corpus.db") as corpus:
            for doing in [("import", "a.txt", 5), *doings]:
                do(corpus, doing)

            assert wrong(corpus) == []


@pytest.fixture
def worked_on(make_corpus: MakeCorpus) -> Corpus:
    corpus = make_corpus("Good.", "Bad.", "Fine.")
    corpus.tag([1, 2], "positive", ADA)
    corpus.merge([2, 3], ADA)
    corpus.add_sources([source("More.", name="b.txt")], ADA)
    corpus.undo(None, ADA)
    assert wrong(corpus) == []
    return corpus


@pytest.mark.parametrize(
    ("table", "doc_id", "fields", "said"),
    [
        ("reviews", 1, {"text": "Other."}, "Review 1 has another text, or another key, than"),
        ("reviews", 1, {"text": "Gold."}, "Review 1 has another text, or another key, than"),
        ("reviews", 1, {"text": "Good. "}, "Review 1 is not as long as its place in the source."),
        ("reviews", 1, {"key": "0" * 20}, "Review 1 has another text, or another key, than"),
        ("reviews", 1, {"origin": {"source": 1, "start": 1, "end": 5}}, "Review 1 is not as long as its"),
        (
            "reviews",
            1,
            {"origin": {"source": 1, "start": 0, "end": 5, "lines": [[0, 4]]}},
            "Review 1 is not as long as its",
        ),
        ("reviews", 1, {"number": 7}, "Review 1 says that its number is 7."),
        ("reviews", 1, {"before": 5}, "Review 1 is damaged."),
        ("reviews", 1, {"origin": {"source": 9, "start": 0, "end": 5}}, "Review 1 comes from a source"),
        ("reviews", 2, {"text": "Other."}, "Change 3 left number 2 of reviews other than it is."),
        ("annotations", 1, {"label": "odd"}, "Annotation 1 has the label odd, which is not in the scheme."),
        ("annotations", 1, {"review": 9}, "Annotation 1 (positive) is about review 9, which is not there."),
        ("annotations", 1, {"review": 2}, "Annotation 2 is a second sentiment by ada of review 2."),
        ("annotations", 1, {"group": None, "label": None, "time": 3}, "Change 2 left number 1"),
        ("retired", 3, {"into": 3}, "What became of review 3 is not said."),
        ("retired", 3, {"into": 9}, "Review 3 is said to be part of review 9, which is not there."),
        ("changes", 3, {"edits": [{"op": "odd"}]}, "Change 3 in the history of"),
        ("changes", 4, {"edits": []}, "The line of change 4 does not say what the change did."),
        ("history", 2, {"about": [[9, 9]]}, "The line of change 2 does not say what the change did."),
        ("meta", STATE_ID, {"next_reviews": 4}, "The next of reviews would be 4, but there is 4."),
        ("meta", STATE_ID, {"next_changes": 5}, "The next of changes would be 5, but there is 5."),
    ],
)
def test_what_is_wrong_is_said(
    worked_on: Corpus, table: str, doc_id: int, fields: dict[str, Any], said: str
) -> None:
    worked_on.database.table(table).update(fields, doc_ids=[doc_id])

    found = wrong(worked_on)

    assert any(one.startswith(said) for one in found), found


def test_what_nobody_brought_or_took_away_is_said(worked_on: Corpus) -> None:
    worked_on.database.table("reviews").remove(doc_ids=[1])
    worked_on.database.table("notes").insert({"review": 8, "text": "Hm."})

    found = wrong(worked_on)

    assert "Note 1 is about review 8, which is not there." in found
    assert "No change brought number 1 of notes." in found
    assert "Change 1 moved reviews 1 to 3, and not all are there." in found


def test_what_follows_from_the_rest_is_rebuilt(worked_on: Corpus) -> None:
    database = worked_on.database
    database.table("meta").update({"next_reviews": 2, "next_annotations": 1}, doc_ids=[STATE_ID])
    database.table("history").update({"touched": {}}, doc_ids=[2])
    database.table("history").remove(doc_ids=[3])

    repair(database, worked_on.path)

    assert wrong(worked_on) == []
    assert list(worked_on.add_sources([source("New.", name="c.txt")], ADA)[0].numbers) == [5]


def test_a_missing_index_is_noticed_and_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "corpus.db"
    create_corpus(path, [source("Good.")], ADA)
    with open_corpus(path) as corpus:
        corpus.tag([1], "positive", ADA)
        corpus.database._storage.query('DROP INDEX "docs_annotations.review"')
        found = wrong(corpus)

        repair(corpus.database, path)

        assert found == ["The file: there is no index of annotations by review."]
        assert wrong(corpus) == []


def test_the_command_says_what_is_wrong_and_ends_with_3(run: Run, home: Path) -> None:
    sound = run("check")
    path = home / ".local/share/reviewcli/corpus.db"
    with open_corpus(path) as corpus:
        corpus.database.table("meta").update({"next_reviews": 2}, doc_ids=[STATE_ID])
    broken = run("check")
    mended = run("check", "--repair")
    with open_corpus(path) as corpus:
        corpus.database.table("reviews").update({"number": 5}, doc_ids=[1])
    hopeless = run("check", "--repair")

    assert sound.out == "All is well: 8 reviews.\n"
    assert (broken.code, broken.out) == (3, "The next of reviews would be 2, but there is 8.\n")
    assert "check --repair" in broken.err
    assert (mended.code, mended.out) == (0, "All is well: 8 reviews.\n")
    kept = list(path.parent.glob("corpus.before-*.db"))
    assert len(kept) == 1
    assert str(kept[0]) in mended.err
    assert (hopeless.code, "restore FILE" in hopeless.err) == (3, True)


@pytest.mark.parametrize("verb", [("tag", 1, "mixed"), ("merge", 1, 2), ("list",), ("check",)])
def test_a_record_that_lost_a_field_is_damage_and_no_traceback(
    run: Run, path: Path, make_corpus: MakeCorpus, verb: tuple[str | int, ...]
) -> None:
    with make_corpus("One.", "Two.") as corpus:
        corpus.tag([1, 2], "critical", ADA)
        corpus.database.table("annotations").update(delete("annotator"))

    assert run(*verb, "--corpus", path).code == 3


def test_a_damaged_label_of_the_scheme_is_found(run: Run, path: Path, make_corpus: MakeCorpus) -> None:
    with make_corpus("One.") as corpus:
        corpus.database.table("labels").update(delete("name"), doc_ids=[1])

    outcome = run("check", "--corpus", path)

    assert outcome.code == 3
    assert "A label of the scheme is damaged." in outcome.out


def test_an_index_that_knows_what_a_record_lost_is_no_traceback(
    run: Run, make_corpus: MakeCorpus, path: Path
) -> None:
    if path.suffix == ".json":
        pytest.skip("a .json corpus has no indexes")
    with make_corpus("One.") as corpus:
        corpus.tag([1], "critical", ADA)
    path.write_bytes(path.read_bytes().replace(b'"review":1', b'"revieg":1'))

    assert run("list", "--corpus", path).code == 3
    assert run("check", "--corpus", path).code == 3


def test_texts_that_stand_in_a_source_many_times_fit_their_keys_whatever_became_of_some(
    make_corpus: MakeCorpus,
) -> None:
    corpus = make_corpus(*(["Fine.", "Good."] * 6))
    corpus.merge([3, 4, 5, 6, 7], ADA)
    corpus.split(3, [1, 3], ADA)

    assert wrong(corpus) == []


def test_a_review_of_which_part_was_known_has_the_key_of_its_own_text(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.\nFine.", "Bad.")
    grown = source("Good.\nMore.\nFine.\nAnd more.", "Bad.")._replace(digest="another")

    corpus.add_sources([grown], ADA)

    (part,) = corpus.get([3])
    assert part.text == "More.\nAnd more."
    assert wrong(corpus) == []


def test_who_waits_for_a_repair_is_told_so(
    run: Run, path: Path, make_corpus: MakeCorpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    with make_corpus("One.") as corpus:
        corpus.database.table("meta").update({"next_reviews": 1}, doc_ids=[STATE_ID])
    held: list[Holder | None] = []

    def keep(one: Path) -> Path:
        held.append(holder_of(one))
        return keep_aside(one)

    monkeypatch.setattr(saving, "keep_aside", keep)
    mended = run("check", "--repair", "--corpus", path)

    assert mended.code == 0
    assert [one and one.purpose.command[:24] for one in held] == ["reviewcli check --repair"]
    assert holder_of(path) is None
