"""Read a text as paragraphs, each with its place in it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from reviewcli.model import Span
from reviewcli.pieces import Text, numbered_lines

_LONGEST_SEPARATOR = 1000
_SEPARATOR = re.compile(r"([-*#=_~—–])(?:[ \t]*\1){2,}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text that is never cut: one line, or in a text with blank lines one block of lines.

    `lines` are stripped and not empty. `cut_before` tells that a separator line stands before it;
    `starts` at which character of the text each line begins.
    """

    lines: tuple[str, ...]
    span: Span
    cut_before: bool = False
    starts: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """Join the lines by `\\n`."""
        return "\n".join(self.lines)


class _Line(NamedTuple):
    text: str
    start: int
    blank_before: bool
    cut_before: bool


def is_separator(line: str) -> bool:
    """Tell whether a line is made of three or more of one mark: `---`, `* * *`, `###`, `===`."""
    return len(line) <= _LONGEST_SEPARATOR and bool(_SEPARATOR.fullmatch(line))


class Paragraphs:
    """The paragraphs of a text in order, read as they are asked for, as often as they are.

    Lines end as Unicode says they may (`\\n`, `\\r\\n`, `\\r`, NEL, U+2028, U+2029). A line of
    white space is blank; a line of three or more of one mark (`---`, `* * *`, `###`, `===`) is a
    separator, and dropped. Where some lines are parted by blank lines and others are not, only the
    blank lines part paragraphs, and so with `blank_lines_part`; otherwise every line is a paragraph.
    To find out which it is the text is read once, up to where both were seen.
    """

    def __init__(
        self,
        text: Text,
        *,
        is_separator: Callable[[str], bool] = is_separator,
        blank_lines_part: bool = False,
    ) -> None:
        self._text = text
        self._is_separator = is_separator
        self._in_blocks = blank_lines_part or _mixed(_lines(text, is_separator))

    def __iter__(self) -> Iterator[Paragraph]:
        """Read them from the first on."""
        block: list[_Line] = []
        for line in _lines(self._text, self._is_separator):
            if block and (line.cut_before or line.blank_before or not self._in_blocks):
                yield _paragraph(block)
                block = []
            block.append(line)
        if block:
            yield _paragraph(block)


def read_paragraphs(text: Text) -> list[Paragraph]:
    """List the paragraphs of a text in order, as `Paragraphs` says."""
    return list(Paragraphs(text))


def _mixed(lines: Iterator[_Line]) -> bool:
    """Tell whether some lines are parted from the one before by blank lines, and others are not."""
    found: bool | None = None
    for line in islice(lines, 1, None):
        if not line.cut_before:
            if found is not None and found != line.blank_before:
                return True
            found = line.blank_before
    return False


def _paragraph(block: list[_Line]) -> Paragraph:
    return Paragraph(
        lines=tuple([line.text for line in block]),
        span=Span(block[0].start, block[-1].start + len(block[-1].text)),
        cut_before=block[0].cut_before,
        starts=tuple([line.start for line in block]),
    )


def _lines(text: Text, is_separator: Callable[[str], bool]) -> Iterator[_Line]:
    blank = cut = False
    for start, raw in numbered_lines(text):
        line = raw.strip()
        if not line:
            blank = True
        elif is_separator(line):
            cut = True
        else:
            yield _Line(line, start + len(raw) - len(raw.lstrip()), blank, cut)
            blank = cut = False
