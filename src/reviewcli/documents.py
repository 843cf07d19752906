"""Turn reviews and annotations into the documents that a corpus stores, and back."""

from collections.abc import Iterable, Mapping
from typing import Any

from reviewcli.model import SOURCE_EDGE, Annotation, Boundary, InnerGap, Review, Span

Document = Mapping[str, Any]
_OPTIONAL = (
    *("title", "author", "rating", "rating_scale", "date", "item"),
    *("helpful", "verified", "recommended"),
)
_SOURCE_EDGE: Document = {"confidence": 1.0, "reasons": []}


def review_document(review: Review, origin: Document) -> dict[str, Any]:
    """Return the document of a review without its annotations and notes, which have tables of their own.

    `origin` is where it comes from, as `reviewcli.origins.origin_of` says it.
    """
    document: dict[str, Any] = {
        "number": review.number,
        "key": review.key,
        "text": review.text,
        "language": review.language,
        "source": review.source,
        "origin": origin,
    }
    for side, boundary in (("before", review.before), ("after", review.after)):
        if boundary != SOURCE_EDGE:
            document[side] = _boundary_document(boundary)
    if review.gaps:
        document["gaps"] = gaps_document(review.gaps)
    given = {name: getattr(review, name) for name in _OPTIONAL}
    return document | {name: value for name, value in given.items() if value is not None}


def review_from(
    document: Document, annotations: Iterable[Document] = (), notes: Iterable[Document] = ()
) -> Review:
    """Read a stored review, with its annotations and notes; fields that are not known are left alone.

    Raises KeyError, TypeError or ValueError when the document is not one of a review.
    """
    origin = document["origin"]
    gaps = gaps_from(document)
    return Review(
        number=document["number"],
        key=document["key"],
        text=document["text"],
        source=document["source"],
        span=Span(origin["start"], origin["end"]),
        language=document.get("language"),
        before=_boundary_from(edge_of(document, "before")),
        after=_boundary_from(edge_of(document, "after")),
        gaps=gaps,
        joined=document.get("joined", 0) + sum(gap.boundary.decided for gap in gaps),
        annotations=tuple(annotation_from(one) for one in annotations),
        notes=tuple(note["text"] for note in notes),
        **{name: document.get(name) for name in _OPTIONAL},
    )


def require_kinds(review: Review) -> None:
    """Raise TypeError where a field is of another kind than it should be; readers trust that it is not."""
    texts = (review.key, review.text, review.source, *review.notes)
    others = (review.language, review.title, review.author, review.date, review.item)
    boundaries = (review.before, review.after, *(gap.boundary for gap in review.gaps))
    reasons = (reason for boundary in boundaries for reason in boundary.reasons)
    numbers = (review.rating, review.rating_scale, review.helpful)
    if not (
        all(isinstance(one, str) for one in (*texts, *reasons))
        and all(isinstance(one, str | None) for one in others)
        and all(isinstance(one, int | float | None) for one in numbers)
    ):
        raise TypeError("a field is of another kind than it should be")


def edge_of(document: Document, side: str) -> Any:
    """Return what a stored review keeps of the boundary `before` or `after` it.

    Where it keeps nothing, it begins or ends with its source, of which there is no doubt.
    """
    return document.get(side, _SOURCE_EDGE)


def _boundary_document(boundary: Boundary) -> dict[str, Any]:
    return {"confidence": round(boundary.confidence, 4), "reasons": list(boundary.reasons)}


def _boundary_from(document: Document) -> Boundary:
    return Boundary(document["confidence"], tuple(document["reasons"]))


def gaps_document(gaps: Iterable[InnerGap]) -> list[list[Any]]:
    """Return what a document keeps of the gaps inside a review: after which line, how sure, and why."""
    return [[gap.after, round(gap.boundary.confidence, 4), *gap.boundary.reasons] for gap in gaps]


def gaps_from(document: Document) -> tuple[InnerGap, ...]:
    """Read what a stored review keeps of the gaps inside it; older ones keep nothing.

    Raises TypeError or ValueError for what is no such gap.
    """
    if not document.get("gaps"):
        return ()
    last = document["text"].count("\n")
    gaps = [
        InnerGap(after, Boundary(confidence, tuple(reasons)))
        for after, confidence, *reasons in document["gaps"]
    ]
    if any(gap.after > last for gap in gaps):
        raise ValueError(f"not inside a review of {last + 1} lines: {gaps}")
    return tuple(gaps)


def annotation_document(number: int, annotation: Annotation) -> dict[str, Any]:
    """Return the document of one annotation of review `number`."""
    return {
        "review": number,
        "label": annotation.label,
        "group": annotation.group,
        "annotator": annotation.annotator,
        "time": annotation.time,
    }


def annotation_from(document: Document) -> Annotation:
    """Read a stored annotation."""
    return Annotation(document["label"], document["group"], document["annotator"], document["time"])
