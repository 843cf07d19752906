"""Whatever was done can be taken back exactly, and done again exactly."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewcli.changes import Stamp
from reviewcli.corpus import Corpus, create_corpus, open_corpus
from reviewcli.errors import NotFoundError, ReviewError
from reviewcli.writing import writing
from tests.conftest import ADA, source

HISTORY = {"changes", "history", "set_aside"}
TEXTS = ("Good.", "Bad and late.", "It came late.\nIt came broken.\nIt went back.", "Fine.", "Good.")
NUMBER = st.integers(1, 9)
PEOPLE = st.sampled_from(["ada", "ben"])
DOINGS = st.one_of(
    st.tuples(st.just("import"), st.sampled_from(["a.txt", "b.txt"]), st.integers(1, 5)),
    st.tuples(st.just("tag"), st.sets(NUMBER, min_size=1, max_size=4), st.sampled_from("pcnf"), PEOPLE),
    st.tuples(st.just("untag"), st.sets(NUMBER, min_size=1, max_size=4), PEOPLE),
    st.tuples(st.just("merge"), NUMBER, st.integers(1, 2)),
    st.tuples(st.just("split"), NUMBER, st.sets(st.integers(1, 3), min_size=1)),
    st.tuples(st.just("confirm"), NUMBER),
    st.tuples(st.just("note"), NUMBER),
)
GOINGS_BACK = st.one_of(
    st.tuples(st.just("undo"), st.none() | st.integers(1, 12)),
    st.tuples(st.just("redo"), st.none() | st.integers(1, 12)),
)
LABELS = {"p": "positive", "c": "critical", "n": "neutral", "f": "funny"}
EXAMPLES = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def do(corpus: Corpus, doing: Any) -> None:
    """Do one thing; what cannot be done is left."""
    with suppress(ReviewError):
        match doing:
            case "import", name, count:
                corpus.add_sources([source(*TEXTS[:count], name=name)], ADA)
            case "tag", numbers, letter, who:
                corpus.tag(sorted(numbers), LABELS[letter], by(who), new=True)
            case "untag", numbers, who:
                corpus.untag(sorted(numbers), None, by(who))
            case "merge", number, more:
                corpus.merge(range(number, number + more + 1), ADA, label="positive")
            case "split", number, gaps:
                corpus.split(number, sorted(gaps), ADA)
            case "confirm", number:
                corpus.confirm(number, number + 1, ADA)
            case "note", number:
                corpus.get([number])
                with writing(corpus.database, ADA) as writer:
                    writer.add("notes", {"review": number, "text": "Hm."})
            case "undo", change:
                corpus.undo(change, ADA)
            case "redo", change:
                corpus.redo(change, ADA)
            case _:
                raise AssertionError(doing)


def by(who: str) -> Stamp:
    return Stamp(who, ADA.time, f"reviewcli tag --as {who}")


def state(corpus: Corpus) -> dict[str, Any]:
    """Everything but the history and the counters."""
    tables = corpus.database.tables() - HISTORY - {"meta"}
    found = {name: {one.doc_id: dict(one) for one in corpus.database.table(name)} for name in tables}
    return {name: rows for name, rows in found.items() if rows}


def changes(corpus: Corpus) -> int:
    return len(corpus.database.table("changes"))


@contextmanager
def fresh(suffix: str) -> Iterator[Corpus]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"corpus{suffix}"
        create_corpus(path)
        with open_corpus(path) as corpus:
            yield corpus


@pytest.mark.parametrize("suffix", [".db", ".json"])
@EXAMPLES
@given(st.lists(DOINGS, min_size=1, max_size=8))
def test_undoing_walks_back_through_every_state_and_redoing_forward(suffix: str, doings: list[Any]) -> None:
    with fresh(suffix) as corpus:
        states = [state(corpus)]
        for doing in [("import", "a.txt", 5), *doings]:
            before = changes(corpus)
            do(corpus, doing)
            if changes(corpus) > before:
                states.append(state(corpus))

        for expected in states[-2::-1]:
            corpus.undo(None, ADA)
            assert state(corpus) == expected
        with pytest.raises(NotFoundError, match="nothing to undo"):
            corpus.undo(None, ADA)

        for expected in states[1:]:
            corpus.redo(None, ADA)
            assert state(corpus) == expected
        with pytest.raises(NotFoundError, match="nothing to redo"):
            corpus.redo(None, ADA)


@pytest.mark.parametrize("suffix", [".db", ".json"])
@EXAMPLES
@given(st.lists(DOINGS | GOINGS_BACK, min_size=3, max_size=14))
def test_whatever_is_undone_by_name_all_fits_and_the_hints_lead_back_to_the_start(
    suffix: str, doings: list[Any]
) -> None:
    with fresh(suffix) as corpus:
        start = state(corpus)
        for doing in [("import", "a.txt", 5), *doings]:
            do(corpus, doing)
            fits(state(corpus))

        for _ in range(200):
            if not undo_as_told(corpus):
                break
            fits(state(corpus))

        assert state(corpus) == start


def undo_as_told(corpus: Corpus) -> bool:
    """Undo the last change; when that is refused, do what the hint says. Tell whether there was one."""
    try:
        corpus.undo(None, ADA)
    except NotFoundError:
        return False
    except ReviewError as refusal:
        for _ in range(10):
            verb, number = re.search(r"reviewcli (undo|redo) (\d+)", refusal.hint).groups()  # type: ignore[union-attr]  # absent fails
            try:
                (corpus.undo if verb == "undo" else corpus.redo)(int(number), ADA)
                break
            except ReviewError as next_refusal:
                refusal = next_refusal
    return True


def fits(tables: dict[str, Any]) -> None:
    """Nothing is about what is not there, and nobody gave a review two labels of a group."""
    reviews, annotations = tables.get("reviews", {}), list(tables.get("annotations", {}).values())
    labels = {one["name"] for one in tables["labels"].values()}
    assert all(one["review"] in reviews for one in annotations)
    assert all(one["review"] in reviews for one in tables.get("notes", {}).values())
    assert all(one["label"] in labels for one in annotations)
    assert all(one["origin"]["source"] in tables["sources"] for one in reviews.values())
    slots = [(one["review"], one["annotator"], one["group"] or one["label"]) for one in annotations]
    assert len(slots) == len(set(slots))
    assert not set(tables.get("retired", {})) & set(reviews)
