"""Read the reviews of Yelp's open data set."""

from reviewcli.tables.columns import Column, Columns
from reviewcli.tables.dates import iso_date
from reviewcli.tables.entry import Publisher, columns_of
from reviewcli.tables.values import name, stars, whole

_COLUMNS = Columns(
    "text",
    {
        "author": Column("user_id", name),
        "rating": Column("stars", stars(5)),
        "date": Column("date", iso_date),
        "item": Column("business_id", name),
        "helpful": Column("useful", whole),
    },
    scale=5,
    identity=("review_id",),
    everywhere=True,
)
PUBLISHERS = (
    Publisher("Yelp reviews", columns_of("review_id,user_id,business_id,stars,date,text"), _COLUMNS.read),
)
