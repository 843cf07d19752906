"""Cut pages of any length, a stretch at a time: what a site's pages look like is the same all through."""

from collections.abc import Iterator
from dataclasses import replace

from reviewcli.model import Span
from reviewcli.pieces import Text, even_pieces
from reviewcli.split.structure.fields import ReviewFields
from reviewcli.split.structure.lines import read_lines
from reviewcli.split.structure.recognise import StructuredSegment, structured_segments

STRETCH = 2_000_000
_FEWEST = 40


def cut_pages(text: Text) -> Iterator[StructuredSegment] | None:
    """Cut a text at the furniture of a review site, in order, as `structured_segments` does for one page.

    None where the first two million characters are no page: what follows is then not asked. A longer
    page is cut in stretches of so many characters, each by the site and layout of which it has most.
    Each leaves a quarter of its reviews to the next, so that all are read whole and beside others; a
    stretch with less than 40 reviews in it is held until there are more.
    """
    if structured_segments(next(even_pieces(text, STRETCH), "")) is None:
        return None
    return _in_stretches(text)


def _in_stretches(text: Text) -> Iterator[StructuredSegment]:
    held: list[str] = []
    size, start, enough = 0, 0, STRETCH
    for piece in even_pieces(text, STRETCH):
        if size >= enough:
            page = "".join(held)
            done, end = _surely_whole(page)
            yield from (_moved(one, start) for one in done)
            held, size, start = [page[end:]], size - end, start + end
            enough = max(STRETCH, 2 * size)
        held.append(piece)
        size += len(piece)
    page = "".join(held)
    found = structured_segments(page)
    yield from (_moved(one, start) for one in (_without_furniture(page) if found is None else found))


def _surely_whole(page: str) -> tuple[list[StructuredSegment], int]:
    """Cut the beginning of a page; give three quarters of its reviews, and where the others begin."""
    found = structured_segments(page) or []
    heads = [at for at, one in enumerate(found) if one.head]
    if len(heads) < _FEWEST:
        return [], 0
    first = heads[3 * len(heads) // 4]
    return found[:first], found[first].head or 0


def _without_furniture(page: str) -> list[StructuredSegment]:
    """Take the end of a page as text that belongs to no review."""
    lines = read_lines(page)
    if not lines:
        return []
    return [
        StructuredSegment(
            text="\n".join([line.text for line in lines]),
            span=Span(lines[0].start, lines[-1].start + len(lines[-1].text)),
            fields=ReviewFields(),
            site="",
            starts=tuple([line.start for line in lines]),
        )
    ]


def _moved(segment: StructuredSegment, by: int) -> StructuredSegment:
    """Count the places of a segment from the beginning of the whole text."""
    return replace(
        segment,
        span=Span(segment.span.start + by, segment.span.end + by),
        starts=tuple([start + by for start in segment.starts]),
        head=None if segment.head is None else segment.head + by,
    )
