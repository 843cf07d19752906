"""Read a text as paragraphs, each with its place in it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from reviewcli.model import Span

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_LONGEST_SEPARATOR = 1000
_SEPARATOR = re.compile(r"([-*#=_~—–])(?:[ \t]*\1){2,}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text that is never cut: one line, or in a text with blank lines one block of lines.

    `lines` are stripped and not empty. `cut_before` tells that a separator line stands before it.
    """

    lines: tuple[str, ...]
    span: Span
    cut_before: bool = False

    @property
    def text(self) -> str:
        """Join the lines by `\\n`."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    span: Span
    blank_before: bool
    cut_before: bool


def is_separator(line: str) -> bool:
    """Tell whether a line is made of three or more of one mark: `---`, `* * *`, `###`, `===`."""
    return len(line) <= _LONGEST_SEPARATOR and bool(_SEPARATOR.fullmatch(line))


def read_paragraphs(
    text: str, *, is_separator: Callable[[str], bool] = is_separator, blank_lines_part: bool = False
) -> list[Paragraph]:
    """Read the paragraphs of a text in order.

    Lines end as Unicode says they may (`\\n`, `\\r\\n`, `\\r`, NEL, U+2028, U+2029). A line of
    white space is blank; a line of three or more of one mark (`---`, `* * *`, `###`, `===`) is a
    separator, and dropped. Where some lines are parted by blank lines and others are not, only the
    blank lines part paragraphs, and so with `blank_lines_part`; otherwise every line is a paragraph.
    """
    lines = list(_lines(text, is_separator))
    joints = [line for _, line in pairwise(lines) if not line.cut_before]
    parted = any(line.blank_before for line in joints) and not all(line.blank_before for line in joints)
    mixed = parted or blank_lines_part
    paragraphs: list[Paragraph] = []
    block: list[_Line] = []
    for line in lines:
        if block and (line.cut_before or line.blank_before or not mixed):
            paragraphs.append(_paragraph(block))
            block = []
        block.append(line)
    if block:
        paragraphs.append(_paragraph(block))
    return paragraphs


def _paragraph(block: list[_Line]) -> Paragraph:
    return Paragraph(
        lines=tuple(line.text for line in block),
        span=Span(block[0].span.start, block[-1].span.end),
        cut_before=block[0].cut_before,
    )


def _lines(text: str, is_separator: Callable[[str], bool]) -> Iterator[_Line]:
    blank = cut = False
    for start, end in _line_spans(text):
        raw = text[start:end]
        line = raw.strip()
        if not line:
            blank = True
        elif is_separator(line):
            cut = True
        else:
            first = start + len(raw) - len(raw.lstrip())
            yield _Line(line, Span(first, first + len(line)), blank, cut)
            blank = cut = False


def line_starts(text: str) -> list[int]:
    """List where the lines of a text begin, blank ones too."""
    return [start for start, _ in _line_spans(text)]


def _line_spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
