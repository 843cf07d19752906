"""Read reviews that stand in a file one by one: a JSON object a line, with a text and what is known of it."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from reviewcli.errors import SourceError
from reviewcli.model import Span
from reviewcli.segmentation import Segment
from reviewcli.sources.plaintext import Source

LONGEST_LINE = 64_000_000
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d.*)?)?)?", re.ASCII)
_CODE = re.compile("([a-z]{2,3})([-_].*)?")
_MARK = b"\xef\xbb\xbf"
Value = str | float | int | bool


def source_of_records(label: str, content: Iterable[bytes], watched: Iterable[bytes]) -> Source:
    """Read bytes that can be read again once, to know them again; their reviews are read when asked for."""
    digest, size = hashlib.sha256(), 0
    for chunk in watched:
        digest.update(chunk)
        size += len(chunk)
    records = JsonLines(content, label)
    return Source(label, None, digest.hexdigest(), "", size=size, length=size, records=records)


class JsonLines:
    """The reviews of a file, read anew each time; what is held is one line and one piece of the file."""

    def __init__(self, content: Iterable[bytes], name: str) -> None:
        self._content = content
        self._name = name

    def __iter__(self) -> Iterator[Segment]:
        """Give a segment for each line that is not blank. Raises SourceError, with the line, for others."""
        start = 0
        for number, line in enumerate(self._lines(), 1):
            if not line or line.isspace():
                start += len(line) + 1
                continue
            end = start + len(line)
            yield self._segment(line, number, start, end)
            start = end + 1

    def _lines(self) -> Iterator[bytes]:
        held = b""
        first = True
        for chunk in self._content:
            piece = held + chunk
            if first:
                piece, first = piece.removeprefix(_MARK), False
            *whole, held = piece.split(b"\n")
            yield from whole
            if len(held) > LONGEST_LINE:
                raise SourceError(
                    f"{self._name} has a line of more than {LONGEST_LINE:,} bytes.",
                    hint="Write one JSON object a line.",
                )
        yield held

    def _segment(self, line: bytes, number: int, start: int, end: int) -> Segment:
        try:
            document = json.loads(str(line, "utf-8"))
        except (ValueError, RecursionError) as error:
            raise self._wrong(number, "it is no JSON") from error
        if not isinstance(document, dict) or not isinstance(document.get("text"), str):
            raise self._wrong(number, "it is no JSON object with a text")
        text = _as_lines(document["text"])
        if not text:
            raise self._wrong(number, "its text is empty")
        return Segment(text, Span(start, end), fields=self._fields(document, number))

    def _fields(self, document: Mapping[str, Any], number: int) -> tuple[tuple[str, Value], ...]:
        found: list[tuple[str, Value]] = []
        for name, read in _FIELDS.items():
            value = document.get(name)
            if value is None or value == "":
                continue
            said = read(value)
            if said is None:
                raise self._wrong(number, f"its {name} is not one")
            if said != "":
                found.append((name, said))
        return tuple(found)

    def _wrong(self, number: int, what: str) -> SourceError:
        return SourceError(
            f"Line {number} of {self._name} cannot be read: {what}.",
            hint='Nothing was written. Each line is such as {"text": "Good.", "rating": 4}.',
        )


def _as_lines(text: str) -> str:
    """Make every paragraph a line, without blank ones."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _name(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return " ".join(value.split()) if isinstance(value, str) else None


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if abs(number) < 1e9 else None


def _date(value: object) -> str | None:
    return value if isinstance(value, str) and _DATE.fullmatch(value) else None


def _language(value: object) -> str | None:
    """Read the code of a language, of which the region is left away; what is none is told from the text."""
    found = _CODE.fullmatch(value.strip().lower()) if isinstance(value, str) else None
    return found[1] if found else ""


_FIELDS: Mapping[str, Callable[[object], Value | None]] = {
    "title": _name,
    "author": _name,
    "rating": _number,
    "date": _date,
    "item": _name,
    "language": _language,
}
