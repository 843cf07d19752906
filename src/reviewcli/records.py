"""Say a review as the plain values that listings and exported files share."""

from functools import lru_cache
from typing import Any

from reviewcli.model import Boundary, Review
from reviewcli.split.cues.reasons import worded
from reviewcli.text import count_words

SCALARS = (
    *("number", "key", "title", "author", "rating", "rating_scale", "date", "language", "item", "source"),
    *("helpful", "verified", "recommended"),
)
"""The fields of a review that are one value, apart from its text."""


def record(review: Review) -> dict[str, Any]:
    """Return a review as the JSON object that programs rely on; keys may be added, never taken away."""
    return {
        "number": review.number,
        "key": review.key,
        "text": review.text,
        "title": review.title,
        "author": review.author,
        "rating": review.rating,
        "date": review.date,
        "language": review.language,
        "item": review.item,
        "source": review.source,
        "words": count_words(review.text),
        "labels": list(review.labels),
        "notes": list(review.notes),
        "confidence": review.confidence,
        "rating_scale": review.rating_scale,
        "helpful": review.helpful,
        "verified": review.verified,
        "recommended": review.recommended,
        "doubtful": review.doubtful,
        "decided": review.decided,
        "before": _boundary(review.before),
        "after": _boundary(review.after),
        "gaps": [{"after_paragraph": gap.after, **_boundary(gap.boundary)} for gap in review.gaps],
        "span": [review.span.start, review.span.end],
        "annotations": annotations_of(review),
    }


def annotations_of(review: Review) -> list[dict[str, str]]:
    """Return who gave which label, and when."""
    return [
        {"label": one.label, "group": one.group, "annotator": one.annotator, "time": one.time}
        for one in review.annotations
    ]


def given(review: Review) -> dict[str, Any]:
    """Return those of `SCALARS` that a review has."""
    found = ((name, getattr(review, name)) for name in SCALARS)
    return {name: value for name, value in found if value is not None}


@lru_cache(maxsize=4096)
def _worded(reasons: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(worded(reasons))


def _boundary(boundary: Boundary) -> dict[str, Any]:
    return {"confidence": boundary.confidence, "reasons": list(_worded(boundary.reasons))}
