"""Put cards together to a page and copy it as browsers and people do."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tests.copied.written import TEXTS, Paragraphs, Written, write

Lines: TypeAlias = tuple[str, ...]
Fields: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Card:
    """One review as a site prints it: lines before and after its text, and what they say of it."""

    before: Lines
    text: Paragraphs
    after: Lines
    fields: Fields


@dataclass(frozen=True, slots=True)
class Site:
    """How a site prints reviews: one card a review, and what stands above and below all of them.

    `card` draws what differs from review to review from its first source of chance, and from its second what
    all reviews of a page share. `fields` are those that its cards can tell, each judged on every review.
    """

    name: str
    card: Callable[[random.Random, random.Random, Written], Card]
    above: Lines
    below: Lines
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a page is copied: what is selected, and what becomes of white space on the way.

    With `around`, what stands above and below the reviews is selected too; a `torn` selection begins with the
    text of the first review and ends with that of the last; `adverts` stand between reviews here and there.
    """

    between_lines: str = "\n"
    between_cards: str = "\n"
    between_paragraphs: str = "\n"
    around: bool = False
    line_end: str = ""
    indent: str = ""
    space: str = " "
    torn: bool = False
    adverts: bool = False


_ADVERT = ("Advertisement",)
MANNERS = {
    "bare": Manner(),
    "whole page": Manner(around=True),
    "blank between cards": Manner(between_cards="\n\n", between_paragraphs="\n\n"),
    "blank everywhere": Manner("\n\n", "\n\n\n", "\n\n", around=True),
    "doubled": Manner("\n\n\n", "\n\n\n\n\n", "\n\n\n", around=True),
    "trailing": Manner(around=True, line_end="  \t"),
    "indented": Manner(indent="    ", between_cards="\n\n"),
    "no-break spaces": Manner(around=True, space="\u00a0"),
    "narrow spaces": Manner(space="\u202f", line_end="\u00a0"),
    "torn": Manner(torn=True),
    "adverts": Manner(around=True, adverts=True),
    "carriage returns": Manner("\r\n", "\r\n\r\n", "\r\n", around=True),
}


@dataclass(frozen=True, slots=True)
class Truth:
    """A review on a page: where its text begins, the text itself, and its fields, if all are selected."""

    start: int
    text: str
    fields: Fields | None


@dataclass(frozen=True, slots=True)
class CopiedPage:
    """A page as text, and the reviews with a text that stand on it."""

    text: str
    reviews: tuple[Truth, ...]


def copy(site: Site, manner: Manner, seed: int, texts: Sequence[Paragraphs] = TEXTS) -> CopiedPage:
    """Copy a page of 3 to 20 reviews."""
    rng = random.Random(f"{site.name} {seed}")
    cards = [site.card(rng, random.Random(seed), write(rng, texts)) for _ in range(rng.randint(3, 20))]
    return join(cards, manner, *((site.above, site.below) if manner.around else ((), ())))


def join(cards: Sequence[Card], manner: Manner, above: Lines = (), below: Lines = ()) -> CopiedPage:
    """Put cards one under the other, between what stands above and below them."""
    page = _Writing(manner)
    page.furniture(above)
    reviews = []
    for at, card in enumerate(cards, start=1):
        first, last = manner.torn and at == 1, manner.torn and at == len(cards)
        page.part(manner.between_cards)
        page.furniture(_ADVERT if manner.adverts and at % 4 == 0 else ())
        page.furniture(() if first else card.before)
        if card.text:
            start = page.paragraphs(card.text)
            fields = None if first or last else card.fields
            reviews.append(Truth(start, "\n".join(card.text), fields))
        page.furniture(() if last else card.after)
    page.part(manner.between_cards)
    page.furniture(below)
    return CopiedPage("".join(page.pieces) + "\n", tuple(reviews))


class _Writing:
    """A page in the making; each line is parted from the one before by what its place asks for."""

    def __init__(self, manner: Manner) -> None:
        self.pieces: list[str] = []
        self._manner = manner
        self._length = 0
        self._gap = ""

    def part(self, gap: str) -> None:
        """Have the next line parted so from what is there."""
        self._gap = gap if self._length else ""

    def furniture(self, lines: Lines) -> None:
        """Write lines of the site."""
        for line in lines:
            self._line(line.replace(" ", self._manner.space))
            self._gap = self._manner.between_lines

    def paragraphs(self, paragraphs: Paragraphs) -> int:
        """Write the text of a review; give where it begins."""
        starts = []
        for paragraph in paragraphs:
            starts.append(self._line(paragraph))
            self._gap = self._manner.between_paragraphs
        self._gap = self._manner.between_lines
        return starts[0]

    def _line(self, line: str) -> int:
        before = self._gap + self._manner.indent
        self._add(before)
        start = self._length
        self._add(line + self._manner.line_end)
        return start

    def _add(self, piece: str) -> None:
        self.pieces.append(piece)
        self._length += len(piece)
