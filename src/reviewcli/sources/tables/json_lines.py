"""Read JSON that stands an object a line."""

import json
from collections.abc import Iterable, Iterator

from reviewcli.sources.tables.lines import lines_of
from reviewcli.sources.tables.rows import Row, Table, row_of


def json_lines(pieces: Iterable[str], name: str) -> Table:
    """Return the table that lines of JSON are; they are read anew each time."""
    return Table(_Lines(pieces, name))


class _Lines:
    def __init__(self, pieces: Iterable[str], name: str) -> None:
        self._pieces = pieces
        self._name = name

    def __iter__(self) -> Iterator[Row]:
        for number, line in enumerate(lines_of(self._pieces, self._name), 1):
            if line.isspace():
                continue
            try:
                value = json.loads(line)
            except (ValueError, RecursionError):
                yield Row(number, None, "it is no JSON", (line,))
                continue
            yield row_of(number, value, (line,))
