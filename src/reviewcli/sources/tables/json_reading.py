"""Read JSON values one after another from text that comes in pieces, holding one value at most."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

LONGEST = 32_000_000
_BLANK = re.compile(r"[ \t\r\n]*")
_decode = json.JSONDecoder().raw_decode


class Reading:
    """A place in a JSON text, which moves on; `line` counts from 1."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._pieces = iter(pieces)
        self._text = ""
        self._at = 0
        self._whole = False
        self._lines = 1
        self._counted = 0

    @property
    def line(self) -> int:
        """Tell on which line the place is."""
        self._lines += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._lines

    def peek(self) -> str:
        """Return the next character that is not blank; empty at the end."""
        while True:
            found = _BLANK.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more(1):
                return ""

    def expect(self, character: str) -> None:
        """Go past a character. Raises ValueError where there is another."""
        if self.peek() != character:
            raise json.JSONDecodeError(f"no {character}", "", 0)
        self._at += 1

    def members(self, end: str) -> Iterator[None]:
        """Go past each bracket and comma of a list or an object; who iterates reads the members between."""
        self._at += 1
        if self.peek() == end:
            self._at += 1
            return
        while True:
            yield
            if self.peek() == end:
                self._at += 1
                return
            self.expect(",")

    def value(self) -> Any:
        """Read the next value. Raises ValueError where there is none."""
        self.peek()
        value, self._at = self._decoded(LONGEST)
        return value

    def ahead(self, most: int) -> Any:
        """Read the next value and stay before it; None for one of more characters, or none."""
        self.peek()
        try:
            return self._decoded(most)[0]
        except (ValueError, RecursionError):
            return None

    def _decoded(self, most: int) -> tuple[Any, int]:
        while True:
            try:
                value, end = _decode(self._text, self._at)
            except json.JSONDecodeError as error:
                cut_off = error.msg.startswith("Unterminated") or error.pos >= len(self._text) - 16
                if self._whole or not cut_off or len(self._text) - self._at > most:
                    raise
                self._more(len(self._text) - self._at)
                continue
            if end < len(self._text) or not self._more(1):
                return value, end

    def _more(self, size: int) -> bool:
        """Take so many more characters, if there are; what lies behind is let go."""
        if self._whole:
            return False
        taken: list[str] = []
        length = 0
        for piece in self._pieces:
            taken.append(piece)
            length += len(piece)
            if length >= size and length:
                break
        else:
            self._whole = True
        if not taken:
            return False
        self._lines += self._text.count("\n", self._counted, self._at)
        self._text = self._text[self._at :] + "".join(taken)
        self._at = self._counted = 0
        return length > 0
