"""Join stored reviews that are one, and cut one that is several, without losing what they hold."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

from reviewcli.errors import UsageError
from reviewcli.model import BY_READER
from reviewcli.origins import origin_of, places_of

Document = Mapping[str, Any]
DECIDED = {"confidence": 1.0, "reasons": [BY_READER]}


def paragraphs_of(document: Document) -> list[str]:
    """List the paragraphs of a stored review; they are counted from 1 where people name them."""
    text: str = document["text"]
    return text.split("\n")


def joined(documents: Sequence[Document]) -> dict[str, Any]:
    """Make one review of several that follow one another: fields of the first, text and span of all."""
    first, last = documents[0], documents[-1]
    begins = [0, *accumulate(len(paragraphs_of(document)) for document in documents)]
    gaps = [gap for at, document in zip(begins, documents, strict=False) for gap in _gaps(document, moved=at)]
    unplaced = sum(document.get("joined", 0) for document in documents)
    places = [place for document in documents for place in places_of(document)]
    inside = {
        "text": "\n".join(document["text"] for document in documents),
        "origin": origin_of(first["origin"]["source"], places),
    }
    whole = {**_without(last, "before"), **_without(first, "after"), **inside}
    return _with_gaps(whole, [*gaps, *map(_decided_against, begins[1:-1])], unplaced=unplaced)


def held(document: Document, after: int) -> dict[str, Any]:
    """Keep of a review that a person decided against a boundary after one of its paragraphs.

    Raises UsageError when there is no gap after it.
    """
    _require_gaps(document, [after])
    gaps = [*_gaps(document), _decided_against(after)]
    return _with_gaps(document, gaps, unplaced=document.get("joined", 0))


def _gaps(document: Document, *, moved: int = 0) -> list[list[Any]]:
    """List what is kept of the gaps inside a review, each counted from so many paragraphs further up."""
    return [[after + moved, *rest] for after, *rest in document.get("gaps", ())]


def _without(document: Document, *names: str) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name not in names}


def _decided_against(after: int) -> list[Any]:
    return [after, 0.0, BY_READER]


def _with_gaps(document: Document, gaps: Sequence[list[Any]], *, unplaced: int = 0) -> dict[str, Any]:
    """Put gaps, of which the last about a place counts, in the place of what a document says of its own.

    `unplaced` is at how many more people decided against a boundary: older corpora do not tell where.
    """
    whole = _without(document, "gaps", "joined")
    latest = {gap[0]: gap for gap in gaps}
    if latest:
        whole["gaps"] = [latest[after] for after in sorted(latest)]
    if unplaced:
        whole["joined"] = unplaced
    return whole


def cut(document: Document, after: Sequence[int]) -> list[dict[str, Any]]:
    """Make several reviews of one, cut after the paragraphs named; the first keeps all its fields.

    Raises UsageError when there is no gap after one of them.
    """
    lines, places = paragraphs_of(document), places_of(document)
    _require_gaps(document, after)
    parts = []
    for start, end in pairwise([0, *sorted(set(after)), len(lines)]):
        part = {
            **document,
            "text": "\n".join(lines[start:end]),
            "origin": origin_of(document["origin"]["source"], places[start:end]),
            **({"before": DECIDED} if start else {}),
            **({"after": DECIDED} if end < len(lines) else {}),
        }
        inside = [gap for gap in _gaps(document, moved=-start) if 0 < gap[0] < end - start]
        parts.append(_with_gaps(part, inside))
    return parts


def _require_gaps(document: Document, gaps: Sequence[int]) -> None:
    count = len(paragraphs_of(document))
    if not gaps or min(gaps) < 1 or max(gaps) >= count:
        raise UsageError(
            _no_such_gap(document["number"], count), hint="reviewcli show shows the whole review."
        )


def _no_such_gap(number: int, count: int) -> str:
    if count == 1:
        return f"Review {number} is one paragraph, and there is no gap to split it at."
    return f"Review {number} can be split after paragraphs 1 to {count - 1}."
