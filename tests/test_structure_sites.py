"""Tests of the pages of each site: as rendered here, and in the layouts that are rarer."""

import pytest

from reviewcli.split.structure.dates import day_comes_first, parse_date
from reviewcli.split.structure.fields import ReviewFields
from reviewcli.split.structure.recognise import structured_segments
from tests.pages import AMAZON_WORDS, LAYOUTS, render

PAGES = 40


def texts_and_fields(page: str) -> list[tuple[str, ReviewFields]]:
    return [(segment.text, segment.fields) for segment in structured_segments(page) or []]


@pytest.mark.parametrize("site", LAYOUTS)
def test_reviews_and_fields_are_found_on_the_pages_of_a_site(site: str) -> None:
    found = written = proposed = fields = right = 0
    for seed in range(PAGES):
        page = render(LAYOUTS[site], seed)
        segments = structured_segments(page.text) or []
        written, proposed = written + len(page.reviews), proposed + len(segments)
        for review, segment in zip(page.reviews, segments, strict=False):
            found += review.text == segment.text
            names = ReviewFields.__slots__
            fields += len(names)
            right += sum(getattr(review.fields, name) == getattr(segment.fields, name) for name in names)

    assert found / proposed >= 0.999
    assert found / written >= 0.999
    assert right / fields >= 0.99


@pytest.mark.parametrize("site", LAYOUTS)
def test_a_page_with_one_review_is_recognised(site: str) -> None:
    pages = [render(LAYOUTS[site], seed, reviews=1) for seed in range(PAGES)]

    segments = [structured_segments(page.text) or [] for page in pages]

    wanted = [[review.text for review in page.reviews] for page in pages]
    same = sum([s.text for s in found] == texts for found, texts in zip(segments, wanted, strict=True))
    assert same >= 0.9 * PAGES


@pytest.mark.parametrize("language", AMAZON_WORDS)
@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_read_in_every_language(language: str, month: int) -> None:
    words = AMAZON_WORDS[language]
    form = "{y}年{m}月{d}日" if language == "Japanese" else "{d} {m} {y}"

    date = parse_date(form.format(d=5, m=words.months.split()[month - 1], y=2024))

    assert date == f"2024-{month:02}-05"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Jan 09, 2017", "2017-01-09"),
        ("1er mars 2023", "2023-03-01"),
        ("3. März 2023", "2023-03-03"),
        ("3rd of May, 2023", "2023-05-03"),
        ("Mar 2023", "2023-03"),
        ("2023年3月", "2023-03"),
        ("2023-02-28", "2023-02-28"),
        ("04/18/2023", "2023-04-18"),
        ("18.4.2023", "2023-04-18"),
        ("05/05/2023", "2023-05-05"),
        ("04/05/2023", None),
        ("31 February 2023", None),
        ("13 hours ago", None),
        ("April 10", None),
    ],
)
def test_a_date_is_read_only_where_it_can_mean_one_day(written: str, date: str | None) -> None:
    assert parse_date(written) == date


@pytest.mark.parametrize(
    ("written", "day_first", "date"),
    [
        ("04/05/2023", True, "2023-05-04"),
        ("04/05/2023", False, "2023-04-05"),
        ("18/04/2023", False, "2023-04-18"),
        ("04/18/2023", True, "2023-04-18"),
    ],
)
def test_a_date_in_digits_is_read_in_the_order_of_its_page(
    written: str, *, day_first: bool, date: str
) -> None:
    assert parse_date(written, day_first=day_first) == date


@pytest.mark.parametrize(
    ("dates", "day_first"),
    [
        (["04/05/2023", "18/04/2023", "May 3, 2020"], True),
        (["04/05/2023", "04/18/2023"], False),
        (["04/18/2023", "18/04/2023"], None),
        (["04/05/2023"], None),
    ],
)
def test_the_dates_of_a_page_tell_their_order(dates: list[str], *, day_first: bool | None) -> None:
    assert day_comes_first(dates) is day_first


@pytest.mark.parametrize(
    ("shown", "helpful"), [("1.2K", 1200), ("3K", 3000), ("1M", 1_000_000), ("715", 715)]
)
def test_a_count_in_short_is_read_as_what_it_stands_for(shown: str, helpful: int) -> None:
    page = f"10/10\nGreat\nI saw it twice.\nHelpful•{shown}\n12\nbob\nMay 3, 2024\nPermalink"

    assert texts_and_fields(page) == [
        ("I saw it twice.", ReviewFields("bob", "Great", 10, 10, "2024-05-03", helpful=helpful))
    ]


def test_older_and_newer_amazon_pages_are_read_too() -> None:
    page = """Ana
5.0 out of 5 stars
Great phone
Reviewed in the United States on January 1, 2025
Style: With lidVerified Purchase
Helpful
Helpful | Report
1.0 out of 5 stars Bad
ByBobonJanuary 2, 2015
Dead.
8 people found this helpful. Was this review helpful to you?YesNoReport abuse"""

    ana, bob = texts_and_fields(page)

    assert ana == ("Helpful", ReviewFields("Ana", "Great phone", 5, 5, "2025-01-01", verified=True))
    assert bob == ("Dead.", ReviewFields("Bob", "Bad", 1, 5, "2015-01-02", helpful=8))


@pytest.mark.parametrize(
    ("text", "author"),
    [("Very good.\nAnd more\nBob", "Bob"), ("Very good.\nAnd no more.", None), ("Good", None)],
)
def test_without_lines_after_a_text_its_last_line_is_a_name_only_if_it_looks_like_one(
    text: str, author: str | None
) -> None:
    opener = "1.0 out of 5 stars Bad\nReviewed in Spain on 1 January 2025\n"

    segments = texts_and_fields(f"{opener}{text}\n{opener}Broke.\nTwice.")

    assert segments[1] == ("Broke.\nTwice.", ReviewFields(author, "Bad", 1, 5, "2025-01-01"))


def test_steam_votes_before_a_text_and_names_after_it_belong_to_it() -> None:
    page = """12 people found this review helpful
3 people found this review funny
Recommended
102.5 hrs on record
Posted: April 10, 2020
Good game
Bob
123 products in account
1 person found this review helpful
Not Recommended
2.5 hrs on record
Bad game
Kim
3 products in account"""

    bob, kim = texts_and_fields(page)

    assert bob == ("Good game", ReviewFields("Bob", date="2020-04-10", helpful=12, recommended=True))
    assert kim == ("Bad game", ReviewFields("Kim", helpful=1, recommended=False))


def test_goodreads_pages_since_2022_are_read() -> None:
    page = """Ann Lee
123 reviews
45 followers
Follow
Rating 4 out of 5
January 9, 2017
Some text.
Show more
43 likes
5 comments
Like
Comment
Bob
1,234 reviews
January 10, 2017
Nice."""

    ann, bob = texts_and_fields(page)

    assert ann == ("Some text.", ReviewFields("Ann Lee", None, 4, 5, "2017-01-09", helpful=43))
    assert bob == ("Nice.", ReviewFields("Bob", date="2017-01-10"))


def test_the_tail_that_says_there_is_more_is_cut_from_the_text() -> None:
    page = "Bob rated it it was ok\nIt begins well ...more\nflag 2 likes · Like · see review"
    page += "\nDisplaying 1 - 30 of 500 reviews"

    assert texts_and_fields(page) == [
        ("It begins well", ReviewFields("Bob", rating=2, rating_scale=5, helpful=2))
    ]


def test_trustpilot_heads_on_several_lines_are_read() -> None:
    head = "KI\nKim Lee\nGB\n•\n2 reviews\nJan 3, 2023\n"
    page = (
        f"{head}Poor\nIt was bad.\nDate of experience: January 2, 2023\nUseful\nShare\nReply from Acme\nSorry"
    )

    assert texts_and_fields(page) == [("It was bad.", ReviewFields("Kim Lee", "Poor", date="2023-01-03"))]


def test_where_some_trustpilot_reviews_have_one_line_none_has_a_title() -> None:
    head, tail = "Kim • 2 reviews Jan 3, 2023\n", "\nDate of experience: January 2, 2023\n"

    segments = structured_segments(f"{head}Poor{tail}{head}So sad\nBut true{tail}") or []

    assert [segment.text for segment in segments] == ["Poor", "So sad\nBut true"]


def test_where_some_tripadvisor_reviews_have_one_line_a_sentence_is_no_title() -> None:
    page = """Kim wrote a review Mar 2023
Bad.
Date of experience: March 2023
Joe wrote a review Today
We were there.
It was dirty.
Date of experience: February 2023
Ann wrote a review Yesterday
So nice
Go there.
1 Helpful vote"""

    assert [segment.text for segment in structured_segments(page) or []] == [
        "Bad.",
        "We were there.\nIt was dirty.",
        "Go there.",
    ]


def test_app_store_heads_in_another_order_are_read() -> None:
    in_store = "Great\n★★★★★\nDec 5, 2022\nBob77\nNice app\nBad\n★☆☆☆☆\nDec 6, 2022\nKim\nIt crashes."
    on_web = "★★★★★\nBob77, 12/25/2022\nGreat\nNice app\n★☆☆☆☆\nKim, 12/26/2022\nBad\nIt crashes."

    for page, days in ((in_store, ("05", "06")), (on_web, ("25", "26"))):
        assert texts_and_fields(page) == [
            ("Nice app", ReviewFields("Bob77", "Great", 5, 5, f"2022-12-{days[0]}")),
            ("It crashes.", ReviewFields("Kim", "Bad", 1, 5, f"2022-12-{days[1]}")),
        ]


def test_google_play_replies_are_told_from_reviews_without_stars() -> None:
    asked = "Did you find this helpful?\n"
    reply = "Acme Inc.\nMarch 4, 2023\nThanks!\n"

    segments = texts_and_fields(
        f"Ann\nMarch 3, 2023\nNice app.\n{asked}{reply}Bob\nMarch 5, 2023\nBad.\n{asked}{reply}"
    )

    assert segments == [
        ("Nice app.", ReviewFields("Ann", date="2023-03-03")),
        ("Bad.", ReviewFields("Bob", date="2023-03-05")),
    ]


def test_imdb_names_and_dates_on_two_lines_are_read() -> None:
    great, good = "10/10\nGreat\nbob-77\n3 May 2001\nI saw it.", "8/10\nGood\nkim\n4 May 2001\nMe too."
    page = f"{great}\n{good}\nHelpful\nPermalink"

    assert texts_and_fields(page) == [
        ("I saw it.", ReviewFields("bob-77", "Great", 10, 10, "2001-05-03")),
        ("Me too.", ReviewFields("kim", "Good", 8, 10, "2001-05-04")),
    ]
