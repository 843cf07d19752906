"""Tests of recognising pages: the laws, what is no page, and what stands between reviews."""

import gzip
import json
import random
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.split.structure.fields import ReviewFields
from reviewcli.split.structure.recognise import StructuredSegment, structured_segments
from reviewcli.split.structure.registry import ALL_SITES
from tests.pages import LAYOUTS, SENTENCES, render
from tests.proportion import in_proportion

BUNDLED = Path(__file__).parents[1] / "data" / "reviews.txt"
DEV = Path(__file__).parents[2] / "shared" / "reference" / "segmentation" / "dev.jsonl.gz"
OPENER = "Ana\n5.0 out of 5 stars Great phone\nReviewed in Spain on 1 January 2025\n"
CLOSER = "\n9 people found this helpful\nHelpful\nReport\n"
PAGE_LINES = st.sampled_from(
    [line for site in LAYOUTS for line in render(LAYOUTS[site], 3).text.splitlines()] + list(SENTENCES)
)
TEXTS = st.one_of(st.text(max_size=100), st.lists(PAGE_LINES, max_size=30).map("\n".join))


@given(TEXTS)
def test_segments_are_in_order_and_do_not_overlap(text: str) -> None:
    segments = structured_segments(text) or []

    assert all(left.span.end <= right.span.start for left, right in pairwise(segments))
    assert all(segment.span.start < segment.span.end <= len(text) for segment in segments)


@given(TEXTS)
def test_a_segment_with_text_begins_and_ends_where_its_span_says(text: str) -> None:
    segments = [segment for segment in structured_segments(text) or [] if segment.text]

    for segment in segments:
        stretch = text[segment.span.start : segment.span.end]
        assert stretch.startswith(segment.text.split("\n")[0])
        assert stretch.endswith(segment.text.split("\n")[-1])


@given(st.lists(st.sampled_from(SENTENCES), max_size=40).map("\n".join))
def test_prose_is_no_page(text: str) -> None:
    assert structured_segments(text) is None


@given(st.sampled_from(sorted(LAYOUTS)), st.integers(min_value=1000))
def test_texts_hold_no_furniture(site: str, seed: int) -> None:
    page = render(LAYOUTS[site], seed)

    segments = structured_segments(page.text) or []

    lines = {line for segment in segments for line in segment.text.split("\n")}
    assert lines <= set(SENTENCES)


def test_the_bundled_text_is_no_page() -> None:
    assert structured_segments(BUNDLED.read_text(encoding="utf-8")) is None


@pytest.mark.skipif(not DEV.exists(), reason="the reviews to measure on are not beside the repository")
def test_no_paste_of_reviews_without_furniture_is_taken_for_a_page() -> None:
    pastes = list(pastes_of(DEV))

    alarms = [paste for paste in pastes if structured_segments(paste) is not None]

    assert len(pastes) > 100
    assert alarms == []


def pastes_of(path: Path) -> Iterator[str]:
    """Paste up to 20 reviews of each item in a row, with blank lines between them and without."""
    items: dict[str, list[str]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            items.setdefault(record["item"], []).append(record["text"])
    for item, reviews in items.items():
        random.Random(item).shuffle(reviews)
        for start in range(0, len(reviews), 20):
            yield "\n\n".join(reviews[start : start + 20])
            yield "\n".join(reviews[start : start + 20]).replace("\n\n", "\n")


def test_every_segment_says_whose_furniture_it_was_told_by() -> None:
    names = {site.name for site in ALL_SITES}

    told = {segment.site for layout in LAYOUTS.values() for segment in found(render(layout, 1).text)}

    assert told == names


def found(page: str) -> Iterator[StructuredSegment]:
    yield from structured_segments(page) or []


def test_a_page_of_furniture_alone_has_no_segments() -> None:
    assert structured_segments(OPENER + CLOSER) == []


def test_a_review_without_text_among_others_keeps_its_fields_and_place() -> None:
    page = f"{OPENER}{CLOSER}{OPENER}It is good.{CLOSER}"

    empty, good = structured_segments(page) or []

    assert (empty.text, good.text) == ("", "It is good.")
    assert page[empty.span.start : empty.span.end] == (OPENER + CLOSER).strip()
    assert empty.fields == good.fields == ReviewFields("Ana", "Great phone", 5, 5, "2025-01-01", helpful=9)


def test_text_before_and_between_reviews_is_kept_without_fields() -> None:
    review = f"{OPENER}It is good.{CLOSER}"

    segments = structured_segments(f"My notes\nof today:\n{review}A stray line\n{review}") or []

    assert [segment.text for segment in segments] == [
        "My notes\nof today:",
        "It is good.",
        "A stray line",
        "It is good.",
    ]
    assert segments[0].fields == segments[2].fields == ReviewFields()


def test_what_stands_beside_the_own_lines_of_a_page_is_the_page_s_too() -> None:
    half, reviews = f"The rest of a review.{CLOSER}", f"{OPENER}It is good.{CLOSER}" * 3

    segments = structured_segments(
        f"Customer reviews\n4.6 out of 5\n1,234 global ratings\n{half}{reviews}Next page\nYour account\n"
    )

    assert [segment.text for segment in segments or []] == ["The rest of a review.", *["It is good."] * 3]


def test_a_page_whose_openers_have_changed_is_not_recognised() -> None:
    unknown = "Ana, five stars, Great phone (Spain)\nIt is good."

    assert structured_segments(f"{unknown}{CLOSER}" * 4) is None
    assert structured_segments(f"{OPENER}It is good.{CLOSER}{unknown}{CLOSER}{unknown}{CLOSER}") is None


def test_one_unknown_opener_among_many_becomes_a_segment_without_fields() -> None:
    known = f"{OPENER}It is good.{CLOSER}" * 4

    segments = structured_segments(f"{known}Strange head\nIt is bad.{CLOSER}{known}") or []

    assert len(segments) == 9
    assert (segments[4].text, segments[4].fields) == ("Strange head\nIt is bad.", ReviewFields())


def test_one_line_of_furniture_is_not_enough() -> None:
    assert structured_segments("Bob rated it liked it\nIt was a good book.\nI read it twice.") is None


def test_openers_alone_are_enough() -> None:
    segments = (
        structured_segments("Bob rated it liked it\nA good book.\nAnn rated it it was ok\nNot bad.") or []
    )

    assert [(segment.text, segment.fields.author) for segment in segments] == [
        ("A good book.", "Bob"),
        ("Not bad.", "Ann"),
    ]


def test_doubtful_furniture_inside_a_text_is_text() -> None:
    tail = "\n4 out of 7 found this helpful. Was this review helpful? Sign in to vote.\n"
    page = f"10/10\nGreat\nbob 3 May 2001\nOh\nI saw it in July 2003\nand liked it.{tail}"

    segments = structured_segments(f"{page}{page}") or []

    assert [segment.text for segment in segments] == ["Oh\nI saw it in July 2003\nand liked it."] * 2


def test_white_space_typography_and_separators_do_not_matter() -> None:
    opener = (
        "Zoë O\u2019Hara\n 5.0\u2009out\xa0of\t5  stars\u200b\nReviewed in Spain on\xa01 January 2025\t\r\n"
    )
    page = f"{opener}It is good.\u2028\u200b9 people  found this helpful\n* * *\n{opener}It is bad.\n---\n"

    segments = structured_segments(page) or []

    assert [segment.text for segment in segments] == ["It is good.", "It is bad."]
    assert segments[0].fields == ReviewFields("Zoë O’Hara", None, 5, 5, "2025-01-01", helpful=9)


@pytest.mark.parametrize(
    "text",
    [
        lambda size: "rated it " * (size * 10),
        lambda size: "rated it liked it\n" * (size * 5),
        lambda size: "Ana\nMarch 3, 2023\nhelpful\n" * size,
        lambda size: f"{OPENER}It is good.{CLOSER}" * (size // 5),
        lambda size: "5.0 out of 5 stars\n" + "wrote a review 3 May 2001\n" * size,
    ],
    ids=["one long line", "half openers", "dates without stars", "a long page", "other heads"],
)
def test_the_time_taken_is_in_proportion_to_the_size(text: Callable[[int], str]) -> None:
    assert in_proportion(lambda size: structured_segments(text(size)), 1_000)
