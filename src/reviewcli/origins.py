"""Know where each paragraph of a review stands in its source."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

Places = list[tuple[int, int]]


def lay_out(text: str, start: int, starts: Sequence[int] = ()) -> Places:
    """Place the lines of a text: at the characters given, or side by side from the first on.

    Places count characters of the source and are half open.
    """
    lines = text.split("\n")
    if not starts:
        starts = list(accumulate((len(line) + 1 for line in lines[:-1]), initial=start))
    return [(first, first + len(line)) for first, line in zip(starts, lines, strict=True)]


def places_of(document: Mapping[str, Any]) -> Places:
    """List the places of a stored review's paragraphs: as kept, or side by side as they mostly are."""
    origin = document["origin"]
    if "lines" in origin:
        return [(start, end) for start, end in origin["lines"]]
    return lay_out(document["text"], origin["start"])


def origin_of(source_id: int, places: Sequence[tuple[int, int]]) -> dict[str, Any]:
    """Return the origin that a document keeps: the places of paragraphs only where they stand apart."""
    origin = {"source": source_id, "start": places[0][0], "end": places[-1][1]}
    apart = any(after[0] != before[1] + 1 for before, after in pairwise(places))
    return origin | ({"lines": [list(place) for place in places]} if apart else {})
