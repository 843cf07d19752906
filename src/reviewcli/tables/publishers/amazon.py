"""Read reviews of Amazon as researchers publish them, in 2014, 2018 and 2023."""

from typing import Any

from reviewcli.tables.columns import Column, Columns
from reviewcli.tables.dates import iso_date, iso_of_epoch
from reviewcli.tables.entry import Publisher, columns_of
from reviewcli.tables.markup import text_of_html
from reviewcli.tables.values import name, stars, truth, whole


def _first(value: Any) -> int | None:
    """Read how many found it helpful, of `[how many, of how many]`."""
    if isinstance(value, str):
        value = value.strip("[] ").split(",")
    return whole(value[0]) if value else None


_OLD = {
    "title": Column("summary", name),
    "author": Column("reviewerName", name),
    "rating": Column("overall", stars(5)),
    "date": Column("reviewTime", iso_date),
    "item": Column("asin", name),
}
_ITS_OWN = ("reviewerID", "asin", "unixReviewTime")
_SIGNATURE = columns_of("reviewerID,asin,reviewText,overall,unixReviewTime")
_2014 = Columns(
    "reviewText",
    {**_OLD, "helpful": Column("helpful", _first)},
    markup=text_of_html,
    scale=5,
    identity=_ITS_OWN,
    everywhere=True,
)
_2018 = Columns(
    "reviewText",
    {**_OLD, "helpful": Column("vote", whole), "verified": Column("verified", truth)},
    markup=text_of_html,
    scale=5,
    identity=_ITS_OWN,
    everywhere=True,
)
_2023 = Columns(
    "text",
    {
        "title": Column("title", name),
        "author": Column("user_id", name),
        "rating": Column("rating", stars(5)),
        "date": Column("timestamp", iso_of_epoch),
        "item": Column("parent_asin", name),
        "helpful": Column("helpful_vote", whole),
        "verified": Column("verified_purchase", truth),
    },
    markup=text_of_html,
    scale=5,
    identity=("user_id", "asin", "timestamp"),
    everywhere=True,
)
PUBLISHERS = (
    Publisher(
        "Amazon Reviews 2023", columns_of("rating,text,asin,parent_asin,user_id,timestamp"), _2023.read
    ),
    Publisher("Amazon Reviews 2018", _SIGNATURE | {"verified"}, _2018.read),
    Publisher("Amazon Reviews 2014", _SIGNATURE, _2014.read),
)
