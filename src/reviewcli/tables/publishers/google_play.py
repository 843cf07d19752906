"""Read what Google Play Console exports, and what google-play-scraper gathers."""

import re

from reviewcli.tables.columns import Column, Columns
from reviewcli.tables.dates import iso_date
from reviewcli.tables.entry import Entry, Publisher, Record, columns_of
from reviewcli.tables.values import language, name, stars, whole

_ID = re.compile(r"[?&]reviewId=([^&#\s]+)", re.IGNORECASE)
_LINK = "Review Link"
_CONSOLE = Columns(
    "Review Text",
    {
        "title": Column("Review Title", name),
        "rating": Column("Star Rating", stars(5)),
        "date": Column("Review Submit Date and Time", iso_date),
        "item": Column("Package Name", name),
        "language": Column("Reviewer Language", language),
    },
    scale=5,
    everywhere=True,
)
_SCRAPED = Columns(
    "content",
    {
        "author": Column("userName", name),
        "rating": Column("score", stars(5)),
        "date": Column("at", iso_date),
        "item": Column("appId", name),
        "helpful": Column("thumbsUpCount", whole),
    },
    scale=5,
    identity=("reviewId",),
    everywhere=True,
)


def _console(record: Record) -> Entry:
    """Read a review, known by the id in the link to it; one of stars alone has neither text nor link."""
    entry = _CONSOLE.read(record)
    found = _ID.search(str(record.get(_LINK) or ""))
    return entry._replace(identity=found[1] if found else "")


PUBLISHERS = (
    Publisher(
        "Google Play Console", columns_of("Package Name,Star Rating,Review Text,Review Link"), _console
    ),
    Publisher("google-play-scraper", columns_of("reviewId,userName,content,score,at"), _SCRAPED.read),
)
