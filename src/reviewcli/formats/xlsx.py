"""Write a workbook for spreadsheet programs: one review a row, every text a text and no formula."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from reviewcli.formats.frame import Writer
from reviewcli.formats.losses import LONGEST_CELL, utf16_length
from reviewcli.formats.scheme import Scheme
from reviewcli.formats.table import COLUMNS, row
from reviewcli.model import Review

ROWS = 1_048_575
"""How many rows a sheet has below its header."""

# What XML has no character for is written as _xHHHH_ (ECMA-376 part 1, 22.9.2.19); so is what looks like it.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def write(reviews: Iterable[Review], _scheme: Scheme) -> Iterator[bytes]:
    """Write reviews into as many sheets as they need; rows wait in a temporary file until all are there."""
    from tempfile import TemporaryFile

    from openpyxl import Workbook

    book, rows, sheets = Workbook(write_only=True), map(row, reviews), 0
    first = next(rows, None)
    while first is not None or not sheets:
        sheets += 1
        sheet = book.create_sheet("reviews" if sheets == 1 else f"reviews {sheets}")
        sheet.freeze_panes = "A2"
        sheet.append(COLUMNS)
        for cells in ([first] if first else []), islice(rows, ROWS - 1):
            for one in cells:
                sheet.append([_cell(value, sheet) for value in one])
        first = next(rows, None)
    with TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while piece := file.read(1 << 20):
            yield piece


def _cell(value: Any, sheet: Any) -> Any:
    """Make a cell; a text is said to be one, so that nothing in it is calculated, also when it is edited."""
    if not isinstance(value, str):
        return value
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet)
    cell._value = cell_text(value)  # the public way would guess a type from it, and refuse controls
    cell.data_type = "s"
    if value[:1] in "=+-@＝＋－＠'":
        cell.quotePrefix = True
    return cell


def cell_text(text: str) -> str:
    """Return what stands in the file for a text: its first 32,767 characters, controls escaped."""
    if utf16_length(text) > LONGEST_CELL:
        text = text.encode("utf-16-le")[: 2 * LONGEST_CELL].decode("utf-16-le", "ignore")
    return _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


WRITER = Writer(write)
