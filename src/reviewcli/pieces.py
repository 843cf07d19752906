"""Read a text of any size in pieces: whole if it is held, from the disk again and again if it is not."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

Text: TypeAlias = str | Iterable[str]
"""A text, whole or in pieces of any sizes; pieces can be iterated over several times."""

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_LINE_END_WITHOUT_RETURNS = re.compile("[\n\x85\u2028\u2029]")


def pieces_of(text: Text) -> Iterable[str]:
    """Give the pieces of a text; one that is held whole is one piece."""
    return (text,) if isinstance(text, str) else text


def numbered_lines(text: Text) -> Iterator[tuple[int, str]]:
    """Give every line without its end, and at which character of the text it begins.

    Lines end as Unicode says they may: `\\n`, `\\r\\n`, `\\r`, NEL, U+2028, U+2029. After the last
    end there is one more line, which may be empty. What is held is one piece and one line.
    """
    begun: list[str] = []
    start = at = 0
    for piece in pieces_with_whole_ends(text):
        last = 0
        ends = _LINE_END if "\r" in piece else _LINE_END_WITHOUT_RETURNS
        for end in ends.finditer(piece):
            line = piece[last : end.start()]
            yield start, "".join((*begun, line)) if begun else line
            begun.clear()
            last = end.end()
            start = at + last
        if last < len(piece):
            begun.append(piece[last:])
        at += len(piece)
    yield start, "".join(begun)


class LineNumbers:
    """Tell on which line of a text a place is, for places that are asked about in order."""

    def __init__(self, text: Text) -> None:
        self._starts = (start for start, _ in numbered_lines(text))
        self._number = 0
        self._next: int | None = next(self._starts)

    def at(self, place: int) -> int:
        """Return the number of the line, from 1; blank lines count."""
        while self._next is not None and self._next <= place:
            self._number += 1
            self._next = next(self._starts, None)
        return self._number


def even_pieces(text: Text, size: int) -> Iterator[str]:
    """Give a text in pieces of just so many characters, the last one shorter."""
    held: list[str] = []
    missing = size
    for piece in pieces_of(text):
        at = 0
        while len(piece) - at >= missing:
            yield "".join((*held, piece[at : at + missing]))
            at, missing = at + missing, size
            held.clear()
        held.append(piece[at:])
        missing -= len(piece) - at
    if missing < size:
        yield "".join(held)


def pieces_with_whole_ends(text: Text) -> Iterator[str]:
    """Give the pieces cut so that none ends between `\\r` and `\\n`."""
    held = ""
    for piece in pieces_of(text):
        joined = held + piece
        held = "\r" if joined.endswith("\r") else ""
        yield joined[:-1] if held else joined
    yield held
