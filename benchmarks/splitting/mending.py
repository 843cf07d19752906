"""Measure what people get for mending: which reviews are marked, and what answering every open gap gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.measures import Outcome, chosen, edges, summarise
from reviewcli.model import DOUBTFUL_BELOW, DOUBTFUL_INSIDE_FROM, OPEN_FROM, OPEN_TO


@dataclass(frozen=True, slots=True)
class Mending:
    """What mending costs and gives in one series; each is a share, 0 to 1.

    `asked` is the share of gaps that the walk asks about, `exact_f1` what is reached when a person
    answers all of them rightly. `marked` is the share of reviews that are doubtful, `caught` the share
    of wrong reviews among which the mark stands, `wrong` the share of marked ones that are wrong;
    `marked_by_edge` and `caught_by_edge` leave aside the gaps inside reviews.
    """

    asked: float
    exact_f1: float
    marked: float
    caught: float
    wrong: float
    marked_by_edge: float
    caught_by_edge: float


def measure_mending(documents: Sequence[Sequence[Outcome]]) -> Mending:
    """Simulate a person who answers every open gap, and count what is marked as it is cut."""
    gaps = [outcome for document in documents for outcome in document]
    reviews = [review for document in documents for review in _reviews(document)]
    wrong = [review for review in reviews if not review.right]
    marked = [review for review in reviews if review.by_edge or review.by_gap]
    return Mending(
        asked=sum(is_open(outcome) for outcome in gaps) / max(1, len(gaps)),
        exact_f1=summarise([answered(document) for document in documents]).exact_f1,
        marked=len(marked) / max(1, len(reviews)),
        caught=sum(not review.right for review in marked) / max(1, len(wrong)),
        wrong=sum(not review.right for review in marked) / max(1, len(marked)),
        marked_by_edge=sum(review.by_edge for review in reviews) / max(1, len(reviews)),
        caught_by_edge=sum(review.by_edge for review in wrong) / max(1, len(wrong)),
    )


def is_open(outcome: Outcome) -> bool:
    """Tell whether a person is asked about a gap."""
    return OPEN_FROM <= outcome.probability <= OPEN_TO


def answered(document: Sequence[Outcome]) -> list[Outcome]:
    """Put the truth in the place of the model's opinion at every open gap."""
    return [
        Outcome(float(outcome.true), true=outcome.true) if is_open(outcome) else outcome
        for outcome in document
    ]


@dataclass(frozen=True, slots=True)
class _Review:
    """A review as it was cut: whether it is a true one, and what marks it."""

    right: bool
    by_edge: bool
    by_gap: bool


def _reviews(document: Sequence[Outcome]) -> list[_Review]:
    sure = [1.0, *(outcome.probability for outcome in document), 1.0]
    true = set(pairwise(edges([outcome.true for outcome in document])))
    return [
        _Review(
            right=(start, end) in true,
            by_edge=min(sure[start], sure[end]) < DOUBTFUL_BELOW,
            by_gap=any(probability >= DOUBTFUL_INSIDE_FROM for probability in sure[start + 1 : end]),
        )
        for start, end in pairwise(edges(chosen(document)))
    ]
