"""Print reviews as IMDb did until 2024, and as it does since."""

import random

from tests.copied.copying import Card, Lines, Site
from tests.copied.dates import american_short, british, in_short, thousands
from tests.copied.written import Written

_FIELDS = ("author", "rating", "rating_scale", "title", "date", "helpful")


def _fields(written: Written, rating: int | None, helpful: int | None) -> dict[str, object]:
    return {
        "author": written.author,
        "rating": None if rating is None else float(rating),
        "rating_scale": None if rating is None else 10,
        "title": written.title,
        "date": written.day.isoformat(),
        "helpful": helpful,
    }


def _rating(rng: random.Random, written: Written) -> int | None:
    return None if rng.random() < 0.1 else 2 * written.stars - rng.randint(0, 1)


def _old(rng: random.Random, page: random.Random, written: Written) -> Card:
    rating = _rating(rng, written)
    together, gap = page.random() < 0.5, page.choice(("", " "))
    gap = gap or " " * written.author[-1].isdigit()
    day = british(written.day)
    by: Lines = (f"{written.author}{gap}{day}",) if together else (written.author, day)
    votes = f"{thousands(written.helpful)} out of {thousands(written.helpful + 7)} found this helpful."
    asked = "Was this review helpful? Sign in to vote."
    return Card(
        (
            *((f"{rating}/10",) if rating else ()),
            *(written.title, *by, *(("Warning: Spoilers",) if rng.random() < 0.2 else ())),
        ),
        written.paragraphs,
        (*((f"{votes} {asked}",) if page.random() < 0.6 else (votes, asked)), "Permalink"),
        _fields(written, rating, written.helpful),
    )


def _present(rng: random.Random, page: random.Random, written: Written) -> Card:
    rating = _rating(rng, written)
    shown, helpful = in_short(written.helpful)
    votes = page.choice(
        (("Helpful", f"• {shown}", str(rng.randint(0, 40))), (f"Helpful•{shown}", str(rng.randint(0, 40))))
    )
    return Card(
        (*((f"{rating}/10",) if rating else ()), written.title),
        written.paragraphs,
        (*votes, written.author, american_short(written.day), "Permalink"),
        _fields(written, rating, helpful),
    )


OLD = Site(
    "imdb, until 2024",
    _old,
    (
        "User Reviews",
        "Review this title",
        "1,234 Reviews",
        "Hide Spoilers",
        "Filter by Rating:",
        "Show All",
        "Sort by:",
        "Helpfulness",
    ),
    (
        "Load More",
        "See also",
        "Awards | FAQ | User Ratings | External Reviews | Metacritic Reviews",
        "Recently Viewed",
    ),
    _FIELDS,
)
PRESENT = Site(
    "imdb, since 2024",
    _present,
    (
        "User reviews",
        "1.2K",
        "Review",
        "Featured reviews",
        "1,234 reviews",
        "Sort by",
        "Featured",
        "Hide spoilers",
    ),
    (
        "25 more",
        "More from this title",
        "More to explore",
        "Recently viewed",
        "Get the IMDb App",
        "© 1990-2025 by IMDb.com, Inc.",
    ),
    _FIELDS,
)
