"""Print reviews as Trustpilot and TripAdvisor do."""

import random

from tests.copied.copying import Card, Lines, Site
from tests.copied.dates import american, american_short, british, month
from tests.copied.written import Written

_REPLY = "Dear guest, thank you for taking the time to write. We hope to see you again."
_AGES = ("13 hours ago", "3 days ago", "A day ago", "an hour ago", "2 minutes ago")


def _trustpilot(rng: random.Random, page: random.Random, written: Written) -> Card:
    aged = rng.random() < 0.3
    when = rng.choice(_AGES) if aged else american_short(written.day)
    reviews = rng.choice(("1 review", "2 reviews", "14 reviews"))
    country, letters = rng.choice(("US", "GB", "DE", "IE")), _initials(written.author)
    together = f"{letters} {written.author} {country} • {reviews} {when}"
    apart = (*page.choice(((letters,), ())), written.author, country, "•", reviews, when)
    half = (written.author, f"{country}•{reviews}", when)
    badge = rng.choice(((), ("Verified",), ("Invited",)))
    rated = page.random() < 0.7
    stars = (f"Rated {written.stars} out of 5 stars",) if rated else ()
    reply = (
        ("Reply from The Long Road Ltd", american_short(written.day), _REPLY) if rng.random() < 0.3 else ()
    )
    useful = f"Useful{written.helpful}" if 0 < written.helpful < 50 else "Useful"
    last: Lines = page.choice(((useful, "Share"), (f"{useful} Share",)))
    return Card(
        (*page.choice(((together,), apart, half)), *stars, *badge, written.title),
        written.paragraphs,
        (f"Date of experience: {american(written.day)}", *last, *reply),
        {
            "author": written.author,
            "rating": float(written.stars) if rated else None,
            "rating_scale": 5 if rated else None,
            "title": written.title,
            "date": written.day.isoformat(),
            "verified": True if badge == ("Verified",) else None,
        },
    )


def _initials(name: str) -> str:
    words = name.split()
    return (words[0][:1] + words[-1][:1] if len(words) > 1 else name[:2]).upper()


def _tripadvisor_old(rng: random.Random, page: random.Random, written: Written) -> Card:
    place = rng.choice(("London, United Kingdom", "Oslo, Norway", "São Paulo, SP", ""))
    counts = rng.choice(
        ("1 contribution", "23 contributions12 helpful votes", "1,204 contributions433 helpful votes")
    )
    who: Lines = page.choice(((f"{place}{counts}",), (place, counts) if place else (counts,)))
    extra = rng.choice(
        (
            (),
            ("Trip type: Travelled with family",),
            ("Trip type: Traveled solo", "Room Tip: Ask for the top floor"),
        )
    )
    reply = (
        (
            "Response from Jo Moreno, General Manager at The Long Road",
            "Responded Mar 5, 2023",
            _REPLY,
            "Read more",
        )
        if rng.random() < 0.3
        else ()
    )
    votes = {0: (), 1: ("1 Helpful vote",)}.get(written.helpful, (f"{written.helpful} Helpful votes",))
    return Card(
        (
            f"{written.author} wrote a review {month(written.day)}",
            *who,
            *rng.choice(((), ("+1",))),
            written.title,
        ),
        written.paragraphs,
        (
            *rng.choice(((), ("Read more",))),
            f"Date of experience: {_full_month(written)}",
            *extra,
            *votes,
            "Helpful",
            "Share",
            *reply,
        ),
        {
            "author": written.author,
            "title": written.title,
            "date": f"{written.day:%Y-%m}",
            "helpful": written.helpful or None,
        },
    )


def _full_month(written: Written) -> str:
    return american(written.day).split()[0] + f" {written.day.year}"


def _tripadvisor(rng: random.Random, page: random.Random, written: Written) -> Card:
    who = (
        written.author,
        *rng.choice(((), ("London, UK",), ("Oslo, Norway",))),
        rng.choice(("1 contribution", "23 contributions")),
    )
    trip = rng.choice(
        (month(written.day), f"{month(written.day)} • Family", f"{month(written.day)} • Couples")
    )
    day = page.choice((american, british))(written.day)
    opinion = (
        "This review is the subjective opinion of a Tripadvisor member and not of Tripadvisor LLC."
        " Tripadvisor performs checks on reviews as part of our industry-leading trust & safety standards."
    )
    rated = page.random() < 0.7
    stars = (f"{written.stars}.0 of 5 bubbles",) if rated else ()
    return Card(
        (*who, *rng.choice(((), ("0",), ("3",))), *stars, written.title, trip),
        written.paragraphs,
        (*page.choice(((), ("Read more",))), f"Written {day}", opinion),
        {
            "author": written.author,
            "title": written.title,
            "date": written.day.isoformat(),
            "rating": float(written.stars) if rated else None,
            "rating_scale": 5 if rated else None,
        },
    )


TRUSTPILOT = Site(
    "trustpilot",
    _trustpilot,
    (
        "The Long Road",
        "Reviews 1,234 • Excellent",
        "4.6",
        "Write a review",
        "Company activity See all",
        "Filter",
        "Sort:",
        "Most recent",
    ),
    (
        "1 2 3 … 62 Next page",
        "The Trustpilot Experience",
        "We're open to all",
        "© 2025 Trustpilot A/S. All rights reserved.",
    ),
    ("author", "rating", "rating_scale", "title", "date", "verified"),
)
TRIPADVISOR_OLD = Site(
    "tripadvisor, until 2023",
    _tripadvisor_old,
    (
        "Reviews",
        "Write a review",
        "1,234 reviews",
        "Traveler rating",
        "Excellent 801",
        "Popular mentions",
        "pool breakfast",
        "1-5 of 1,234 reviews",
    ),
    ("Previous Next 1 2 3 … 200", "Nearby Hotels", "© 2022 TripAdvisor LLC All rights reserved."),
    ("author", "title", "date", "helpful"),
)
TRIPADVISOR = Site(
    "tripadvisor, since 2023",
    _tripadvisor,
    ("Reviews", "Write a review", "4.5", "1,234 reviews", "Excellent", "801", "Filters (1)", "English"),
    (
        "Previous",
        "Next",
        "1",
        "2",
        "3",
        "Showing results 1-10 of 1,234",
        "© 2025 Tripadvisor LLC All rights reserved.",
    ),
    ("author", "title", "date", "rating", "rating_scale"),
)
