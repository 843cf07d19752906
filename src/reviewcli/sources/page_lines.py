"""Turn the markup of a saved web page into the lines that a browser would show of it."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from reviewcli.errors import SourceError
from reviewcli.sources.page_elements import BLOCKS, CELLS, PARAGRAPH, PARTS, Element, element_within
from reviewcli.split.structure.dates import DATE, parse_date
from reviewcli.split.structure.marks import Mark, mark_of

DEEPEST = 2_000
"""How many elements may be open at once; what a parser needs for unmatched ends grows with it."""
_FED_AT_ONCE = 1 << 16
_TELLING = ("aria-label", "alt", "title")
_SPACE = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
_LINE_END = re.compile("\r\n?|\n")
_DATED = re.compile(DATE, re.IGNORECASE)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_LONGEST_EMOJI = 12
_NO_EMOJI = re.compile(r"[\w\s!-~]")


class PageLine(NamedTuple):
    """One line of a page.

    `level` is how many elements hold both its beginning and that of the line before; `gap` tells that
    space stands before it; `shown` is false for what only an attribute says; `within` is the element it
    begins in.
    """

    text: str
    level: int
    gap: bool
    shown: bool
    within: Element


def page_lines(markup: str, name: str) -> list[PageLine]:
    """Read the lines of a page in order; white space is made even, and no line is empty.

    Ratings that stand in an attribute or in the title of a drawing take the place of what is shown, and
    so does the day of a `<time>` that shows none. Raises SourceError where elements nest too deep.
    """
    from lxml import etree  # type: ignore[import-untyped]  # it comes without types

    rendering = _Rendering(name)
    if not markup.strip():  # which the parser takes for an error
        return rendering.lines
    parser = etree.HTMLParser(target=rendering, huge_tree=True)
    for start in range(0, len(markup), _FED_AT_ONCE):
        parser.feed(markup[start : start + _FED_AT_ONCE])
    parser.close()
    return rendering.lines


class _Time(NamedTuple):
    """A `<time>` that is open: what it says in its attribute, and where what it shows begins."""

    day: str
    depth: int
    lines: int
    pieces: int


class _Rendering:
    """Collect lines while a parser tells what it meets."""

    def __init__(self, name: str) -> None:
        self.lines: list[PageLine] = []
        self._name = name
        self._open = [Element()]
        self._hidden = 0
        self._line: list[str] = []
        self._within = self._open[0]
        self._gap = self._parted = False
        self._lowest = self._level = 0
        self._drawings = 0
        self._caption: list[str] | None = None
        self._time: _Time | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        if len(self._open) > DEEPEST:
            raise SourceError(
                f"{self._name} nests more than {DEEPEST:,} elements in one another.",
                hint="Open it in a browser, copy the reviews, and import what you copied.",
            )
        if tag in BLOCKS:
            self._end_line(gap=tag == PARAGRAPH)
        elif tag in CELLS or (tag in PARTS and self._parted):
            self._add(" ")
        elif tag == "br":
            self._break()
        self._parted = False
        self._drawings += tag == "svg"
        if tag == "title" and self._drawings and not self._hidden:
            self._caption = []
        element = element_within(self._open[-1], tag, attributes)
        if not (element.hides or self._hidden):
            element = element._replace(hides=self._tells(tag, attributes))
        self._hidden += element.hides
        self._open.append(element)
        if tag == "time" and (day := _ISO_DAY.match(attributes.get("datetime", ""))):
            self._time = _Time(day.group(), len(self._open), len(self.lines), len(self._line))

    def end(self, tag: str) -> None:
        """End the element that was begun last."""
        if self._time and self._time.depth == len(self._open):
            self._date(self._time)
            self._time = None
        self._hidden -= self._open.pop().hides
        self._lowest = min(self._lowest, len(self._open))
        self._parted = self._parted or tag in PARTS
        if tag in BLOCKS:
            self._end_line(gap=tag == PARAGRAPH)
        elif tag == "svg":
            self._drawings -= 1
        elif tag == "title" and self._caption is not None:
            caption, self._caption = "".join(self._caption), None
            self._mark(caption, mark_of(caption))

    def data(self, text: str) -> None:
        """Take in text."""
        self._parted = False
        if self._caption is not None:
            self._caption.append(text)
        if not self._open[-1].preformatted:
            self._add(text)
            return
        first, *rest = _LINE_END.split(text)
        self._add(first)
        for line in rest:
            self._break()
            self._add(line)

    def close(self) -> None:
        """End the page."""
        self._end_line()

    def _tells(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Add what an attribute says in the place of what is in the element; tell whether one does."""
        for name in _TELLING:
            value = attributes.get(name, "")
            if value and (mark := mark_of(value)):
                self._mark(value, mark)
                return True
        image = attributes.get("alt", "") if tag == "img" else ""
        if 0 < len(image) <= _LONGEST_EMOJI and not _NO_EMOJI.search(image):
            self._add(image)
        return False

    def _mark(self, text: str, mark: Mark | None) -> None:
        if mark is Mark.LINE:
            self._end_line()
            self._add(text)
            self._end_line(shown=False)
        elif mark is Mark.WORDS:
            self._add(text)

    def _date(self, time: _Time) -> None:
        """Put the day of a `<time>` in the place of what it shows, unless that can mean one day only."""
        shown = _DATED.search("".join(self._line[time.pieces :]))
        if len(self.lines) == time.lines and not (shown and parse_date(shown.group())):
            del self._line[time.pieces :]
            self._add(time.day)

    def _add(self, text: str) -> None:
        if self._hidden or not (self._line or text.strip()):
            return
        if not self._line:
            self._within = self._open[-1]
            self._level = min(self._lowest, len(self._open))
            self._lowest = len(self._open)
        self._line.append(text)

    def _break(self) -> None:
        if not self._hidden:
            self._gap = self._gap or not self._line
            self._end_line()

    def _end_line(self, *, gap: bool = False, shown: bool = True) -> None:
        text = _SPACE.sub(" ", "".join(self._line)).strip(" ")
        self._line.clear()
        if text:
            self.lines.append(PageLine(text, self._level, self._gap, shown, self._within))
            self._gap = False
        self._gap = self._gap or (gap and not self._hidden)
