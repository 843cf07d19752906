"""Print reviews as Steam does in its hub, in its store and on the page of a player."""

import random

from tests.copied.copying import Card, Lines, Site
from tests.copied.dates import american, british, thousands, without_year
from tests.copied.written import Written

_FIELDS = ("recommended", "date", "helpful", "author")


def _verdict(written: Written) -> str:
    return "Recommended" if written.stars > 2 else "Not Recommended"


def _hours(rng: random.Random) -> str:
    hours = rng.choice(("0.3", "12.5", "102.5", "1,402.9"))
    return f"{hours} hrs on record" + rng.choice(("", " (11.2 hrs at review time)"))


def _votes(rng: random.Random, written: Written) -> Lines:
    people = "1 person" if written.helpful == 1 else f"{thousands(written.helpful)} people"
    funny = rng.choice(("", "", "1 person found this review funny", "3 people found this review funny"))
    votes = (
        f"{people} found this review helpful"
        if written.helpful
        else "No one has rated this review as helpful yet"
    )
    return (votes, *((funny,) if funny else ()))


def _fields(written: Written, date: str | None, author: str | None) -> dict[str, object]:
    return {
        "recommended": written.stars > 2,
        "date": date,
        "helpful": written.helpful or None,
        "author": author,
    }


def _posted(rng: random.Random, page: random.Random, written: Written) -> tuple[str, str | None]:
    if rng.random() < 0.2:
        return without_year(written.day), None
    return page.choice((american, british))(written.day), written.day.isoformat()


def _hub(rng: random.Random, page: random.Random, written: Written) -> Card:
    day, date = _posted(rng, page, written)
    extra = rng.choice(((), (), ("Early Access Review",), ("Product received for free",)))
    products = rng.choice(("1 product in account", "123 products in account", "1,204 products in account"))
    return Card(
        (
            *_votes(rng, written),
            *rng.choice(((), ("2",))),
            _verdict(written),
            _hours(rng),
            f"Posted: {day}",
            *extra,
        ),
        written.paragraphs,
        (written.author, products, *rng.choice(((), ("3",)))),
        _fields(written, date, written.author),
    )


def _store(rng: random.Random, page: random.Random, written: Written) -> Card:
    day, date = _posted(rng, page, written)
    extra = rng.choice(((), (), ("Early Access Review",), ("Product received for free",)))
    asked: Lines = page.choice(
        (
            ("Was this review helpful?", "Yes", "No", "Funny", "Award"),
            ("Was this review helpful? Yes No Funny Award",),
        )
    )
    products = rng.choice(("123 products in account", "1,204 products in account"))
    return Card(
        (
            *(written.author, products, rng.choice(("1 review", "45 reviews"))),
            *(_verdict(written), _hours(rng), f"Posted: {day}", *extra),
        ),
        written.paragraphs,
        (*rng.choice(((), ("Read More",))), *asked, *_votes(rng, written)),
        _fields(written, date, written.author),
    )


def _player(rng: random.Random, page: random.Random, written: Written) -> Card:
    edited = rng.choice(("", " Last edited April 11, 2025."))
    return Card(
        (*_votes(rng, written), _verdict(written), _hours(rng)),
        written.paragraphs,
        (f"Posted {american(written.day)}.{edited}", "Was this review helpful? Yes No Funny Award"),
        _fields(written, written.day.isoformat(), None),
    )


_BELOW = (
    "Showing 1-10 of 45 entries",
    "< 1 2 3 4 5 >",
    "© Valve Corporation. All rights reserved.",
    "Privacy Policy | Legal",
)
HUB = Site(
    "steam, hub",
    _hub,
    (
        "All Discussions Screenshots Artwork Broadcasts Videos News Guides Reviews",
        "Most Helpful (Last 30 days)",
    ),
    _BELOW,
    _FIELDS,
)
STORE = Site(
    "steam, store",
    _store,
    (
        "Customer reviews for The Long Road",
        "Overall Reviews:",
        "Very Positive (12,345 reviews)",
        "Review Type",
        "Filters",
    ),
    _BELOW,
    _FIELDS,
)
PLAYER = Site("steam, player", _player, ("Reviews", "Showing 1-10 of 45 entries"), _BELOW, _FIELDS)
