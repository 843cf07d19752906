"""A text in pieces reads as the same text whole, wherever it was cut."""

import re
from bisect import bisect_right
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.pieces import LineNumbers, even_pieces, numbered_lines, pieces_of, pieces_with_whole_ends

TEXTS = st.text(st.sampled_from("ab \r\n\x85\u2028\u2029é\x00"), max_size=40)
PIECES = st.lists(TEXTS, max_size=12)


@given(PIECES)
def test_lines_are_the_same_in_pieces_and_whole(pieces: list[str]) -> None:
    whole = "".join(pieces)

    lines = list(numbered_lines(pieces))

    assert lines == list(numbered_lines(whole))
    assert [line for _, line in lines] == re.split("\r\n|[\n\r\x85\u2028\u2029]", whole)
    assert all(whole.startswith(line, start) for start, line in lines)


@given(PIECES, st.integers(1, 9))
def test_even_pieces_are_the_text_in_equal_parts(pieces: list[str], size: int) -> None:
    even = list(even_pieces(pieces, size))

    assert "".join(even) == "".join(pieces)
    assert all(len(piece) == size for piece in even[:-1])
    assert all(0 < len(piece) <= size for piece in even)


@given(PIECES)
def test_no_piece_ends_within_a_line_end(pieces: list[str]) -> None:
    mended = [piece for piece in pieces_with_whole_ends(pieces) if piece]

    assert "".join(mended) == "".join(pieces)
    assert not any(left[-1] + right[0] == "\r\n" for left, right in pairwise(mended))


@pytest.mark.parametrize("text", ["abc", ["a", "bc"], ("ab", "c")])
def test_a_text_is_whole_or_in_pieces(text: str | list[str]) -> None:
    assert "".join(pieces_of(text)) == "abc"


@given(PIECES, st.sets(st.integers(0, 60)))
def test_a_place_is_on_the_last_line_that_begins_before_it(pieces: list[str], places: set[int]) -> None:
    starts = [start for start, _ in numbered_lines(pieces)]
    numbers = LineNumbers(pieces)

    for place in sorted(places):
        assert numbers.at(place) == bisect_right(starts, place)
