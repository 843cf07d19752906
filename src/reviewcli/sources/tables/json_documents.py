"""Read a JSON document of any size that holds a list of objects, a few of them at a time."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from reviewcli.errors import NoTextError, SourceError
from reviewcli.sources.tables.json_reading import Reading
from reviewcli.sources.tables.rows import Row, Table, flat, row_of
from reviewcli.tables.fields import NAMES, TEXT, folded
from reviewcli.tables.registry import publisher_of

_USUAL = ("", "data", "feed.entry", "reviews", "_default")
_TABLES = ("reviews", "_default")
_ONE_RECORD = frozenset({"feed.entry"})
_DEEPEST = 3
_SMALL = 1 << 20
_TEXT_NAMES = frozenset(NAMES[TEXT].split())


def json_document(pieces: Iterable[str], name: str) -> Table:
    """Return the table of the list that a document is, or has in it; it is read anew each time.

    Raises SourceError when there is no list of objects in it.
    """
    counts = Counter(path for path, _, value in walk(pieces, name) if isinstance(value, dict))
    found = next((path for path in _USUAL if counts[path]), None)
    if found is None and counts:
        found = counts.most_common(1)[0][0]
    if found is None:
        raise NoTextError(
            f"{name} holds no list of objects.", hint="Export the reviews as a list of objects."
        )
    return Table(_Items(pieces, name, found))


class _Items:
    def __init__(self, pieces: Iterable[str], name: str, path: str) -> None:
        self._pieces = pieces
        self._name = name
        self._path = path

    def __iter__(self) -> Iterator[Row]:
        for path, line, value in walk(self._pieces, self._name):
            if path == self._path:
                yield row_of(line, value)


def walk(pieces: Iterable[str], name: str) -> Iterator[tuple[str, int, Any]]:
    """Give what stands in the lists of a document: where the list is, the line, and the value.

    Several documents may follow one another. Raises SourceError, with the line, for what is no JSON.
    """
    reading = Reading(pieces)
    try:
        while reading.peek():
            small = reading.ahead(_SMALL) if reading.peek() == "{" else None
            if isinstance(small, dict) and _is_record(small):
                line = reading.line
                yield "", line, reading.value()
            else:
                yield from _walk(reading, "", 0)
    except (ValueError, RecursionError) as error:
        raise SourceError(
            f"Line {reading.line:,} of {name} cannot be read: from there on it is no JSON.",
            hint="Nothing was written. Export it again, or mend it there.",
        ) from error


def _is_record(document: dict[str, Any]) -> bool:
    columns = flat(document)
    if publisher_of(columns):
        return True
    return any(isinstance(value, str) and folded(key) in _TEXT_NAMES for key, value in document.items())


def _walk(reading: Reading, path: str, depth: int) -> Iterator[tuple[str, int, Any]]:
    start = reading.peek()
    if start == "[":
        for _ in reading.members("]"):
            line = reading.line
            yield path, line, reading.value()
    elif start == "{" and depth < _DEEPEST and path not in _ONE_RECORD:
        yield from _members(reading, path, depth)
    else:
        line = reading.line
        yield path, line, reading.value()


def _members(reading: Reading, path: str, depth: int) -> Iterator[tuple[str, int, Any]]:
    for _ in reading.members("}"):
        key = reading.value()
        if not isinstance(key, str):
            raise json.JSONDecodeError("not a key", "", 0)
        reading.expect(":")
        start = reading.peek()
        if path in _TABLES and start == "{":  # as TinyDB has them, each under its number
            line = reading.line
            yield path, line, reading.value()
        elif start in "[{" and start:
            yield from _walk(reading, f"{path}.{key}" if path else key, depth + 1)
        else:
            reading.value()
