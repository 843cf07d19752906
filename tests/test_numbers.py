"""Numbers are read the way people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.errors import UsageError
from reviewcli.numbers import MOST, format_numbers, is_numbers, parse_numbers


def test_numbers_ranges_and_lists_may_be_mixed() -> None:
    assert parse_numbers(["1-3,8", "2", "10–11", "5,"]) == [1, 2, 3, 8, 10, 11, 5]


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("x", "'x' is not a review's number"),
        ("1-", "'1-' is not"),
        ("٣x", "is not a review's number"),
        ("5-3", "'5-3' runs backwards"),
        (",", "No review is named"),
        (f"1-{MOST + 1}", "more than 1,000,000"),
        ("1" * 30, "is not a review's number"),
    ],
)
def test_anything_else_is_refused_with_a_hint(word: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        parse_numbers([word])

    assert caught.value.hint


def test_many_ranges_together_may_not_name_too_many() -> None:
    with pytest.raises(UsageError, match="more than"):
        parse_numbers([f"1-{MOST - 1},{MOST}-{2 * MOST - 10}"])


@given(st.sets(st.integers(0, 60), min_size=1))
def test_written_numbers_are_read_back(numbers: set[int]) -> None:
    assert parse_numbers([format_numbers(numbers)]) == sorted(numbers)


def test_a_word_is_told_from_numbers() -> None:
    assert is_numbers("1-3,8")
    assert not is_numbers("critical")
    assert not is_numbers(",")


def test_a_range_is_written_without_being_laid_out() -> None:
    assert format_numbers(range(3, 3)) == ""
    assert format_numbers(range(3, 4)) == "3"
    assert format_numbers(range(3, 9)) == "3-8"
    assert format_numbers(range(9, 3, -3)) == "6,9"
