"""Hold a query as it was read: which reviews it asks for, in which order, and what it may refer to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from reviewcli.query.tree import Query

SortKey: TypeAlias = Literal[
    "number",
    "relevance",
    "date",
    "rating",
    "helpful",
    "words",
    "confidence",
    "title",
    "author",
    "source",
    "item",
]


@dataclass(frozen=True, slots=True)
class Order:
    """A wish for an order: the smallest, oldest or first of the alphabet first, or last with `descending`.

    By relevance, the best are first. What a review does not have stands last, either way.
    """

    key: SortKey
    descending: bool = False


class Request(NamedTuple):
    """What a query asks for: the reviews that answer its terms, in an order, the first wish first.

    Without a wish, the order is that of the verb; of reviews that are alike in all of them, the smaller
    number is first.
    """

    query: Query
    orders: tuple[Order, ...] = ()


def _nothing_saved() -> Mapping[str, str]:
    return {}


class Given(NamedTuple):
    """What a query may refer to without saying it: today, as `YYYY-MM-DD`, and the saved queries.

    `saved` is asked at most when the query names one; it gives the text of each by its name, folded.
    """

    today: str = ""
    saved: Callable[[], Mapping[str, str]] = _nothing_saved
