"""Name what a record of a table says: a review, its labels and its notes, or that it cannot be one."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

Record: TypeAlias = Mapping[str, Any]
"""One row: a value for each column. Objects within objects are columns too, `author.steamid`."""

Field: TypeAlias = str | float | int | bool


class Refused(ValueError):  # noqa: N818  # it says what became of a row, and never leaves an import
    """Report that a record cannot be taken in: what stands in `column`, and the reason why that cannot be."""

    def __init__(self, column: str, value: object, reason: str) -> None:
        super().__init__(reason)
        self.column = column
        self.value = value
        self.reason = reason


class Given(NamedTuple):
    """A label that somebody gave; empty are the group, the annotator and the time that are not told."""

    label: str
    group: str = ""
    annotator: str = ""
    time: str = ""


class Entry(NamedTuple):
    """What one record says of a review.

    `fields` are those of `reviewcli.model.Review` by name. `identity` tells the review from all others of its
    source, and with `everywhere` from all there are; without one it is known by its text. `key` is the one
    that it has in the corpus it was exported from. An empty text is no review. `lost` names what the record
    says and a corpus has no place for.
    """

    text: str
    fields: dict[str, Field]
    identity: str = ""
    everywhere: bool = False
    key: str = ""
    labels: tuple[Given, ...] = ()
    notes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


class Publisher(NamedTuple):
    """Whose tables have all the columns of `signature`, and how to read a record of one.

    `tells` is asked too where names are not enough. `without` says why a table of theirs holds no reviews.
    """

    name: str
    signature: frozenset[str]
    read: Callable[[Record], Entry]
    tells: Callable[[frozenset[str]], bool] | None = None
    without: str = ""

    def wrote(self, columns: frozenset[str]) -> bool:
        """Tell by its columns whether a table is theirs."""
        return self.signature <= columns and (self.tells is None or self.tells(columns))


def columns_of(names: str) -> frozenset[str]:
    """List the names of columns that are written with commas between them."""
    return frozenset(names.split(","))
