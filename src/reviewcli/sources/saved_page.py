"""Read a saved web page as text: its reviews where its site is known, else what is worth reading in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from reviewcli.errors import NoTextError
from reviewcli.sources.page_lines import PageLine, page_lines
from reviewcli.sources.review_cards import find_cards
from reviewcli.split.structure.parts import Cut, parts_of_reviews
from reviewcli.split.structure.recognise import best_cut


def page_text(markup: str, name: str) -> tuple[str, str]:
    """Give the text of a page, with a note where no site's layout was found in it.

    Of a page of a known site it is the lines of its reviews with their furniture; of another, the main
    part of what a browser shows. Raises NoTextError where there is no text.
    """
    lines = page_lines(markup, name)
    cut = best_cut(_text(lines))
    if cut:
        return _text(_of_reviews(lines, cut)), ""
    shown = _worth_reading([line for line in lines if line.shown])
    if not shown:
        raise NoTextError(
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
    """Give the lines of the reviews alone.

    First of all what stands around the elements that hold them is left out, since some of it may look like
    a review's furniture; then, of what remains, what belongs to none, as an answer of the shop.
    """
    places = _places(lines, cut)
    cards = find_cards([line.level for line in lines], cut, places)
    if cards:
        before = places[: bisect_left(places, cards[0].start)][-1:]
        within = [*before, *(at for card in cards for at in range(card.start, card.stop))]
        inner = [lines[at] for at in within]
        found = best_cut(_text(inner))
        if found and found.page.site is cut.page.site:
            lines, cut = inner, found
            places = _places(lines, cut)
    parts = parts_of_reviews(cut)
    if parts[0].start and cut.page.kinds[parts[0].start - 1] == "p":
        yield lines[places[parts[0].start - 1]]
    for part in parts:
        yield from lines[places[part.start] : places[part.end - 1] + 1]


def _places(lines: Sequence[PageLine], cut: Cut) -> list[int]:
    """Tell where the lines of a cut stand among those of the page."""
    begins = [0, *accumulate(len(line.text) + 1 for line in lines)]
    return [bisect_right(begins, line.start) - 1 for line in cut.page.lines]


def _text(lines: Iterable[PageLine]) -> str:
    return "\n".join(line.text for line in lines)
