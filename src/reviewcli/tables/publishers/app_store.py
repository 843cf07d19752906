"""Read reviews of the App Store: from App Store Connect, its RSS feed and app-store-scraper."""

from reviewcli.tables.columns import Column, Columns
from reviewcli.tables.dates import iso_date
from reviewcli.tables.entry import Publisher, columns_of
from reviewcli.tables.values import name, stars, whole

_CONNECT = Columns(
    "attributes.body",
    {
        "title": Column("attributes.title", name),
        "author": Column("attributes.reviewerNickname", name),
        "rating": Column("attributes.rating", stars(5)),
        "date": Column("attributes.createdDate", iso_date),
    },
    scale=5,
    identity=("id",),
    everywhere=True,
)
_FEED = Columns(
    "content.label",
    {
        "title": Column("title.label", name),
        "author": Column("author.name.label", name),
        "rating": Column("im:rating.label", stars(5)),
        "date": Column("updated.label", iso_date),
        "helpful": Column("im:voteCount.label", whole),
    },
    scale=5,
    identity=("id.label",),
    everywhere=True,
)
_SCRAPED = Columns(
    "review",
    {
        "title": Column("title", name),
        "author": Column("userName", name),
        "rating": Column("rating", stars(5)),
        "date": Column("date", iso_date),
    },
    scale=5,
    identity=("userName", "date"),
)
PUBLISHERS = (
    Publisher("App Store Connect", columns_of("id,attributes.rating,attributes.body"), _CONNECT.read),
    Publisher("App Store RSS", columns_of("id.label,content.label,im:rating.label"), _FEED.read),
    Publisher("app-store-scraper", columns_of("date,isEdited,rating,review,title,userName"), _SCRAPED.read),
)
