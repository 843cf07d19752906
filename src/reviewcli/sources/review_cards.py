"""Find the elements of a page that hold a review each, and leave out what stands around them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from reviewcli.split.structure.parts import Cut, Part


class Card(NamedTuple):
    """The lines of an element that holds one review, and how many elements hold it and its neighbour."""

    start: int
    stop: int
    held: int


def find_cards(levels: Sequence[int], cut: Cut, places: Sequence[int]) -> list[Card]:
    """Find the cards of a page that was cut; none where reviews do not stand in elements of their own.

    `levels` tells for each line how many elements hold it and the line before; `places` where the lines
    of the cut stand among them. A card that stands in no row of them is left out, unless its furniture
    tells what that of all in a row does: about a page there are single lines that look like a review's.
    In a row, what stands between two cards goes with the first: it may be a review that is not known for one.
    """
    parts = [part for part in cut.parts if part.findings is not None]
    anchors = [places[_anchor(cut, part)] for part in parts]
    if len(parts) == 1:
        return [_alone(levels, anchors[0], places[min(parts[0].body, len(places) - 1)])]
    cards = list(_cards(levels, anchors))
    ends = [places[max(part.start, part.tail - 1)] for part in parts]
    if 2 * sum(end < card.stop for end, card in zip(ends[:-1], cards, strict=False)) < len(parts) - 1:
        return []
    beside = [one.held == two.held == _between(levels, one, two) for one, two in pairwise(cards)]
    in_row = [before or after for before, after in pairwise((False, *beside, False))]
    told = [frozenset(name for name, _ in part.findings or ()) for part in parts]
    usual = frozenset.intersection(
        *(names for names, some in zip(told, in_row, strict=True) if some or not any(in_row))
    )
    row = [
        card._replace(stop=after.start) if joined and after else card
        for card, after, joined in zip_longest(cards, cards[1:], beside)
    ]
    return [card for card, some, names in zip(row, in_row, told, strict=True) if some or names >= usual]


def _between(levels: Sequence[int], one: Card, two: Card) -> int:
    """Tell how many elements hold two cards that follow each other."""
    return min(levels[one.start + 1 : two.start + 1], default=0)


def _anchor(cut: Cut, part: Part) -> int:
    """Find the first line of what stands before a text that is furniture for sure."""
    return next((at for at in range(part.start, part.body) if cut.page.kinds[at].isupper()), part.start)


def _cards(levels: Sequence[int], anchors: Sequence[int]) -> Iterator[Card]:
    """Give the card of each review, of which one line is known.

    Two neighbours are held together by as many elements as the least level of the lines after the one up
    to the other; a card is all around its line that more hold.
    """
    shared = [min(levels[one + 1 : other + 1]) for one, other in pairwise(anchors)]
    for anchor, before, after in zip(anchors, [-1, *shared], [*shared, -1], strict=True):
        yield _around(levels, anchor, max(before, after))


def _alone(levels: Sequence[int], anchor: int, body: int) -> Card:
    """Give the card of the only review: the element that holds both its furniture and its text."""
    return _around(levels, anchor, min(levels[anchor + 1 : body + 1], default=0) - 1)


def _around(levels: Sequence[int], anchor: int, held: int) -> Card:
    start = next((at for at in range(anchor, 0, -1) if levels[at] <= held), 0)
    stop = next((at for at in range(anchor + 1, len(levels)) if levels[at] <= held), len(levels))
    return Card(start, stop, held)
