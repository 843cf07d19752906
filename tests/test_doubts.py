"""Doubt about what stands inside a review is kept with it, found again and settled by people."""

from collections.abc import MutableMapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.corpus import Corpus
from reviewcli.documents import review_document, review_from
from reviewcli.doubts import OpenGap, Trail
from reviewcli.errors import CorpusError, UsageError
from reviewcli.model import SOURCE_EDGE, Boundary, InnerGap, Review, Span
from reviewcli.origins import lay_out
from reviewcli.recognising import Draft, Known
from tests.conftest import ADA, MakeCorpus

DECIDED = Boundary(0.0, ("a reader decided",))


def doubting(corpus: Corpus, number: int, *gaps: tuple[int, float]) -> None:
    kept = [[after, sure, "lengths_differ"] for after, sure in gaps]
    corpus.database.table("reviews").update({"gaps": kept}, doc_ids=[number])


def gaps_of(corpus: Corpus, number: int) -> dict[int, float]:
    (review,) = corpus.get([number])
    return {gap.after: gap.boundary.confidence for gap in review.gaps}


@pytest.fixture
def corpus(make_corpus: MakeCorpus) -> Corpus:
    """A corpus with reviews of four lines and of two, numbers 1 and 5."""
    corpus = make_corpus("One.", "Two.", "Three.", "Four.", "Five.", "Six.")
    corpus.merge([1, 2, 3, 4], ADA)
    corpus.merge([5, 6], ADA)
    return corpus


def test_a_merge_keeps_the_doubt_inside_both_and_has_none_where_they_met(corpus: Corpus) -> None:
    doubting(corpus, 1, (1, 0.3), (3, 0.4))
    doubting(corpus, 5, (1, 0.2))

    corpus.merge([1, 5], ADA)

    assert gaps_of(corpus, 1) == {1: 0.3, 3: 0.4, 4: 0.0, 5: 0.2}
    assert corpus.get([1])[0].joined == 1


def test_a_split_parts_the_doubt_and_settles_it_where_it_cuts(corpus: Corpus) -> None:
    doubting(corpus, 1, (1, 0.3), (2, 0.4), (3, 0.2))

    _, rest = corpus.split(1, [2], ADA)

    assert gaps_of(corpus, 1) == {1: 0.3}
    assert gaps_of(corpus, rest) == {1: 0.2}


def test_a_gap_that_a_person_holds_together_is_no_longer_in_doubt(corpus: Corpus) -> None:
    doubting(corpus, 1, (2, 0.4))
    doubted = corpus.count("is:doubtful")

    corpus.hold(1, 2, ADA)

    (review,) = corpus.get([1])
    assert (doubted, corpus.count("is:doubtful")) == (1, 0)
    assert review.gaps == (InnerGap(2, DECIDED),)
    assert review.decided
    assert corpus.open_gaps() == []


def test_only_a_gap_that_is_there_can_be_held(corpus: Corpus) -> None:
    with pytest.raises(UsageError, match="after paragraphs 1 to 3"):
        corpus.hold(1, 4, ADA)


@pytest.mark.parametrize(("sure", "doubtful", "asked"), [(0.1, 0, 0), (0.15, 0, 1), (0.3, 1, 1), (0.9, 1, 1)])
def test_less_doubt_is_asked_about_than_is_marked(
    corpus: Corpus, sure: float, doubtful: int, asked: int
) -> None:
    doubting(corpus, 1, (2, sure))

    assert corpus.count("is:doubtful") == doubtful
    assert corpus.open_gaps() == [OpenGap(1, 2)] * asked


def test_open_gaps_stand_in_reading_order(corpus: Corpus) -> None:
    doubting(corpus, 5, (1, 0.4))
    doubting(corpus, 1, (1, 0.3), (3, 0.2))
    corpus.database.table("reviews").update({"after": {"confidence": 0.85, "reasons": []}}, doc_ids=[1])

    assert corpus.open_gaps() == [OpenGap(1, 1), OpenGap(1, 3), OpenGap(1, 4, 5), OpenGap(5, 1)]


def test_a_corpus_of_before_is_read_and_keeps_what_it_says_of_joints(corpus: Corpus) -> None:
    def age(document: MutableMapping[str, object]) -> None:
        document.pop("gaps", None)
        document["joined"] = 3

    corpus.database.table("reviews").update(age, doc_ids=[1])
    open_then = corpus.open_gaps()
    corpus.hold(1, 2, ADA)
    corpus.merge([1, 5], ADA)

    (review,) = corpus.get([1])
    assert open_then == []
    assert review.joined == 3 + 1 + 1 + 1


@pytest.mark.parametrize("gaps", [[[4, 0.4]], [[1, 1.4]], [[1]], ["?"], [1], {"1": 0.4}])
def test_a_review_whose_gaps_are_damaged_is_an_error(corpus: Corpus, gaps: object) -> None:
    corpus.database.table("reviews").update({"gaps": gaps}, doc_ids=[1])

    with pytest.raises(CorpusError, match=r"Review 1 in .* is damaged"):
        list(corpus.reviews())
    with pytest.raises(CorpusError, match=r"A review in .* is damaged"):
        corpus.open_gaps()


def test_a_damaged_gap_is_no_gap() -> None:
    with pytest.raises(ValueError, match="not inside a review: 0"):
        InnerGap(0, SOURCE_EDGE)


REVIEW = Review(1, "key", "A.\nB.\nC.\nD.", "page.txt", Span(0, 11))


@given(st.dictionaries(st.integers(1, 3), st.sampled_from([0.15, 0.4999, 0.9])))
def test_what_is_kept_of_gaps_is_read_back(sure: dict[int, float]) -> None:
    gaps = tuple(InnerGap(after, Boundary(sure[after], ("a", "b"))) for after in sorted(sure))
    review = replace(REVIEW, gaps=gaps)

    document = review_document(review, {"source": 1, "start": 0, "end": 11})

    assert review_from(document) == review
    assert ("gaps" in document) == bool(gaps)


def test_of_a_review_known_in_part_the_doubt_between_new_lines_is_kept() -> None:
    gaps = tuple(InnerGap(after, Boundary(0.4)) for after in (1, 2, 3))
    known = Known(["A."])

    draft = Draft(replace(REVIEW, gaps=gaps), lay_out(REVIEW.text, 0))

    ((part, _, _),) = known.new_among([draft])
    ((ends, places, _),) = Known(["B.", "C."]).new_among([draft])

    assert (part.text, [gap.after for gap in part.gaps]) == ("B.\nC.\nD.", [1, 2])
    assert (ends.text, ends.gaps) == ("A.\nD.", ())
    assert places == [(0, 2), (9, 11)]


def test_a_gap_is_followed_through_what_is_decided_before_it() -> None:
    trail = Trail()
    trail.cut(OpenGap(7, 2), rest=12)
    trail.joined(OpenGap(7, 5, right=8), number=8)

    assert trail.now(OpenGap(7, 3)) == OpenGap(12, 1)
    assert trail.now(OpenGap(8, 1)) == OpenGap(8, 4)
    assert trail.now(OpenGap(9, 1)) == OpenGap(9, 1)
