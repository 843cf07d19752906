"""Write files as publishers write them, made for the tests, with what is hard to read in them."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

GOODREADS_NEW = (
    "Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,My Rating,Average Rating,Publisher,Binding,"
    "Number of Pages,Year Published,Original Publication Year,Date Read,Date Added,Bookshelves,"
    "Bookshelves with positions,Exclusive Shelf,My Review,Spoiler,Private Notes,Read Count,Owned Copies"
)
GOODREADS_OLD = GOODREADS_NEW.removesuffix(",Owned Copies") + (
    ",Recommended For,Recommended By,Owned Copies,Original Purchase Date,Original Purchase Location,Condition,"
    "Condition Description,BCID"
)
STORYGRAPH = (
    "Title,Authors,Contributors,ISBN/UID,Format,Read Status,Date Added,Last Date Read,Dates Read,Read Count,Moods,"
    "Pace,Character- or Plot-Driven?,Strong Character Development?,Loveable Characters?,Diverse Characters?,"
    "Flawed Characters?,Star Rating,Review,Content Warnings,Content Warning Description,Tags,Owned?"
)
PLAY = (
    "Package Name,App Version Code,App Version Name,Reviewer Language,Device,Review Submit Date and Time,"
    "Review Submit Millis Since Epoch,Review Last Update Date and Time,Review Last Update Millis Since Epoch,"
    "Star Rating,Review Title,Review Text,Developer Reply Date and Time,Developer Reply Millis Since Epoch,"
    "Developer Reply Text,Review Link"
)
LETTERBOXD = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date"


def table(header: str, *rows: dict[str, Any], delimiter: str = ",", end: str = "\r\n") -> str:
    """Write a table with just these columns; cells that are not given are empty."""
    columns = header.split(",")
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=end)
    writer.writerow(columns)
    for row in rows:
        unknown = set(row) - set(columns)
        assert not unknown, unknown
        writer.writerow([row.get(column, "") for column in columns])
    return buffer.getvalue()


def lines(*records: Any) -> str:
    """Write JSON lines."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def goodreads(header: str) -> bytes:
    book = {"Author": "N. N.", "ISBN": '="0000000001"', "ISBN13": '="9780000000002"', "Read Count": "1"}
    text = table(
        header,
        {**book, "Book Id": "11", "Title": "A Road, Once", "My Rating": "4", "Date Read": "2021/03/09",
         "Date Added": "2021/01/02", "Exclusive Shelf": "read",
         "My Review": 'Slow, but "warm".<br/><br/>The end is <b>great</b> &amp; a &lt;3 b.',
         "Private Notes": "Lent to Kim"},
        {**book, "Book Id": "12", "Title": "No Words", "My Rating": "5", "Exclusive Shelf": "read"},
        {**book, "Book Id": "13", "Title": "שלום", "My Rating": "0", "Date Added": "2020/12/31",
         "Exclusive Shelf": "to-read", "My Review": "ספר נפלא 🙂\nשורה שנייה"},
    )  # fmt: skip
    return ("\ufeff" + text).encode()


def storygraph() -> bytes:
    return table(
        STORYGRAPH,
        {"Title": "Glass", "Authors": "O. P.", "ISBN/UID": "9780000000019", "Read Status": "read",
         "Date Added": "2022/05/01", "Last Date Read": "2022/05/30", "Star Rating": "3.75",
         "Review": "<div>Sharp.<br>Then it breaks,<br>twice.</div>"},
        {"Title": "Sand", "Authors": "Q.", "Read Status": "to-read", "Star Rating": ""},
    ).encode()  # fmt: skip


def play() -> bytes:
    link = (
        "https://play.google.com/console/developers/1/app/2/user-feedback/review-details?reviewId={}&corpus=x"
    )
    text = table(
        PLAY,
        {"Package Name": "org.example.app", "Reviewer Language": "pt-BR", "Device": "walnut",
         "Review Submit Date and Time": "2023-02-01T07:08:09Z", "Review Submit Millis Since Epoch": "1675235289000",
         "Star Rating": "2", "Review Title": "Hmm", "Review Text": "Trava muito,\nmas é \"bonito\"",
         "Review Link": link.format("abc-1")},
        {"Package Name": "org.example.app", "Reviewer Language": "en",
         "Review Submit Date and Time": "2023-02-02T00:00:00Z", "Star Rating": "5"},
        {"Package Name": "org.example.app", "Reviewer Language": "en",
         "Review Submit Date and Time": "2023-02-03T10:00:00Z", "Star Rating": "1",
         "Review Text": "=Crashes at once", "Review Link": link.format("abc-2")},
        end="\n",
    )  # fmt: skip
    return text.encode("utf-16")


def ucsd() -> bytes:
    return lines(
        {"user_id": "u1", "book_id": "b1", "review_id": "r1", "rating": 0, "review_text": "Could not finish it.",
         "date_added": "Tue Nov 17 11:37:35 -0800 2009", "date_updated": "", "read_at": "", "started_at": "",
         "n_votes": 3, "n_comments": 0},
        {"user_id": "u2", "book_id": "b1", "review_id": "r2", "rating": 5, "review_text": "",
         "date_added": "Tue Nov 17 11:37:35 -0800 2009", "date_updated": "", "read_at": "", "started_at": "",
         "n_votes": 0, "n_comments": 0},
    ).encode()  # fmt: skip


def amazon(year: int) -> bytes:
    old = {"reviewerID": "A1", "asin": "B01", "reviewerName": 'Jo "the" Reader', "overall": 4.0,
           "reviewText": "Fits.\n\nKeeps warm &amp; dry.", "summary": "Good coat", "unixReviewTime": 1308614400,
           "reviewTime": "06 21, 2011"}  # fmt: skip
    if year == 2014:
        return lines({**old, "helpful": [2, 3]}).encode()
    if year == 2018:
        more = {"vote": "1,024", "style": {"Size:": " L"}, "verified": True, "image": ["a"]}
        return lines({**old, **more}, {**old, "reviewerID": "A2", "verified": False}).encode()
    new = {"rating": 3.0, "title": "So so", "text": "Broke.<br />Got another.", "images": [], "asin": "B02",
           "parent_asin": "B03", "user_id": "AE1", "timestamp": 1588687728923, "verified_purchase": True,
           "helpful_vote": 0}  # fmt: skip
    return lines(new).encode()


def yelp() -> bytes:
    return lines(
        {"review_id": "y1", "user_id": "u", "business_id": "b", "stars": 2.0, "useful": 4, "funny": 0, "cool": 1,
         "text": "Cold soup\n\nand colder staff", "date": "2018-07-07 22:09:11"},
    ).encode()  # fmt: skip


def play_scraper() -> bytes:
    return json.dumps([
        {"reviewId": "g1", "userName": "Noor", "userImage": "https://example.org/i", "content": "رائع جدا 🎉",
         "score": 5, "thumbsUpCount": 7, "reviewCreatedVersion": None, "at": "2024-01-31 05:06:07",
         "replyContent": None, "repliedAt": None, "appVersion": None},
    ]).encode()  # fmt: skip


def app_store_connect() -> bytes:
    attributes = {"rating": 1, "title": "No", "body": "Will not open.", "reviewerNickname": "kay",
                  "createdDate": "2024-03-04T05:06:07-07:00", "territory": "USA"}  # fmt: skip
    return json.dumps(
        {"data": [{"type": "customerReviews", "id": "c1", "attributes": attributes}], "links": {"self": "x"},
         "meta": {"paging": {"total": 1}}}, indent=2,
    ).encode()  # fmt: skip


def app_store_feed(*, single: bool) -> bytes:
    def entry(number: int) -> dict[str, Any]:
        said = {"id": f"f{number}", "title": "Nice", "content": "Does what it says", "updated": "2024-05-06T07:08:09-07:00",
                "im:rating": "4", "im:version": "1.2", "im:voteSum": "0", "im:voteCount": "2"}  # fmt: skip
        labelled: dict[str, Any] = {name: {"label": value} for name, value in said.items()}
        return {**labelled, "author": {"name": {"label": "Lee"}, "uri": {"label": "https://example.org"}}}

    entries: Any = entry(1) if single else [entry(1), entry(2)]
    return json.dumps({"feed": {"author": {"name": {"label": "Store"}}, "entry": entries}}).encode()


def app_store_scraper() -> bytes:
    return table(
        "date,isEdited,rating,review,title,userName,developerResponse",
        {"date": "2021-12-11 10:09:08", "isEdited": "False", "rating": "5", "review": "Love it", "title": "Yes",
         "userName": "max"},
    ).encode()  # fmt: skip


def steam() -> bytes:
    review = {
        "recommendationid": "s1",
        "author": {"steamid": "7656", "num_games_owned": 1, "num_reviews": 2, "playtime_forever": 3,
                   "playtime_last_two_weeks": 0, "playtime_at_review": 3, "last_played": 1},
        "language": "german", "review": "[h1]Gut[/h1][b]Sehr[/b] gut [url=https://example.org]hier[/url] [3/5]",
        "timestamp_created": 1600000000, "timestamp_updated": 1600000001, "voted_up": True, "votes_up": 12,
        "votes_funny": 1, "weighted_vote_score": "0.5", "comment_count": 0, "steam_purchase": False,
        "received_for_free": False, "written_during_early_access": False,
    }  # fmt: skip
    other = {**review, "recommendationid": "s2", "voted_up": False, "review": "nein", "votes_up": 0}
    return json.dumps(
        {"success": 1, "query_summary": {"num_reviews": 2}, "reviews": [review, other]}
    ).encode()


def steam_flat() -> bytes:
    return table(
        "recommendationid,author.steamid,language,review,timestamp_created,voted_up,votes_up,steam_purchase",
        {"recommendationid": "s1", "author.steamid": "7656", "language": "english", "review": "[i]fun[/i]",
         "timestamp_created": "1600000000", "voted_up": "True", "votes_up": "3", "steam_purchase": "True"},
    ).encode()  # fmt: skip


def imdb() -> bytes:
    return table(
        "review,sentiment",
        {"review": "A bore.<br /><br />Twice over.", "sentiment": "negative"},
        {"review": "A joy, 'truly'", "sentiment": "positive"},
    ).encode()


def letterboxd() -> bytes:
    return table(
        LETTERBOXD,
        {"Date": "2020-10-11", "Name": "Rain", "Year": "1999", "Letterboxd URI": "https://boxd.it/1", "Rating": "0.5",
         "Review": "<i>Wet</i>, and<br>long", "Watched Date": "2020-10-10"},
        {"Date": "2020-10-12", "Name": "Snow", "Year": "2001", "Letterboxd URI": "https://boxd.it/2", "Rating": "",
         "Review": "Fine &quot;cold&quot; film"},
    ).encode()  # fmt: skip


FILES: dict[str, bytes] = {
    "goodreads_library_export.csv": goodreads(GOODREADS_NEW),
    "goodreads_old.csv": goodreads(GOODREADS_OLD),
    "storygraph.csv": storygraph(),
    "ucsd.jsonl": ucsd(),
    "amazon2014.jsonl": amazon(2014),
    "amazon2018.json": amazon(2018),
    "amazon2023.jsonl": amazon(2023),
    "yelp_review.json": yelp(),
    "play.csv": play(),
    "play_scraper.json": play_scraper(),
    "connect.json": app_store_connect(),
    "feed.json": app_store_feed(single=False),
    "feed_single.json": app_store_feed(single=True),
    "scraper.csv": app_store_scraper(),
    "steam.json": steam(),
    "steam.csv": steam_flat(),
    "imdb.csv": imdb(),
    "letterboxd.csv": letterboxd(),
}


def written_by(names: Sequence[str]) -> list[bytes]:
    return [FILES[name] for name in names]
