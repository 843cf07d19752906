"""Read the clauses that ask for a number: `number:`, `rating:`, `words:` and `helpful:`."""

import re
from typing import cast

from reviewcli.model import STARS, stars
from reviewcli.numbers import is_numbers
from reviewcli.query.fields.ranges import ends_of, refuse_backwards
from reviewcli.query.fields.value import Value
from reviewcli.query.tree import NumberField, Within
from reviewcli.text import fold

_RATING = re.compile(r"(\d{1,4}(?:[.,]\d{1,40})?)(?:/(\d{1,4}))?", re.ASCII)
_EXAMPLES = {"number": "3", "rating": "4", "words": "50", "helpful": "10"}


def read_number(value: Value) -> Within:
    """Read a whole number or a range of them; of a rating, also a part of one, and out of how many it is."""
    field = cast(NumberField, value.field)
    ends = ends_of(value, _EXAMPLES[field])
    reader = _stars if field == "rating" else _whole
    low, high = (None if end is None else reader(value, fold(end)) for end in (ends.low, ends.high))
    if low is not None and high is not None and low > high:
        refuse_backwards(value, ends)
    return Within(field, low, high, strict=ends.strict)


def _whole(value: Value, text: str) -> int:
    if not re.fullmatch(r"\d{1,15}", text, re.ASCII):
        example = f"{value.field}:{_EXAMPLES[value.field]}"
        if value.field == "number" and is_numbers(text):
            example = " OR ".join(f"number:{part.replace('-', '..')}" for part in text.split(",") if part)[
                :80
            ]
        value.refuse(
            f"'{value.field}:{value.shown}' is not a whole number, nor a range of them.",
            f"Write {example}"
            + (f" or {example}.." if " OR " not in example and ".." not in example else ""),
        )
    return int(text)


def _stars(value: Value, text: str) -> float:
    found = _RATING.fullmatch(text)
    if not found:
        value.refuse(
            f"'rating:{value.shown}' is not a rating, nor a range of them.",
            "Write rating:4 or rating:4.. for stars out of five, or rating:8/10 for another scale.",
        )
    rating, scale = float(found[1].replace(",", ".")), int(found[2] or STARS)
    if rating > scale or not scale:
        value.refuse(
            f"'rating:{value.shown}' is more than there is: ratings are compared out of {scale or STARS}.",
            f"Write {found[1]}/10 where it is out of ten.",
        )
    return stars(rating, scale)
