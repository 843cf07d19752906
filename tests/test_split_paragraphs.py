"""Tests of reading a text as paragraphs."""

import pytest

from reviewcli.split.paragraphs import read_paragraphs


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_parts_paragraphs(end: str) -> None:
    paragraphs = read_paragraphs(f"one{end}two")

    assert [paragraph.text for paragraph in paragraphs] == ["one", "two"]


def test_spans_count_characters_of_the_text_as_given() -> None:
    text = "  one \r\n\ttwo\t"

    paragraphs = read_paragraphs(text)

    assert [text[each.span.start : each.span.end] for each in paragraphs] == ["one", "two"]


def test_where_blank_lines_and_line_ends_mix_only_blank_lines_part() -> None:
    paragraphs = read_paragraphs("one\ntwo\n\nthree\n")

    assert [paragraph.lines for paragraph in paragraphs] == [("one", "two"), ("three",)]


def test_where_every_line_is_parted_by_a_blank_line_every_line_is_a_paragraph() -> None:
    paragraphs = read_paragraphs("one\n\ntwo\n \n\nthree")

    assert [paragraph.text for paragraph in paragraphs] == ["one", "two", "three"]


def test_blank_lines_at_the_ends_part_nothing() -> None:
    paragraphs = read_paragraphs("\n\none\ntwo\n\n")

    assert [paragraph.text for paragraph in paragraphs] == ["one", "two"]


@pytest.mark.parametrize("line", ["---", "***", "###", "===", "* * *", "—————", "-" * 900])
def test_a_line_of_one_mark_cuts_and_is_dropped(line: str) -> None:
    paragraphs = read_paragraphs(f"one\n{line}\ntwo")

    assert [(paragraph.text, paragraph.cut_before) for paragraph in paragraphs] == [
        ("one", False),
        ("two", True),
    ]


@pytest.mark.parametrize("line", ["--", "-*-", "...", "--- or not", "-" * 5000])
def test_other_lines_of_marks_are_text(line: str) -> None:
    paragraphs = read_paragraphs(f"one\n{line}\ntwo")

    assert [paragraph.text for paragraph in paragraphs] == ["one", line, "two"]


def test_a_separator_between_blank_lines_does_not_make_the_text_mixed() -> None:
    paragraphs = read_paragraphs("one\ntwo\n\n---\n\nthree\nfour")

    assert [paragraph.text for paragraph in paragraphs] == ["one", "two", "three", "four"]
