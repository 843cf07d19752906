"""People have the last word on where a review begins and ends, and lose nothing by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb.table import Document

from reviewcli.changes import Stamp
from reviewcli.doubts import OpenGap
from reviewcli.errors import NotFoundError, UsageError
from reviewcli.mending import cut, joined
from reviewcli.model import Review
from reviewcli.origins import lay_out, origin_of, places_of
from reviewcli.reshaping import LabelConflictError
from tests.conftest import ADA, MakeCorpus, source

EDGE = {"confidence": 1.0, "reasons": []}

BEN = Stamp("ben", "2026-01-03T00:00:00.000+00:00", "reviewcli merge 1 2")
LONG = "It came late.\nIt came broken.\nIt went back."


def facts(review: Review) -> tuple[int, str, tuple[str, ...]]:
    return review.number, review.text, review.labels


def test_merged_reviews_are_one_with_the_first_number_and_all_that_was_said(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Really.", "Bad.")
    corpus.tag([2], "positive", ADA)
    corpus.tag([1], "mixed", BEN)
    corpus.tag([1, 2], "funny", ADA, new=True)
    corpus.database.table("notes").insert({"review": 2, "text": "Ask her."})

    merging = corpus.merge([2, 1], ADA)

    first = corpus.get([1])[0]
    assert merging == (1, (2,), (1,))
    assert [facts(review)[:2] for review in corpus.reviews()] == [(1, "Good.\nReally."), (3, "Bad.")]
    assert {(one.annotator, one.label) for one in first.annotations} == {
        ("ada", "positive"),
        ("ben", "mixed"),
        ("ada", "funny"),
    }
    assert len(first.annotations) == 3
    assert first.notes == ("Ask her.",)
    assert first.joined == 1


def test_a_number_that_was_merged_away_says_what_became_of_it(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("One.", "Two.", "Three.", "Four.")
    corpus.merge([3, 4], ADA)
    corpus.merge([2, 3], ADA)

    with pytest.raises(NotFoundError, match=r"Review 4 was merged into review 2\.") as caught:
        corpus.get([4])

    assert "show 2" in caught.value.hint


def test_labels_that_differ_are_decided_by_a_person(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.")
    corpus.tag([1], "positive", ADA)
    corpus.tag([2], "critical", ADA)

    with pytest.raises(
        LabelConflictError, match="ada gave review 1 the label positive and review 2 critical"
    ) as caught:
        corpus.merge([1, 2], ADA)
    before = corpus.count()
    corpus.merge([1, 2], ADA, label="negative")

    assert caught.value.labels == ("positive", "critical")
    assert before == 2
    assert corpus.get([1])[0].labels == ("critical",)


def test_labels_that_agree_are_kept_once(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Nice.")
    corpus.tag([1, 2], "positive", ADA)

    corpus.merge([1, 2], ADA, label="positive")

    assert len(corpus.get([1])[0].annotations) == 1


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ([1, 3], "Review 2 stands between reviews 1,3"),
        ([1], "needs two reviews"),
        ([3, 4], "different sources"),
    ],
)
def test_only_neighbours_can_be_merged(make_corpus: MakeCorpus, numbers: list[int], message: str) -> None:
    corpus = make_corpus("One.", "Two.", "Three.")
    corpus.add_sources([source("Four.", "Five.", name="other.txt")], ADA)

    with pytest.raises(UsageError, match=message):
        corpus.merge(numbers, ADA)

    assert corpus.count() == 5


def test_the_first_part_of_a_split_keeps_number_labels_and_notes(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus()
    corpus.add_sources([source(LONG, "Fine.")], ADA)
    if corpus.count() > 2:
        corpus.merge(range(1, corpus.count()), ADA)
    corpus.tag([1], "critical", ADA)

    numbers = corpus.split(1, [1, 2], ADA)

    parts = corpus.get(numbers)
    assert [facts(part) for part in parts] == [
        (1, "It came late.", ("critical",)),
        (numbers[1], "It came broken.", ()),
        (numbers[2], "It went back.", ()),
    ]
    assert parts[0].after.reasons == parts[1].before.reasons == ("a reader decided",)
    assert len(set(numbers)) == 3


def test_a_gap_that_is_not_there_cannot_be_split_at(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("One.", "Two.")

    with pytest.raises(UsageError, match="is one paragraph"):
        corpus.split(1, [1], ADA)
    corpus.merge([1, 2], ADA)
    for gaps in ([0], [2], [1, 5], []):
        with pytest.raises(UsageError, match="after paragraphs 1 to 1"):
            corpus.split(1, gaps, ADA)


def test_a_split_and_a_merge_take_each_other_back(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("One.", "Two.", "Three.")
    corpus.merge([1, 2, 3], ADA)
    before = corpus.get([1])[0]

    numbers = corpus.split(1, [2], ADA)
    corpus.merge(numbers, ADA)

    after = corpus.get([1])[0]
    assert (after.text, after.span, after.key, after.before, after.after) == (
        before.text,
        before.span,
        before.key,
        before.before,
        before.after,
    )


def test_importing_again_does_not_undo_what_people_mended(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("One.", "Two.", "Three.", "Four.")
    corpus.merge([1, 2], ADA)
    corpus.split(corpus.merge([3, 4], ADA).number, [1], ADA)
    before = list(corpus.reviews())

    again = corpus.add_sources([source("One.", "Two.", "Three.", "Four.")], ADA)

    assert list(corpus.reviews()) == before
    assert (len(again[0].numbers), again[0].known) == (0, 4)


def test_of_a_review_that_has_grown_only_the_new_part_is_taken_in(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("One.", "Two.")
    corpus.merge([1, 2], ADA)
    grown = source("One.", "Two.")._replace(content="One.\n---\nTwo.\n---\nThree.\n---\nTwo.", digest="other")

    corpus.add_sources([grown], ADA)

    assert [review.text for review in corpus.reviews()] == ["One.\nTwo.", "Three.", "Two."]


@pytest.mark.parametrize("held", [1, 1 << 20])
def test_a_large_source_that_has_grown_is_recognised_all_the_same(
    make_corpus: MakeCorpus, monkeypatch: pytest.MonkeyPatch, held: int
) -> None:
    monkeypatch.setattr("reviewcli.recognising._HELD", held)
    texts = [f"Lamp {number}." for number in range(300)]
    corpus = make_corpus(*texts)
    corpus.merge([3, 4], ADA)
    before = list(corpus.reviews())
    grown = source(*(text for at, one in enumerate(texts) for text in (one, f"New {at}.")))

    again = corpus.add_sources([grown], ADA)[0]

    assert list(corpus.reviews())[:299] == before
    assert [review.text for review in corpus.get(again.numbers)] == [f"New {at}." for at in range(300)]
    assert again.known == 300


def test_a_boundary_that_a_person_confirms_is_no_longer_doubtful(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("One.", "Two.", "Three.")
    doubt = {"confidence": 0.6, "reasons": ["maybe"]}
    corpus.database.table("reviews").update({"after": doubt}, doc_ids=[1])
    corpus.database.table("reviews").update({"before": doubt}, doc_ids=[2])
    gaps = corpus.open_gaps()

    corpus.confirm(1, 2, ADA)

    assert gaps == [OpenGap(1, 1, 2)]
    assert corpus.open_gaps() == []
    assert corpus.count("is:doubtful") == 0


LINES = st.lists(
    st.text(st.sampled_from("ab c"), min_size=1).map(str.strip).filter(bool), min_size=2, max_size=6
)
GAPS = st.lists(st.sampled_from(["\n", "\n\n", "\n   ", "\r\n"]), min_size=5, max_size=5)


@given(LINES, GAPS, st.data())
def test_splitting_then_merging_is_the_identity(
    lines: list[str], gaps: list[str], data: st.DataObject
) -> None:
    whole = "".join(line + gap for line, gap in zip(lines, [*gaps, ""], strict=False))
    text = "\n".join(lines)
    pieces = [*zip(lines, gaps, strict=False)]
    starts = [sum(len(line + gap) for line, gap in pieces[:at]) for at in range(len(lines))]
    origin = origin_of(1, lay_out(text, 0, starts))
    edges = data.draw(
        st.sampled_from([{}, {"before": EDGE}, {"after": EDGE}, {"before": EDGE, "after": EDGE}])
    )
    after = data.draw(st.sets(st.integers(1, len(lines) - 1), min_size=1))
    inside: list[list[object]] = [
        [at, 0.4, "lengths_differ"] for at in range(1, len(lines)) if at not in after
    ]
    decided = [[at, 0.0, "a reader decided"] for at in after]
    document = Document({"number": 1, "text": text, "origin": origin, **edges}, 1)
    document["gaps"] = sorted(inside + decided)

    parts = cut(document, sorted(after))

    assert joined(parts) == document
    for part in parts:
        assert [whole[start:end] for start, end in places_of(part)] == part["text"].split("\n")


def test_a_merge_begins_where_its_first_review_does_also_when_that_keeps_nothing_of_it() -> None:
    doubt = {"confidence": 0.6, "reasons": ["maybe"]}
    first = {"text": "Good.", "origin": {"source": 1, "start": 0, "end": 5}, "after": doubt}
    last = {"text": "Not so.", "origin": {"source": 1, "start": 6, "end": 13}, "before": doubt}

    whole = joined([Document(first, 1), Document(last, 2)])

    assert "before" not in whole
    assert "after" not in whole
