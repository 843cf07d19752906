"""Print reviews as Google Play and the App Store do."""

import random

from tests.copied.copying import Card, Lines, Site
from tests.copied.dates import american, american_short, british, in_digits, thousands
from tests.copied.written import Written

_REPLY = "Hi there! Thank you for your feedback. Please write to help@example.org and we look into it."


def _google(rng: random.Random, page: random.Random, written: Written) -> Card:
    write = page.choice((american, american, british))
    rated = page.random() < 0.5
    people = "1 person" if written.helpful == 1 else f"{thousands(written.helpful)} people"
    votes = (f"{people} found this review helpful",) if written.helpful else ()
    asked: Lines = page.choice((("Did you find this helpful?", "Yes", "No"), ("Did you find this helpful?",)))
    menu = page.choice(
        (
            ("more_vert",),
            ("more_vert", "Flag inappropriate"),
            ("more_vert", "Flag inappropriate", "Show review history"),
        )
    )
    stars = (f"Rated {written.stars} stars out of five stars",) if rated else ()
    reply = ("Long Road Software, Inc.", write(written.day), _REPLY) if rng.random() < 0.3 else ()
    return Card(
        (written.author, *menu, *stars, write(written.day)),
        written.paragraphs,
        (*votes, *asked, *reply),
        {
            "author": written.author,
            "rating": float(written.stars) if rated else None,
            "rating_scale": 5 if rated else None,
            "date": written.day.isoformat(),
            "helpful": written.helpful or None,
        },
    )


def _told(written: Written, *, rated: bool) -> dict[str, object]:
    return {
        "author": written.author,
        "title": written.title,
        "rating": float(written.stars) if rated else None,
        "rating_scale": 5 if rated else None,
        "date": written.day.isoformat(),
    }


def _stars(page: random.Random, written: Written) -> Lines:
    return (
        page.choice(
            (
                f"{written.stars} out of 5",
                "★" * written.stars,
                "★" * written.stars + "☆" * (5 - written.stars),
            )
        ),
    )


def _response(rng: random.Random) -> Lines:
    return rng.choice(((), (), ("Developer Response", _REPLY), ("Developer Response ,", _REPLY, "more")))


def _name_first(rng: random.Random, page: random.Random, written: Written) -> Card:
    by = (
        f"{written.author} , {in_digits(written.day)}"
        if page.random() < 0.5
        else f"{written.author}, {in_digits(written.day)}"
    )
    return Card(
        (*_stars(page, written), by, written.title),
        written.paragraphs,
        (*rng.choice(((), ("more",))), *_response(rng)),
        _told(written, rated=True),
    )


def _title_first(rng: random.Random, page: random.Random, written: Written) -> Card:
    return Card(
        (written.title, *_stars(page, written), american_short(written.day), written.author),
        written.paragraphs,
        (*rng.choice(((), ("more",))), *_response(rng)),
        _told(written, rated=True),
    )


GOOGLE_PLAY = Site(
    "google play",
    _google,
    (
        *(
            "Ratings and reviews",
            "arrow_forward",
            "Ratings and reviews are verified and are from people who use the same type of device",
        ),
        *(
            "info_outline",
            "phone_android",
            "Phone",
            "tablet_android",
            "Tablet",
            "4.3",
            "1.2M reviews",
            "5",
            "4",
            "3",
            "2",
            "1",
        ),
    ),
    (
        "See all reviews",
        "What’s new",
        "Bug fixes.",
        "flag",
        "Flag as inappropriate",
        "Developer contact",
        "Google Play",
        "Play Pass",
    ),
    ("author", "rating", "rating_scale", "date", "helpful"),
)
_ABOVE = ("Ratings and Reviews", "See All", "4.7", "out of 5", "123.4K Ratings")
_BELOW = (
    "App Privacy",
    "See Details",
    "The following data may be used to track you across apps.",
    "Copyright © 2025 Apple Inc.",
)
_FIELDS = ("author", "title", "rating", "rating_scale", "date")
APP_STORE = Site("app store, name first", _name_first, _ABOVE, _BELOW, _FIELDS)
APP_STORE_TITLES = Site("app store, title first", _title_first, _ABOVE, _BELOW, _FIELDS)
