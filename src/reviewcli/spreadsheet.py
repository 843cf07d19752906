"""Keep text from being taken for a formula by the spreadsheet that opens it, in a way that can be undone."""

import re

# What begins a formula in spreadsheet programs, full-width forms included; some skip blanks before it.
_FORMULA = r"\s*[=+\-@＝＋－＠]"
_TELLING = re.compile(f"'*{_FORMULA}|'*[\t\r]")
_TOLD = re.compile(f"'+{_FORMULA}|'+[\t\r]")


def neutral_cell(text: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would calculate; `original_cell` takes it off."""
    return f"'{text}" if _TELLING.match(text) else text


def original_cell(cell: str) -> str:
    """Undo `neutral_cell`: take off the apostrophe that stands before what would be a formula without it."""
    return cell[1:] if _TOLD.match(cell) else cell
