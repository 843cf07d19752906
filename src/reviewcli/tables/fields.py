"""Name the fields that a column can be mapped to, and the names by which columns are known for each."""

from collections.abc import Mapping

TEXT, LABELS, IDENTITY = "text", "labels", "id"

# Names are compared folded, without blanks, dots, dashes and underscores; the first one there is taken.
NAMES: Mapping[str, str] = {
    TEXT: (
        "text reviewtext myreview reviewbody reviewcontent content body review comment comments message"
        " feedback verbatim response description opinion texto texte kommentar rezension bewertungstext"
    ),
    "title": "title reviewtitle summary headline subject heading titel titre titulo",
    "author": (
        "author reviewer reviewername username user nickname name reviewauthor userid reviewerid autor auteur"
    ),
    "rating": (
        "rating stars score overall starrating myrating yourrating reviewrating reviewscore imrating"
        " bewertung sterne puntuacion"
    ),
    "date": (
        "date reviewdate createdat submitted submittedat postedat posteddate published publishedat"
        " time timestamp at datum fecha createddate updatedat"
    ),
    "item": (
        "item product productname productid asin sku book booktitle film movie game app appname hotel"
        " business businessname brand company itemname itemid listing place produkt"
    ),
    "language": "language lang locale reviewlanguage sprache",
    "helpful": "helpful helpfulvotes helpfulvote votes vote thumbsup likes upvotes useful helpfulcount",
    "verified": "verified verifiedpurchase isverified",
    "recommended": "recommended recommend wouldrecommend isrecommended votedup",
    LABELS: "labels label sentiment category class tag tags",
    IDENTITY: "id reviewid uuid guid commentid recordid responseid",
}

ALL = tuple(NAMES)


def folded(column: str) -> str:
    """Return what the name of a column is compared by."""
    return "".join(character for character in column.casefold() if character.isalnum())


def named(columns: list[str]) -> dict[str, str]:
    """Find the column of each field by its name; no column is taken for two."""
    there: dict[str, str] = {}
    for column in columns:
        there.setdefault(folded(column), column)
    found: dict[str, str] = {}
    for field, names in NAMES.items():
        for name in names.split():
            if name in there and there[name] not in found.values():
                found[field] = there[name]
                break
    return found
