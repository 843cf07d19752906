"""Print reviews as Amazon does in ten languages, and as it did in English about 2016."""

import random

from tests.copied.amazon_words import WORDS, Words
from tests.copied.copying import Card, Lines, Site
from tests.copied.dates import american, thousands
from tests.copied.written import Written

_FIELDS = ("author", "rating", "rating_scale", "title", "date", "verified", "helpful")
_BADGES = ("TOP 1000 REVIEWER", "VINE VOICE", "TOP 50 REVIEWER")


def _fields(written: Written, *, bought: bool) -> dict[str, object]:
    return {
        "author": written.author,
        "rating": float(written.stars),
        "rating_scale": 5,
        "title": written.title,
        "date": written.day.isoformat(),
        "verified": True if bought else None,
        "helpful": written.helpful or None,
    }


def _card(words: Words, rng: random.Random, page: random.Random, written: Written) -> Card:
    months = words.months.split()
    day = words.day.format(d=written.day.day, m=months[written.day.month - 1], y=written.day.year)
    bought, kind = rng.random() < 0.7, rng.choice(("", *words.formats))
    stars = words.stars.format(f"{written.stars}{words.point}0")
    badges = (rng.choice(_BADGES),) if words is WORDS["English"] and rng.random() < 0.1 else ()
    more = (words.more,) if rng.random() < 0.4 else ()
    last = page.choice(
        (
            (words.helpful, words.report[0]),
            (words.helpful, words.report[0], words.translate),
            (words.report[1],),
        )
    )
    return Card(
        (
            *(written.author, *badges, f"{stars} {written.title}", rng.choice(words.places).format(day)),
            *_kind(page, kind, words.bought if bought else ""),
        ),
        written.paragraphs,
        (*more, *_votes(words, written.helpful), *last),
        _fields(written, bought=bought),
    )


def _kind(page: random.Random, kind: str, bought: str) -> Lines:
    together = f"{kind}{page.choice(('', ' | ')) if kind and bought else ''}{bought}"
    apart = tuple(line for line in (kind, bought) if line)
    return page.choice(((together,) if together else (), apart))


def _votes(words: Words, helpful: int) -> Lines:
    if helpful < 2:
        return (words.one,) * helpful
    return (words.many.format(f"{helpful:,}".replace(",", words.thousands)),)


def _of_2016(rng: random.Random, page: random.Random, written: Written) -> Card:
    bought = rng.random() < 0.7
    kind = _kind(page, rng.choice(("", "Format: Hardcover")), "Verified Purchase" if bought else "")
    day = american(written.day)
    by = page.choice((f"By {written.author} on {day}", f"By{written.author}on {day}"))
    votes = {0: "", 1: "One person found this helpful. "}.get(
        written.helpful, f"{thousands(written.helpful)} people found this helpful. "
    )
    return Card(
        (f"{written.stars}.0 out of 5 stars {written.title}", by, *kind),
        written.paragraphs,
        (*page.choice(((), ("Comment",))), f"{votes}Was this review helpful to you?YesNoReport abuse"),
        _fields(written, bought=bought),
    )


def _site(language: str, words: Words) -> Site:
    def card(rng: random.Random, page: random.Random, written: Written) -> Card:
        return _card(words, rng, page, written)

    return Site(f"amazon, {language}", card, words.above, (*words.below, *_BELOW), _FIELDS)


_BELOW = (
    "Conditions of Use",
    "Privacy Notice",
    "© 1996-2025, Amazon.com, Inc. or its affiliates",
)
PRESENT = {language: _site(language, words) for language, words in WORDS.items()}
OLD = Site(
    "amazon, about 2016",
    _of_2016,
    ("Customer Reviews", "4.6 out of 5 stars", "1,234", "Top Customer Reviews"),
    _BELOW,
    _FIELDS,
)
