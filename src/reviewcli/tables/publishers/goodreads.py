"""Read the library that a member exports from Goodreads, and the reviews that UCSD publishes."""

from typing import Any

from reviewcli.tables.columns import Column, Columns
from reviewcli.tables.dates import iso_date
from reviewcli.tables.entry import Entry, Publisher, Record, columns_of
from reviewcli.tables.markup import text_of_html
from reviewcli.tables.values import name, stars, whole

_READ, _ADDED = "Date Read", "Date Added"
_LIBRARY = Columns(
    "My Review",
    {
        "rating": Column("My Rating", stars(5)),
        "date": Column(_READ, iso_date),
        "item": Column("Title", name),
    },
    markup=text_of_html,
    scale=5,
    identity=("Book Id",),
    notes=("Private Notes",),
)


def _library(record: Record) -> Entry:
    """Read a book; where the day is missing on which it was read, that on which it was added stands."""
    return _LIBRARY.read(record if record.get(_READ) else {**record, _READ: record.get(_ADDED)})


def _long_date(value: Any) -> str | None:
    """Read a date such as `Tue Nov 17 11:37:35 -0800 2009`."""
    parts = str(value).split()
    if len(parts) == 6:
        _, month, day, clock, zone, year = parts
        return iso_date(f"{month} {day}, {year} {clock} {zone}")
    return iso_date(value)


_UCSD = Columns(
    "review_text",
    {
        "author": Column("user_id", name),
        "rating": Column("rating", stars(5)),
        "date": Column("date_added", _long_date),
        "item": Column("book_id", name),
        "helpful": Column("n_votes", whole),
    },
    markup=text_of_html,
    scale=5,
    identity=("review_id",),
    everywhere=True,
)
PUBLISHERS = (
    Publisher("Goodreads library", columns_of("Book Id,Title,My Rating,Exclusive Shelf,My Review"), _library),
    Publisher(
        "UCSD Goodreads reviews", columns_of("user_id,book_id,review_id,rating,review_text"), _UCSD.read
    ),
)
