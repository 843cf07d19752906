"""Read the sheets of an Excel workbook, a row at a time."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import IO, Any

from reviewcli.errors import ReviewError, SourceError
from reviewcli.sources.tables.rows import Row, Table
from reviewcli.sources.tables.sniffing import columns_named
from reviewcli.sources.unpacking import FREE, RATIO, grows_too_much

Opened = Callable[[], AbstractContextManager[IO[bytes]]]


def workbook(opened: Opened, name: str) -> Table:
    """Return the table that a workbook is: its first sheet, and those after it with the same header."""
    return Table(_Rows(opened, name), place="row")


class _Rows:
    def __init__(self, opened: Opened, name: str) -> None:
        self._opened = opened
        self._name = name

    def __iter__(self) -> Iterator[Row]:
        try:
            with self._opened() as file:
                yield from self._rows(file)
        except (ReviewError, MemoryError):
            raise
        except Exception as error:  # whatever stands in a workbook that is damaged
            raise SourceError(
                f"{self._name} is damaged: it cannot be read as a workbook.",
                hint="Nothing was written. Open it in a spreadsheet program and save it again.",
            ) from error

    def _rows(self, file: IO[bytes]) -> Iterator[Row]:
        from openpyxl import load_workbook
        from openpyxl.utils.escape import unescape

        self._require_measure(file)
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        columns: list[str] = []
        for sheet in book.worksheets:
            header: list[str] | None = None
            for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
                if not any(cell is not None and cell != "" for cell in cells):
                    continue
                if header is None:
                    header = columns_named([_text(cell) for cell in cells])
                    columns = columns or header
                    if header != columns:
                        break
                    continue
                values = [unescape(cell) if isinstance(cell, str) else cell for cell in cells]
                yield Row(number, dict(zip(columns, values, strict=False)))

    def _require_measure(self, file: IO[bytes]) -> None:
        """Raise SourceError where the parts of the workbook grow beyond measure when they are unpacked."""
        from zipfile import ZipFile

        size = file.seek(0, os.SEEK_END)
        given = sum(part.file_size for part in ZipFile(file).infolist())
        if given > max(FREE, RATIO * size):
            raise grows_too_much(self._name, size, given)
        file.seek(0)


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell)
