"""A text whose reviews are numbered is cut at the numbers; a list inside a review is not."""

import gzip
import json
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.splitting.pastes import DATA, read_pastes
from reviewcli.split.rules import Cutting, split_by
from reviewcli.split.structure.numbering import read_numbering
from tests.proportion import in_proportion

LONG = (
    "I bought this lamp for my desk in March and it has been on every evening since then, without a flicker,"
    " which is more than the old one did.\nStill good.",
    "Broke on the third day, the shop never answered, and so I had to buy another one from somebody else for"
    " twice the money.",
    "It is fine for the money, though the cable is far too short for a room with only one socket in it, and"
    " the switch is loud.",
)
STYLES = (
    "{}. ",
    "{}) ",
    "({}) ",
    "[{}] ",
    "{} - ",
    "Review {}: ",
    "Review #{}\n",
    "#{} ",
    "{}.\n",
    "{}\n",
    "№{}: ",
)


def numbered(style: str, *texts: str, first: int = 1) -> str:
    return "\n".join(style.format(number) + text for number, text in enumerate(texts, first))


def texts(text: str) -> list[str] | None:
    numbering = read_numbering(text)
    return numbering and [review.text for review in numbering.reviews]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("joint", ["\n", "\n\n", "\r\n---\r\n"])
def test_numbered_reviews_are_cut_at_their_numbers(style: str, joint: str) -> None:
    text = joint.join(style.format(number) + review for number, review in enumerate(LONG * 3, 1))

    numbering = read_numbering(text)

    assert numbering
    assert [review.text for review in numbering.reviews] == list(LONG * 3)
    assert [review.number for review in numbering.reviews] == list(range(1, 10))
    assert 0.9 <= numbering.confidence < 1


def test_the_boundary_says_which_numbers_it_stands_between() -> None:
    _, second, third = split_by(numbered("Review {}: ", *LONG), Cutting())

    assert second.before.reasons == ("numbered reviews: 1 → 2",)
    assert second.after == third.before
    assert second.after.confidence == 0.97
    assert third.after.confidence == 1


def test_spans_are_of_the_text_without_the_number() -> None:
    text = numbered("{}) ", *LONG)

    segments = split_by(text, Cutting())

    assert [text[segment.span.start : segment.span.end] for segment in segments] == list(LONG)


def test_two_reviews_are_enough_only_where_the_number_says_that_it_is_a_reviews() -> None:
    assert texts(numbered("Rezension {}: ", "Gut.", "Schlecht.")) == ["Gut.", "Schlecht."]
    assert texts(numbered("{}. ", *LONG[:2])) is None


def test_a_page_from_the_middle_may_begin_with_any_number() -> None:
    assert texts(numbered("{}. ", *LONG[:2] * 3, first=31)) == list(LONG[:2] * 3)
    assert texts(numbered("{}. ", *LONG, first=31)) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "My notes\n" + numbered("{}. ", *LONG),
        numbered("{}. ", "The plot.", "The actors.", "The music was too loud."),
        numbered("{}. ", *LONG[1:], "Too long.") + "\nAll in all I would buy it again.",
        numbered("{}.\n", "Plot", "Actors", "\n".join(LONG * 3)),
        numbered("{}. ", *LONG) + "\n5. " + LONG[0],
        numbered("{}. ", *LONG) + "\n3. " + LONG[0],
        "1984. It was a good year.\n1985. It was not.\n1986. " + LONG[0],
        "1.5 stars\n2.5 stars\n3.5 stars",
        "10:30 I began.\n11:30 I went on.\n12:30 I stopped.",
    ],
)
def test_other_numbers_are_not_those_of_reviews(text: str) -> None:
    assert read_numbering(text) is None


def test_a_list_within_a_review_is_not_cut() -> None:
    inner = LONG[0] + "\n1. It is bright.\n2. It is cheap."

    assert texts(numbered("Review {}: ", inner, *LONG[1:])) == [inner, *LONG[1:]]
    assert texts(numbered("{}. ", *LONG[1:], LONG[1], inner, *LONG[1:])) == [
        *LONG[1:],
        LONG[1],
        inner,
        *LONG[1:],
    ]


def test_a_list_within_a_review_that_might_be_the_next_reviews_leaves_it_open() -> None:
    inner = LONG[0] + "\n1. It is bright.\n2. It is cheap."

    assert read_numbering(numbered("{}. ", inner, *LONG[1:])) is None


def test_short_texts_after_a_mark_are_cut_with_doubt() -> None:
    numbering = read_numbering(numbered("#{} ", "Good.", "Bad.", "So so."))

    assert numbering
    assert numbering.confidence < 0.8


def test_a_number_without_a_text_is_no_review() -> None:
    assert texts("Review 1:\nGood.\nReview 2:\nReview 3:\nBad.") == ["Good.", "Bad."]
    assert read_numbering("Review 1:\nReview 2:\n") is None


@given(st.text(alphabet="12.)#\n ab", max_size=60))
def test_texts_stand_where_spans_say(text: str) -> None:
    numbering = read_numbering(text)

    for review in numbering.reviews if numbering else ():
        stretch = text[review.span.start : review.span.end]
        assert stretch.startswith(review.text.split("\n")[0])
        assert stretch.endswith(review.text.split("\n")[-1])


@pytest.mark.parametrize(
    "text",
    [
        lambda size: numbered("{}. ", *["x"] * (size // 10)),
        lambda size: "1. a\n" * (size // 5),
        lambda size: "1" * size,
        lambda size: "1.\n" + "(" * size,
    ],
    ids=["many numbers", "one number", "a long number", "brackets"],
)
def test_the_time_taken_is_in_proportion_to_the_size(text: Callable[[int], str]) -> None:
    assert in_proportion(lambda size: read_numbering(text(size)), 50_000)


@pytest.mark.skipif(not DATA.exists(), reason="the reviews to measure on are not beside the repository")
def test_hardly_a_real_review_or_paste_is_taken_for_numbered_reviews() -> None:
    reviews = list(real_reviews())
    pastes = [paste.text for found in read_pastes(DATA / "dev.jsonl.gz", seed=5).values() for paste in found]

    alarms = sum(read_numbering(review) is not None for review in reviews)

    assert len(reviews) > 5_000
    assert alarms <= len(reviews) / 2_000
    assert [paste for paste in pastes if read_numbering(paste)] == []


def real_reviews() -> Iterator[str]:
    with gzip.open(DATA / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


@pytest.mark.skipif(not DATA.exists(), reason="the reviews to measure on are not beside the repository")
@pytest.mark.parametrize(("style", "least"), [("Review {}: ", 1.0), ("{}.\n", 0.95), ("{}. ", 0.85)])
def test_most_real_reviews_are_found_by_their_numbers(style: str, least: float) -> None:
    pastes = [paste for found in read_pastes(DATA / "dev.jsonl.gz", seed=5).values() for paste in found]

    right = [
        len(numbering.reviews) == len(paste.starts)
        for paste in pastes
        if (numbering := read_numbering(_numbered(paste.text, sorted(paste.starts), style)))
    ]

    assert len(right) >= least * len(pastes)
    assert sum(right) >= 0.98 * len(right)


def _numbered(text: str, starts: list[int], style: str) -> str:
    ends = [*starts[1:], len(text)]
    return "".join(
        style.format(number) + text[start:end]
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    )
