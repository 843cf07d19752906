"""Read the reviews that Steam gives out."""

from reviewcli.tables.columns import Column, Columns
from reviewcli.tables.dates import iso_of_epoch
from reviewcli.tables.entry import Publisher, columns_of
from reviewcli.tables.markup import text_of_bbcode
from reviewcli.tables.values import language, name, truth, whole

_COLUMNS = Columns(
    "review",
    {
        "author": Column("author.steamid", name),
        "recommended": Column("voted_up", truth),
        "date": Column("timestamp_created", iso_of_epoch),
        "item": Column("appid", name),
        "helpful": Column("votes_up", whole),
        "verified": Column("steam_purchase", truth),
        "language": Column("language", language),
    },
    markup=text_of_bbcode,
    identity=("recommendationid",),
    everywhere=True,
)
PUBLISHERS = (
    Publisher("Steam", columns_of("recommendationid,review,voted_up,timestamp_created"), _COLUMNS.read),
)
