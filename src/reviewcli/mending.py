"""Join stored reviews that are one, and cut one that is several, without losing what they hold."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from reviewcli.errors import UsageError
from reviewcli.origins import origin_of, places_of

Document = Mapping[str, Any]
DECIDED = {"confidence": 1.0, "reasons": ["a reader decided"]}


def paragraphs_of(document: Document) -> list[str]:
    """List the paragraphs of a stored review; they are counted from 1 where people name them."""
    text: str = document["text"]
    return text.split("\n")


def joined(documents: Sequence[Document]) -> dict[str, Any]:
    """Make one review of several that follow one another: fields of the first, text and span of all."""
    first, last = documents[0], documents[-1]
    places = [place for document in documents for place in places_of(document)]
    return {
        **last,
        **first,
        "text": "\n".join(document["text"] for document in documents),
        "origin": origin_of(first["origin"]["source"], places),
        "after": last["after"],
        "joined": sum(document.get("joined", 0) for document in documents) + len(documents) - 1,
    }


def cut(document: Document, after: Sequence[int]) -> list[dict[str, Any]]:
    """Make several reviews of one, cut after the paragraphs named; the first keeps all its fields.

    Raises UsageError when there is no gap after one of them.
    """
    lines, places = paragraphs_of(document), places_of(document)
    gaps = sorted(set(after))
    if not gaps or gaps[0] < 1 or gaps[-1] >= len(lines):
        raise UsageError(
            _no_such_gap(document["number"], len(lines)), hint="reviewcli show shows the whole review."
        )
    return [
        {
            **document,
            "text": "\n".join(lines[start:end]),
            "origin": origin_of(document["origin"]["source"], places[start:end]),
            "before": DECIDED if start else document["before"],
            "after": DECIDED if end < len(lines) else document["after"],
            "joined": 0,
        }
        for start, end in pairwise([0, *gaps, len(lines)])
    ]


def _no_such_gap(number: int, count: int) -> str:
    if count == 1:
        return f"Review {number} is one paragraph, and there is no gap to split it at."
    return f"Review {number} can be split after paragraphs 1 to {count - 1}."
