"""Put what people decided into effect: it comes before every rule by which a text is cut."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from reviewcli.model import BY_READER, Boundary, InnerGap, Span
from reviewcli.origins import Places, find_places
from reviewcli.segmentation import Segment
from reviewcli.split.decisions import Decisions, verdict
from reviewcli.split.paragraphs import line_starts

DECIDED = {boundary: Boundary(float(boundary), (BY_READER,)) for boundary in (False, True)}


class _Piece(NamedTuple):
    """A segment with the places of its lines in the source, and their numbers."""

    segment: Segment
    places: Places
    numbers: list[int]


def decide(segments: Iterable[Segment], text: str, decisions: Decisions) -> list[Segment]:
    """Cut and join the segments of a text as people decided; those about another text change nothing.

    The fields of a segment that is cut are those of all its parts; of segments that are joined, the
    first that has a field says what it is.
    """
    told = decisions.by_line(text)
    if not told:
        return list(segments)
    starts = line_starts(text)
    pieces: list[_Piece] = []
    for segment in segments:
        places = find_places(segment.text, text, segment.span.start)
        whole = _Piece(segment, places, [bisect_right(starts, start) for start, _ in places])
        for part in _parts(whole, told):
            said = verdict(told, (pieces[-1].numbers[-1], part.numbers[0])) if pieces else None
            if said is None:
                pieces.append(part)
            elif said:
                before, after = pieces[-1].segment, part.segment
                pieces[-1] = pieces[-1]._replace(segment=replace(before, after=DECIDED[True]))
                pieces.append(part._replace(segment=replace(after, before=DECIDED[True])))
            else:
                pieces[-1] = _joined(pieces[-1], part)
    return [piece.segment for piece in pieces]


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
        gaps=(*one.gaps, InnerGap(after, DECIDED[False]), *moved),
        fields=tuple((dict(other.fields) | dict(one.fields)).items()),
    )
    return _Piece(segment, left.places + right.places, left.numbers + right.numbers)
