"""Tests of cutting text into reviews: the laws of `split`, and what it does with the bundled text."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.model import OPEN_FROM, Boundary
from reviewcli.segmentation import Segment
from reviewcli.split.cues.reasons import worded
from reviewcli.split.decisions import parse_decisions
from reviewcli.split.paragraphs import read_paragraphs
from reviewcli.split.segment import CUT_AT, split, weigh_gaps
from tests.proportion import in_proportion

BUNDLED = Path(__file__).parents[1] / "data" / "reviews.txt"
TRUE_FIRST_PARAGRAPHS = [1, 3, 11, 12, 16, 17, 18, 19]

LINES = st.sampled_from(
    [
        "I bought this last year and love it.",
        "However, the handle broke.",
        "1) It is light.",
        "2) It is cheap.",
        "Overall, recommended! 8/10",
        "Это отличная игра.",
        "Το βιβλίο είναι πολύ καλό.",
        "“Curly” — quotes",
        "'Straight' -- quotes",
        "Pros:",
        "---",
        "* * *",
        "",
        "   ",
        "\x00",
        "这本书很好",
        ".",
        "Jane Austen wrote it.",
    ]
)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\n\n"])
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.tuples(st.one_of(LINES, st.text(max_size=30)), LINE_ENDS), max_size=25).map(
        lambda parts: "".join(line + end for line, end in parts)
    ),
)


@given(TEXTS)
def test_segments_are_in_order_and_do_not_overlap(text: str) -> None:
    segments = split(text)

    assert all(left.span.end <= right.span.start for left, right in pairwise(segments))
    assert all(segment.span.start < segment.span.end <= len(text) for segment in segments)


@given(TEXTS)
def test_the_paragraphs_of_all_segments_are_the_paragraphs_of_the_text(text: str) -> None:
    paragraphs = read_paragraphs(text)

    segments = split(text)

    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    assert [line for segment in segments for line in segment.text.split("\n")] == lines


@given(TEXTS)
def test_a_segment_begins_and_ends_where_its_span_says(text: str) -> None:
    segments = split(text)

    for segment in segments:
        stretch = text[segment.span.start : segment.span.end]
        assert stretch.startswith(segment.text.split("\n")[0])
        assert stretch.endswith(segment.text.split("\n")[-1])


@given(TEXTS)
def test_neighbours_share_their_boundary_and_the_outer_edges_are_certain(text: str) -> None:
    segments = split(text)

    assert all(left.after == right.before for left, right in pairwise(segments))
    if segments:
        assert segments[0].before == segments[-1].after == Boundary()


@given(TEXTS)
def test_no_boundary_is_chosen_below_the_threshold_or_explained_at_length(text: str) -> None:
    segments = split(text)

    assert all(segment.before.confidence >= CUT_AT for segment in segments)
    assert all(len(segment.before.reasons) <= 3 for segment in segments)


@given(TEXTS)
def test_splitting_twice_gives_the_same(text: str) -> None:
    first = split(text)

    second = split(text)

    assert first == second


@pytest.mark.parametrize("text", ["", "\n\n", " \t \r\n", "---\n***\n===", "\u2028\x85"])
def test_a_text_without_a_word_has_no_reviews(text: str) -> None:
    segments = split(text)

    assert segments == []


def test_one_paragraph_is_one_review_without_doubt() -> None:
    segments = split("  Arrived broken.  \n")

    assert [(segment.text, segment.span.start, segment.span.end) for segment in segments] == [
        ("Arrived broken.", 2, 17)
    ]
    assert segments[0].before == segments[0].after == Boundary()


def test_a_separator_line_always_cuts_and_is_dropped() -> None:
    segments = split("1) It is light.\n---\n2) It is cheap.")

    assert [segment.text for segment in segments] == ["1) It is light.", "2) It is cheap."]
    assert segments[0].after == Boundary(1.0, ("a separator line",))


def test_reasons_speak_for_the_boundary_and_stand_strongest_first() -> None:
    gap = weigh_gaps(
        read_paragraphs("Un libro que me ha gustado mucho.\nЭто книга не для всех, но очень хорошая.")
    )[0]

    assert gap.confidence > 0.8
    assert worded(gap.reasons)[0] == "script changes from Latin to Cyrillic"


def test_reasons_speak_against_a_boundary_where_none_is_likelier() -> None:
    gap = weigh_gaps(read_paragraphs("Two reasons to read it:\n1) It is short and it is to the point."))[0]

    assert gap.confidence < 0.5
    assert worded(gap.reasons)[0] == "the first ends with a colon"


def test_a_review_keeps_the_gaps_inside_it_that_are_in_doubt() -> None:
    segments = [segment for segment in split(bundled_text()) if segment.gaps]

    kept = [(gap.after, gap.boundary.confidence) for segment in segments for gap in segment.gaps]
    assert kept
    assert all(OPEN_FROM <= confidence < CUT_AT for _, confidence in kept)
    assert all(gap.after <= segment.text.count("\n") for segment in segments for gap in segment.gaps)


def bundled_text() -> str:
    return BUNDLED.read_text(encoding="utf-8")


def bundled_reviews() -> list[Segment]:
    written = BUNDLED.with_name("reviews.decisions.json").read_text(encoding="utf-8")
    return split(bundled_text(), parse_decisions(written))


def test_the_bundled_text_is_cut_into_its_eight_reviews() -> None:
    lines = bundled_text().splitlines()

    segments = bundled_reviews()

    firsts = [1 + lines.index(segment.text.split("\n")[0]) for segment in segments]
    assert firsts == TRUE_FIRST_PARAGRAPHS


def test_the_model_alone_decides_all_gaps_of_the_bundled_text_but_one() -> None:
    weighed = weigh_gaps(read_paragraphs(bundled_text()))

    wrong = [
        at
        for at, gap in enumerate(weighed, start=1)
        if (gap.confidence >= CUT_AT) != (at + 1 in TRUE_FIRST_PARAGRAPHS)
    ]
    assert wrong == [11]


def test_every_boundary_of_the_bundled_text_is_explained() -> None:
    segments = bundled_reviews()

    assert all(segment.before.reasons for segment in segments[1:])


@pytest.mark.parametrize("piece", ["x", "word ", "( ", "- ", "\x00"])
def test_one_huge_paragraph_is_one_review_in_no_time(piece: str) -> None:
    assert len(split(piece * (1_000_000 // len(piece)))) == 1
    assert in_proportion(lambda size: split(piece * size), 50_000)


def test_time_grows_with_the_number_of_lines_and_no_faster() -> None:
    def seconds(lines: int) -> float:
        text = "\r\n".join(f"word{at}" for at in range(lines))
        began = time.process_time()
        split(text)
        return time.process_time() - began

    few, many = seconds(1_000), seconds(8_000)

    assert many < 8 * 3 * few
