"""Put what people decided into effect: it comes before every rule by which a text is cut."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from reviewcli.model import BY_READER, Boundary, InnerGap, Span
from reviewcli.origins import Places, lay_out
from reviewcli.pieces import LineNumbers, Text
from reviewcli.segmentation import Segment
from reviewcli.split.decisions import Decisions, verdict

DECIDED = {boundary: Boundary(float(boundary), (BY_READER,)) for boundary in (False, True)}


class _Piece(NamedTuple):
    """A segment with the places of its lines in the source, and their numbers."""

    segment: Segment
    places: Places
    numbers: list[int]


def decide(segments: Iterable[Segment], text: Text, decisions: Decisions) -> Iterator[Segment]:
    """Cut and join the segments of a text as people decided; those about another text change nothing.

    The fields of a segment that is cut are those of all its parts; of segments that are joined, the
    first that has a field says what it is.
    """
    told = decisions.by_line(text)
    if not told:
        yield from segments
        return
    lines = LineNumbers(text)
    last: _Piece | None = None
    for segment in segments:
        places = lay_out(segment.text, segment.span.start, segment.starts)
        whole = _Piece(segment, places, [lines.at(start) for start, _ in places])
        for part in _parts(whole, told):
            if last is None:
                last = part
                continue
            said = verdict(told, (last.numbers[-1], part.numbers[0]))
            if said is False:
                last = _joined(last, part)
                continue
            yield replace(last.segment, after=DECIDED[True]) if said else last.segment
            last = part._replace(segment=replace(part.segment, before=DECIDED[True])) if said else part
    if last:
        yield last.segment


def _parts(whole: _Piece, told: Mapping[int, bool]) -> Iterator[_Piece]:
    """Cut a segment where people decided for a boundary, and note where they decided against one."""
    segment, places, numbers = whole
    said = {after: verdict(told, between) for after, between in enumerate(pairwise(numbers), 1)}
    known = {gap.after: gap for gap in segment.gaps}
    known |= {after: InnerGap(after, DECIDED[False]) for after, boundary in said.items() if boundary is False}
    lines = segment.text.split("\n")
    ends = [0, *(after for after, boundary in said.items() if boundary), len(lines)]
    for start, end in pairwise(ends):
        part = replace(
            segment,
            text="\n".join(lines[start:end]),
            span=Span(places[start][0], places[end - 1][1]),
            before=DECIDED[True] if start else segment.before,
            after=DECIDED[True] if end < len(lines) else segment.after,
            starts=tuple([place for place, _ in places[start:end]]),
            gaps=tuple(
                replace(known[after], after=after - start) for after in sorted(known) if start < after < end
            ),
        )
        yield _Piece(part, places[start:end], numbers[start:end])


def _joined(left: _Piece, right: _Piece) -> _Piece:
    one, other = left.segment, right.segment
    after = len(left.places)
    moved = (replace(gap, after=gap.after + after) for gap in other.gaps)
    segment = replace(
        one,
        text=f"{one.text}\n{other.text}",
        span=Span(one.span.start, other.span.end),
        after=other.after,
        starts=tuple([place for place, _ in left.places + right.places]),
        gaps=(*one.gaps, InnerGap(after, DECIDED[False]), *moved),
        fields=tuple((dict(other.fields) | dict(one.fields)).items()),
    )
    return _Piece(segment, left.places + right.places, left.numbers + right.numbers)
