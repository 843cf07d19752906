"""Read the library that a member exports from The StoryGraph."""

from reviewcli.tables.columns import Column, Columns
from reviewcli.tables.dates import iso_date
from reviewcli.tables.entry import Entry, Publisher, Record, columns_of
from reviewcli.tables.markup import text_of_html
from reviewcli.tables.values import name, stars

_READ, _ADDED = "Last Date Read", "Date Added"
_COLUMNS = Columns(
    "Review",
    {
        "rating": Column("Star Rating", stars(5, least=0.25)),
        "date": Column(_READ, iso_date),
        "item": Column("Title", name),
    },
    markup=text_of_html,
    scale=5,
    identity=("Title", "Authors", "ISBN/UID"),
)


def _read(record: Record) -> Entry:
    """Read a book; where the day is missing on which it was read, that on which it was added stands."""
    return _COLUMNS.read(record if record.get(_READ) else {**record, _READ: record.get(_ADDED)})


PUBLISHERS = (
    Publisher("StoryGraph", columns_of("Title,Authors,ISBN/UID,Read Status,Star Rating,Review"), _read),
)
