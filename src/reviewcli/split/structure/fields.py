"""Put what furniture says about a review into fields."""

from collections.abc import Iterable
from dataclasses import dataclass

from reviewcli.split.structure.dates import parse_date
from reviewcli.split.structure.site import Site

Finding = tuple[str, str]
"""The name of a group and what it matched."""


@dataclass(frozen=True, slots=True)
class ReviewFields:
    """What the furniture around a review says of it; None where it says nothing.

    `rating` is on a scale from 0 or 1 to `rating_scale`; `date` is ISO 8601, `YYYY-MM-DD` or
    `YYYY-MM`, and None where it was told only from today; `helpful` is how many found the review so.
    """

    author: str | None = None
    title: str | None = None
    rating: float | None = None
    rating_scale: float | None = None
    date: str | None = None
    item: str | None = None
    helpful: int | None = None
    verified: bool | None = None
    recommended: bool | None = None
    language: str | None = None

    @property
    def told(self) -> tuple[tuple[str, str | float | int | bool], ...]:
        """List the names and values of the fields about which something was said."""
        return tuple((name, value) for name in self.__slots__ if (value := getattr(self, name)) is not None)


def read_fields(findings: Iterable[Finding], site: Site, *, day_first: bool | None = None) -> ReviewFields:
    """Read fields from what was found, in order; the first that says something counts.

    `day_first` is the order of the dates of its page, as far as it is known.
    """
    words: dict[str, str] = {}
    rating: float | None = None
    recommended: bool | None = None
    date: str | None = None
    for name, found in findings:
        match name:
            case "date":
                date = date or parse_date(found, day_first=day_first)
            case "stars":
                rating = rating or float(sum(found.count(star) for star in "★⭐"))
            case "rating" if rating is None:
                rating = float(found.replace(",", "."))
            case "grade":
                grade = dict(site.grades)[found.lower()]
                if isinstance(grade, bool):
                    recommended = grade
                else:
                    rating = float(grade)
            case _:
                words.setdefault(name, found)
    return ReviewFields(
        author=words.get("author"),
        title=words.get("title"),
        rating=rating,
        rating_scale=None if rating is None else site.scale,
        date=date,
        item=words.get("item"),
        helpful=_count(words["helpful"]) if "helpful" in words else None,
        verified=True if "verified" in words else None,
        recommended=recommended,
    )


def _count(text: str) -> int:
    if text[-1:] in "kKmM" and text[:1].isdecimal():
        return round(float(text[:-1].replace(",", ".")) * (1000 if text[-1] in "kK" else 1_000_000))
    digits = "".join(character for character in text if character.isdecimal())
    return int(digits) if digits else 1
