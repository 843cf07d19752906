"""Tell by how a table begins what separates its values, and whether it names its columns."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reviewcli.tables.registry import publisher_of

_DELIMITERS = ",;\t|"
_ROWS = 60
_LONGEST_NAME = 64
_NUMBER = re.compile(r"[+-]?[\d.,/:-]+")
_ESCAPED = re.compile(r'[^\\,;\t|\n]\\"(?![,;\t|\r\n])')
_DOUBLED = re.compile(r'[^,;\t|\n"]""(?!")')
_DECLARED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


class Shape(NamedTuple):
    """What separates values, what stands before a quote within one (nothing: it is doubled)."""

    delimiter: str
    escape: str | None = None
    spaced: bool = False
    declared: bool = False


def shape_of(beginning: str, *, tabs: bool) -> Shape:
    """Tell the shape of a table by its first characters."""
    escape = "\\" if len(_ESCAPED.findall(beginning)) > len(_DOUBLED.findall(beginning)) else None
    if found := _DECLARED.match(beginning):
        return Shape(found[1], escape, declared=True)
    order = "\t,;|" if tabs else _DELIMITERS
    fits = {one: _fit(beginning, one, escape) for one in order}
    best = max(order, key=lambda one: (fits[one], -order.index(one)))
    delimiter = best if fits[best][1] else order[0]
    spaced = re.search(rf'{re.escape(delimiter)} +"', beginning) is not None
    return Shape(delimiter, escape, spaced)


def _fit(text: str, delimiter: str, escape: str | None) -> tuple[bool, float, int]:
    """Tell how well a delimiter explains a text: a known header, how even the rows are, how wide."""
    widths: list[int] = []
    lines = text.splitlines(keepends=True)
    header: list[str] = []
    try:
        reader = csv.reader(lines, delimiter=delimiter, doublequote=escape is None, escapechar=escape)
        for cells in reader:
            header = header or cells
            if cells:
                widths.append(len(cells))
            if len(widths) >= _ROWS:
                break
    except csv.Error:
        pass
    if len(widths) > 2:
        widths.pop()  # the last may be cut off
    if not widths or widths[0] < 2:
        return False, 0.0, 0
    even = Counter(widths)[widths[0]] / len(widths)
    return publisher_of(header) is not None, round(even, 1), widths[0]


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether the first row names columns: short names, all different, none a number."""
    names = [one.strip() for one in cells]
    given = [one for one in names if one]
    return (
        bool(given)
        and len(set(given)) == len(given)
        and all(len(one) <= _LONGEST_NAME and "\n" not in one and not _NUMBER.fullmatch(one) for one in given)
    )


def columns_named(cells: Sequence[str]) -> list[str]:
    """Name each column, also one that has no name, so that no two are called the same."""
    found: list[str] = []
    for at, cell in enumerate(cells, start=1):
        name = cell.strip() or f"column {at}"
        while name in found:
            name += "_"
        found.append(name)
    return found
