"""Print reviews as Goodreads did until 2022, and as it does since."""

import random

from tests.copied.copying import Card, Lines, Site
from tests.copied.dates import american, american_padded, thousands
from tests.copied.written import Written

_GRADES = ("did not like it", "it was ok", "liked it", "really liked it", "it was amazing")
_SHELVES = (
    "20th-century",
    "fiction",
    "1001-books",
    "to-read",
    "owned",
    "own-kindle",
    "2016-reads",
    "favorites",
)
_FIELDS = ("author", "rating", "rating_scale", "date", "helpful", "title")


def _old(rng: random.Random, page: random.Random, written: Written) -> Card:
    dated, graded = rng.random() < 0.9, rng.random() < 0.85
    done = (
        f"rated it {_GRADES[written.stars - 1]}"
        if graded
        else rng.choice(("added it", "marked it as to-read"))
    )
    edition = rng.choice(("", " · review of another edition"))
    likes = f"{thousands(written.helpful)} like{'s' * (written.helpful > 1)} · " if written.helpful else ""
    text = () if rng.random() < 0.12 else written.paragraphs
    more = ("...more",) if text and rng.random() < 0.3 else ()
    return Card(
        _old_head(rng, page, written, f"{done}{edition}", dated=dated),
        text,
        (*more, f"flag {likes}Like · see review", *_comments(rng)),
        {
            "author": written.author,
            "rating": float(written.stars) if graded else None,
            "rating_scale": 5 if graded else None,
            "date": written.day.isoformat() if dated else None,
            "helpful": written.helpful or None,
        },
    )


def _old_head(rng: random.Random, page: random.Random, written: Written, done: str, *, dated: bool) -> Lines:
    day = american_padded(written.day) if dated else ""
    shelves = f"Shelves: {', '.join(rng.sample(_SHELVES, rng.randint(1, 5)))}"
    rest = rng.choice(((), (shelves,), (shelves,), (f"Recommended to {written.author} by: Jo", shelves)))
    if page.random() < 0.5:
        return (f"{day} {written.author} {done}".strip(), *rest)
    return (*((day,) if day else ()), f"{written.author} {done}", *rest)


def _comments(rng: random.Random) -> Lines:
    return rng.choice(((), (), (f"View all {rng.randint(2, 90)} comments",), ("View 1 comment",)))


def _present(rng: random.Random, page: random.Random, written: Written) -> Card:
    rated = rng.random() < 0.9
    text = written.paragraphs if rated or rng.random() < 0.9 else ()
    reviews, followers = (
        thousands(rng.choice((1, 12, 985, 2214))),
        rng.choice(("0", "1", "86", "1,432", "16.1k")),
    )
    meta = (f"{reviews} review{'s' * (reviews != '1')}", f"{followers} follower{'s' * (followers != '1')}")
    wrote = ("Author",) if rng.random() < 0.1 else ()
    after = [*(("Show more",) if text and rng.random() < 0.4 else ())]
    if written.helpful:
        after.append(f"{thousands(written.helpful)} like{'s' * (written.helpful > 1)}")
    if rng.random() < 0.4:
        after.append(rng.choice(("1 comment", "12 comments", "1,204 comments")))
    avatar = (f"Profile Image for {written.author}.",) if page.random() < 0.7 else ()
    return Card(
        (
            *(
                *avatar,
                written.author,
                *wrote,
                *(meta if page.random() < 0.6 else ("".join(meta),)),
                "Follow",
            ),
            *((f"Rating {written.stars} out of 5",) if rated else rng.choice(((), ("Want to Read",)))),
            american(written.day),
        ),
        text,
        (*after, "Like", "Comment"),
        {
            "author": written.author,
            "rating": float(written.stars) if rated else None,
            "rating_scale": 5 if rated else None,
            "date": written.day.isoformat(),
            "helpful": written.helpful or None,
        },
    )


OLD = Site(
    "goodreads, until 2022",
    _old,
    (
        *(
            "Community Reviews",
            "Showing 1-30",
            "Average rating 4.05 ·",
            "Rating details",
            "· 123,456 ratings · 7,890 reviews",
        ),
        *("More filters | Sort order", "Start your review of The Long Road", "Write a review"),
    ),
    (
        "« previous 1 2 3 4 5 6 7 8 9 next »",
        "Readers also enjoyed",
        "Company",
        "About us",
        "Careers",
        "Terms",
    ),
    _FIELDS,
)
PRESENT = Site(
    "goodreads, since 2022",
    _present,
    (
        *(
            "Ratings & Reviews",
            "What do you think?",
            "Rate this book",
            "Write a Review",
            "Friends & Following",
        ),
        *(
            "Create a free account to discover what your friends think of this book!",
            "Community Reviews",
            "4.28",
            "123,456 ratings",
        ),
        *(
            "7,890 reviews",
            "5 stars",
            "61,234 (50%)",
            "4 stars",
            "40,000 (32%)",
            "3 stars",
            "15,222 (12%)",
            "2 stars",
            "5,000 (4%)",
        ),
        *("1 star", "2,000 (1%)", "Search review text", "Filters", "Displaying 1 - 30 of 7,890 reviews"),
    ),
    (
        *(
            "Displaying 1 - 30 of 7,890 reviews",
            "More reviews and ratings",
            "Join the discussion",
            "Can't find what you're looking for?",
        ),
        *(
            "Get help and learn more about the design.",
            "Help center",
            "Company",
            "About us",
            "Careers",
            "© 2024 Goodreads, Inc.",
        ),
    ),
    _FIELDS,
)
