"""Read the reviews that a member exports from Letterboxd."""

from reviewcli.tables.columns import Column, Columns
from reviewcli.tables.dates import iso_date
from reviewcli.tables.entry import Publisher, columns_of
from reviewcli.tables.markup import text_of_html
from reviewcli.tables.values import name, stars

_COLUMNS = Columns(
    "Review",
    {
        "rating": Column("Rating", stars(5, least=0.5)),
        "date": Column("Date", iso_date),
        "item": Column("Name", name),
    },
    markup=text_of_html,
    scale=5,
    identity=("Letterboxd URI", "Date"),
    everywhere=True,
)
PUBLISHERS = (Publisher("Letterboxd", columns_of("Date,Name,Letterboxd URI,Rating,Review"), _COLUMNS.read),)
