"""Know where each paragraph of a review stands in its source."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

Places = list[tuple[int, int]]


def find_places(text: str, source_text: str, start: int) -> Places:
    """Find the paragraphs of a review in the text of its source, from where the review begins.

    Places count characters and are half open. Raises ValueError when a paragraph is not there.
    """
    places: Places = []
    at = start
    for line in text.split("\n"):
        first = source_text.index(line, at)
        at = first + len(line)
        places.append((first, at))
    return places


def places_of(document: Mapping[str, Any]) -> Places:
    """List the places of a stored review's paragraphs: as kept, or side by side as they mostly are."""
    origin = document["origin"]
    if "lines" in origin:
        return [(start, end) for start, end in origin["lines"]]
    places: Places = []
    at = origin["start"]
    for line in document["text"].split("\n"):
        places.append((at, at + len(line)))
        at += len(line) + 1
    return places


def origin_of(source_id: int, places: Sequence[tuple[int, int]]) -> dict[str, Any]:
    """Return the origin that a document keeps: the places of paragraphs only where they stand apart."""
    origin = {"source": source_id, "start": places[0][0], "end": places[-1][1]}
    apart = any(after[0] != before[1] + 1 for before, after in pairwise(places))
    return origin | ({"lines": [list(place) for place in places]} if apart else {})
