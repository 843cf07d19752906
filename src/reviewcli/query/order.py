"""Put reviews in the order that a query wishes."""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias, assert_never

from reviewcli.model import Review
from reviewcli.query.clauses import day_of, number_of
from reviewcli.query.highlight import spans
from reviewcli.query.match import searched_text
from reviewcli.query.request import Order, Request, SortKey
from reviewcli.query.tree import Query
from reviewcli.text import fold_name

Score: TypeAlias = Callable[[Review], float]


def by_number(request: Request) -> bool:
    """Tell whether the order is the one in which reviews stand anyway."""
    return not request.orders or request.orders[0] == Order("number")


def in_order(reviews: Iterable[Review], request: Request, score: Score | None = None) -> list[int]:
    """List the numbers of reviews, which come in order of number, in the order that a query wishes.

    What a review does not have stands last; those that are alike stay as they came. Nothing of a review is
    held but what it is ordered by. `score` says how well one answers, more for better; by default
    `relevance` does.
    """
    score = score or relevance(request.query)
    keys = [order.key for order in request.orders]
    rows = [(review.number, tuple(_value(review, key, score) for key in keys)) for review in reviews]
    for at, order in reversed(list(enumerate(request.orders))):
        there = [row for row in rows if row[1][at] is not None]
        missing = [row for row in rows if row[1][at] is None]
        there.sort(key=lambda row: row[1][at], reverse=order.descending)
        rows = there + missing
    return [number for number, _ in rows]


def relevance(query: Query) -> Score:
    """Make a score without an index: how many stretches answer the terms, in a text of such a length."""

    def score(review: Review) -> float:
        text = searched_text(review)
        return len(spans(query, text, language=review.language)) / (len(text) + 500)

    return score


def _value(review: Review, key: SortKey, score: Score) -> Any:
    match key:
        case "number" | "rating" | "words" | "helpful":
            return number_of(review, key)
        case "relevance":
            return -score(review)
        case "date":
            return day_of(review) or None
        case "confidence":
            return review.confidence
        case "title" | "author" | "source" | "item":
            return fold_name(getattr(review, key) or "") or None
        case _:
            assert_never(key)
