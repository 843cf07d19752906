"""Name what reading a table gives: its rows, each with the place where it stands."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

_DEEPEST = 5


class Row(NamedTuple):
    """A row: the line, or number, where it begins, and its record; without one, the `problem` with it.

    `lines` are those of the file that it takes, where it has lines.
    """

    line: int
    record: Mapping[str, Any] | None
    problem: str = ""
    lines: tuple[str, ...] = ()


class Table(NamedTuple):
    """A table: its rows, read anew each time; `place` says what counts them, a line or a row.

    Of one with separated values `separated` is true, and `header` its line with the names of the columns.
    """

    rows: Iterable[Row]
    place: str = "line"
    header: str = ""
    separated: bool = False

    def sample(self, size: int) -> list[Mapping[str, Any]]:
        """Return the records of so many rows from the beginning."""
        found: list[Mapping[str, Any]] = []
        for row in self.rows:
            if row.record is not None:
                found.append(row.record)
            if len(found) >= size:
                break
        return found


def flat(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Add what stands in objects within an object as columns of its own, `author.steamid`."""
    if not any(type(value) is dict for value in document.values()):
        return document
    return dict(_flattened(document, "", _DEEPEST))


def _flattened(document: Mapping[str, Any], before: str, depth: int) -> Iterator[tuple[str, Any]]:
    for name, value in document.items():
        yield before + name, value
        if type(value) is dict and depth:
            yield from _flattened(value, f"{before}{name}.", depth - 1)


def row_of(line: int, value: Any, lines: tuple[str, ...] = ()) -> Row:
    """Make a row of a JSON value."""
    if isinstance(value, dict):
        return Row(line, flat(value), lines=lines)
    return Row(line, None, "it is no JSON object", lines or (json.dumps(value)[:1000],))
