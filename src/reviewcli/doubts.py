"""List the gaps that are open to doubt in reading order, and follow them while people decide one by one."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any, NamedTuple

from reviewcli.documents import edge_of, gaps_from
from reviewcli.model import OPEN_TO


class OpenGap(NamedTuple):
    """A gap to decide about: inside a review after so many lines, or where it ends and `right` begins."""

    number: int
    after: int
    right: int | None = None


class _Place(NamedTuple):
    """What has to be known of a review; places sort in reading order."""

    source: int
    start: int
    number: int
    before: float
    after: float
    length: int
    inside: tuple[int, ...]


def open_gaps(documents: Iterable[Mapping[str, Any]]) -> Iterator[OpenGap]:
    """Give the gaps that a person should be asked about, from stored reviews, source by source."""
    places = sorted(map(_place, documents))
    for place, following in zip_longest(places, places[1:]):
        for after in place.inside:
            yield OpenGap(place.number, after)
        if following and following.source == place.source and min(place.after, following.before) <= OPEN_TO:
            yield OpenGap(place.number, place.length, following.number)


def _place(document: Mapping[str, Any]) -> _Place:
    return _Place(
        source=document["origin"]["source"],
        start=document["origin"]["start"],
        number=document["number"],
        before=edge_of(document, "before")["confidence"],
        after=edge_of(document, "after")["confidence"],
        length=document["text"].count("\n") + 1,
        inside=tuple(gap.after for gap in gaps_from(document) if gap.open),
    )


class Trail:
    """Where gaps that were listed are now, as long as they are decided about in reading order."""

    def __init__(self) -> None:
        self._moved: dict[int, tuple[int, int]] = {}

    def now(self, gap: OpenGap) -> OpenGap:
        """Say in which review a gap is by now, and after how many lines of it."""
        number, further = self._moved.get(gap.number, (gap.number, 0))
        return gap._replace(number=number, after=gap.after + further)

    def cut(self, gap: OpenGap, rest: int) -> None:
        """Note that a review was cut at a gap inside it: what follows is review `rest`."""
        self._moved[gap.number] = rest, -gap.after

    def joined(self, gap: OpenGap, number: int) -> None:
        """Note that the reviews on both sides of a gap are review `number` now."""
        if gap.right is not None:
            self._moved[gap.right] = number, self.now(gap).after
