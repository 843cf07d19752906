"""Make text that can be written: halves of characters, as odd file names hold them, become U+FFFD."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from reviewcli.model import Review

_FIELDS = ("text", "source", "title", "author", "date", "language", "item")
_HALF = "[\ud800-\udfff]"


def is_wellformed(review: Review) -> bool:
    """Tell whether all that a review says can be written as UTF-8."""
    said = (getattr(review, name) or "" for name in _FIELDS)
    whole = "".join((*said, *review.notes, *(one.annotator for one in review.annotations)))
    return whole.isascii() or not re.search(_HALF, whole)


def wellformed(reviews: Iterable[Review]) -> Iterator[Review]:
    """Give the reviews with U+FFFD in the place of each half of a character."""
    return (review if is_wellformed(review) else _mended(review) for review in reviews)


def _mended(review: Review) -> Review:
    fields: dict[str, Any] = {
        name: _whole(value) for name in _FIELDS if (value := getattr(review, name)) is not None
    }
    given = tuple(replace(one, annotator=_whole(one.annotator)) for one in review.annotations)
    return replace(review, notes=tuple(map(_whole, review.notes)), annotations=given, **fields)


def _whole(text: str) -> str:
    return re.sub(_HALF, "\ufffd", text)
