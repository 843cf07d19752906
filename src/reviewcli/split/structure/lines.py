"""Read the lines of a page, each with its place and the form in which it is matched."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_SEPARATOR = re.compile(r"([-*#=_~—–])(?:[ \t]*+\1){2,}+")
_LONGEST = 300
_UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF))
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("•∙‧・●⋅", "·"),
        **dict(zip("０１２３４５６７８９：，．／（）", "0123456789:,./()", strict=True)),
    }
)


class Line(NamedTuple):
    """One line that is not blank, stripped; `start` is where it begins in the text.

    `shown` has its white space made even, `plain` its typography too, letter for letter; both are
    empty where it is too long to be furniture.
    """

    text: str
    start: int
    shown: str
    plain: str


def read_lines(text: str) -> list[Line]:
    """Read the lines of a text in order, without blank and separator lines."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    for start, end in _spans(text):
        raw = text[start:end]
        line = raw.strip()
        if not line:
            continue
        shown = ""
        if len(line) <= _LONGEST:
            if _SEPARATOR.fullmatch(line):
                continue
            shown = " ".join(line.translate(_UNSEEN).split())
        first = start + len(raw) - len(raw.lstrip())
        yield Line(line, first, shown, shown.translate(_PLAIN))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
