"""Read a saved web page as text: its reviews where its site is known, else what is worth reading in it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from reviewcli.errors import SourceError
from reviewcli.sources.page_lines import PageLine, page_lines
from reviewcli.split.structure.parts import Cut, Part, parts_of_reviews
from reviewcli.split.structure.recognise import best_cut


def page_text(markup: str, name: str) -> tuple[str, str]:
    """Give the text of a page, with a note where no site's layout was found in it.

    Of a page of a known site it is the lines of its reviews with their furniture; of another, the main
    part of what a browser shows. Raises SourceError where there is no text.
    """
    lines = page_lines(markup, name)
    cut = best_cut("\n".join(line.text for line in lines))
    if cut:
        return "\n".join(line.text for line in _of_reviews(lines, cut)), ""
    shown = _worth_reading([line for line in lines if line.shown])
    if not shown:
        raise SourceError(
            f"{name} is a saved page that shows no text.",
            hint="Open it in a browser, copy the reviews, and import what you copied.",
        )
    text = "".join(("\n\n" if line.gap else "\n") + line.text for line in shown)
    return text.lstrip("\n"), "read as a saved page of a site whose layout is not known"


def _worth_reading(lines: Sequence[PageLine]) -> Sequence[PageLine]:
    """Leave out navigation and the like, and what is not in the main part, unless nothing remains."""
    for kept in (
        [line for line in lines if line.within.main and not line.within.aside],
        [line for line in lines if not line.within.aside],
    ):
        if kept:
            return kept
    return lines


def _of_reviews(lines: Sequence[PageLine], cut: Cut) -> Iterator[PageLine]:
    """Give the lines of the reviews alone, each within the element that holds it and no other."""
    begins = [0, *accumulate(len(line.text) + 1 for line in lines)]
    places = [bisect_right(begins, line.start) - 1 for line in cut.page.lines]
    parts = parts_of_reviews(cut)
    stretches = [range(places[part.start], places[part.end - 1] + 1) for part in parts]
    cards = _cards([line.level for line in lines], [places[_anchor(cut, part)] for part in parts])
    ends = [places[max(part.start, part.tail - 1)] for part in parts]
    in_cards = sum(end < card.stop for end, card in zip(ends[:-1], cards, strict=False))
    if 2 * in_cards < len(parts) or len(parts) == 1:
        cards = stretches
    for stretch, card in zip(stretches, cards, strict=True):
        yield from lines[max(stretch.start, card.start) : min(stretch.stop, card.stop)]


def _anchor(cut: Cut, part: Part) -> int:
    """Find the first line of what stands before a text that is furniture for sure."""
    return next((at for at in range(part.start, part.body) if cut.page.kinds[at].isupper()), part.start)


def _cards(levels: Sequence[int], anchors: Sequence[int]) -> list[range]:
    """Tell for each review where the element begins and ends that holds it and none of its neighbours.

    A line of each is given. Two neighbours are held together by as many elements as the least level of
    the lines after the one up to the other; a review is all around its line that more hold.
    """
    shared = [min(levels[one + 1 : other + 1]) for one, other in pairwise(anchors)]
    cards = []
    for anchor, before, after in zip(anchors, [-1, *shared], [*shared, -1], strict=True):
        held = max(before, after)
        start = next((at for at in range(anchor, 0, -1) if levels[at] <= held), 0)
        stop = next((at for at in range(anchor + 1, len(levels)) if levels[at] <= held), len(levels))
        cards.append(range(start, stop))
    return cards
