"""Read paragraphs in stretches that overlap, so that each is judged with its neighbours and few are held."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from reviewcli.split.paragraphs import Paragraph

STRETCH = 2_000
MARGIN = 40


class Stretch(NamedTuple):
    """Paragraphs in a row; its own gaps, counted among them from 0, are `first` to before `end`."""

    paragraphs: list[Paragraph]
    first: int
    end: int


def stretches(paragraphs: Iterable[Paragraph]) -> Iterator[Stretch]:
    """Give stretches in which every gap is once: 2,000 gaps each, with 40 paragraphs more on either side."""
    source = iter(paragraphs)
    before = list(islice(source, 1))
    ahead: list[Paragraph] = []
    while True:
        ahead += islice(source, STRETCH + MARGIN - len(ahead))
        own = ahead[:STRETCH]
        if not own:
            return
        yield Stretch(before + ahead, len(before) - 1, len(before) - 1 + len(own))
        before = (before + own)[-(MARGIN + 1) :]
        ahead = ahead[STRETCH:]
