"""Read values that are separated by commas, tabs and the like, in quotes where they hold those."""

import csv
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from reviewcli.errors import SourceError
from reviewcli.sources.tables.lines import lines_of
from reviewcli.sources.tables.rows import Row, Table
from reviewcli.sources.tables.sniffing import Shape, columns_named, is_header, shape_of

_MOST_LINES, _MOST_CHARACTERS = 5_000, 16_000_000
_MOST_OPEN = 200
_SAMPLE = 1 << 18


def separated(pieces: Iterable[str], name: str, *, tabs: bool = False) -> Table:
    """Return the table that a text is; it is read in pieces, anew each time."""
    shape = shape_of(_beginning(pieces), tabs=tabs)
    first = next(_Records(lines_of(pieces, name), shape, name).cells(), None)
    if first is None or first.cells is None:
        raise SourceError(f"The first line of {name} cannot be read.", hint="It is to name the columns.")
    named = is_header(first.cells)
    columns = columns_named(first.cells) if named else [str(at) for at in range(1, len(first.cells) + 1)]
    rows = _Rows(pieces, shape, columns, named=named, name=name)
    return Table(rows, header="".join(first.lines) if named else "", separated=True)


def _beginning(pieces: Iterable[str]) -> str:
    held = ""
    for piece in pieces:
        held += piece
        if len(held) >= _SAMPLE:
            break
    return held[:_SAMPLE]


class _Rows:
    """The rows below the header, read anew each time."""

    def __init__(
        self, pieces: Iterable[str], shape: Shape, columns: Sequence[str], *, named: bool, name: str
    ) -> None:
        self._pieces = pieces
        self._shape = shape
        self._columns = columns
        self._named = named
        self._name = name

    def __iter__(self) -> Iterator[Row]:
        columns, width, named = self._columns, len(self._columns), self._named
        for found in _Records(lines_of(self._pieces, self._name), self._shape, self._name).cells():
            if named:
                named = False
                continue
            cells = found.cells
            if cells is None:
                yield Row(found.line, None, found.problem, found.lines)
            elif len(cells) == width:
                yield Row(found.line, dict(zip(columns, cells, strict=True)), lines=found.lines)
            elif len(cells) > width and not any(cells[width:]):
                yield Row(found.line, dict(zip(columns, cells, strict=False)), lines=found.lines)
            elif any(cells):
                problem = f"it has {_cells(len(cells))} where the header has {width}"
                yield Row(found.line, None, problem, found.lines)


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count:,} cells"


class _Found:
    """The cells of one record, or the problem with it, and the lines that it takes."""

    __slots__ = ("cells", "line", "lines", "problem")

    def __init__(self, line: int, cells: list[str] | None, lines: tuple[str, ...], problem: str = "") -> None:
        self.line = line
        self.cells = cells
        self.lines = lines
        self.problem = problem


class _Records:
    """Records as `csv` reads them; where one cannot be, its first line is given up and the rest read anew."""

    def __init__(self, lines: Iterator[str], shape: Shape, name: str) -> None:
        self._lines = lines
        self._shape = shape
        self._name = name
        self._again: deque[str] = deque()
        self._taken: list[str] = []
        self._held = 0
        self._open = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        """Hand a line to the reader, unless a record takes too many, as with a quote that is never closed."""
        if len(self._taken) >= _MOST_LINES or self._held > _MOST_CHARACTERS:
            raise StopIteration
        line = self._again.popleft() if self._again else next(self._lines)
        self._taken.append(line)
        self._held += len(line)
        return line

    def cells(self) -> Iterator[_Found]:
        csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
        line = 1
        if self._shape.declared:  # `sep=;`, which spreadsheets write above the header
            next(self, None)
            line, self._taken, self._held = 2, [], 0
        reader = self._reader()
        while True:
            try:
                found = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield self._given_up(line, str(error))
                line += 1
                reader = self._reader()
                continue
            taken = tuple(self._taken)
            if found:
                yield _Found(line, found, taken)
            line += len(taken)
            self._taken.clear()
            self._held = 0

    def _reader(self) -> Iterator[list[str]]:
        shape = self._shape
        return csv.reader(
            self,
            delimiter=shape.delimiter,
            doublequote=shape.escape is None,
            escapechar=shape.escape,
            skipinitialspace=shape.spaced,
            strict=True,
        )

    def _given_up(self, line: int, problem: str) -> _Found:
        first, *rest = self._taken
        if "end of data" in problem:
            self._open += 1
            if self._open > _MOST_OPEN:
                raise SourceError(
                    f"{self._name} has quotes that are never closed, the last on line {line:,}.",
                    hint="Nothing was written. Export it again, with quotes doubled within a cell.",
                )
        self._again.extendleft(reversed(rest))
        self._taken, self._held = [], 0
        said = "a quote is never closed" if "end of data" in problem else "a quote stands within a value"
        return _Found(line, None, (first,), said)
