"""Tests of the measures of a segmentation, on examples small enough to count by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.measures import (
    Outcome,
    calibration_error,
    exact_reviews,
    pk,
    summarise,
    window,
    window_diff,
)

CUTS = st.lists(st.booleans(), min_size=1, max_size=30)


def cuts(marks: str) -> list[bool]:
    """Read `.` as no boundary and `|` as one."""
    return [mark == "|" for mark in marks]


def outcomes(true: str, probabilities: list[float]) -> list[Outcome]:
    return [
        Outcome(probability, true=mark) for mark, probability in zip(cuts(true), probabilities, strict=True)
    ]


def test_measures_of_a_document_cut_rightly_are_perfect() -> None:
    figures = summarise([outcomes("|.", [1.0, 0.0])])

    assert (figures.precision, figures.recall, figures.f1, figures.exact_f1) == (1, 1, 1, 1)
    assert (figures.pk, figures.window_diff, figures.calibration_error) == (0, 0, 0)
    assert figures.whole == 1


def test_a_missed_boundary_costs_recall_and_both_reviews_beside_it() -> None:
    figures = summarise([outcomes("||", [0.9, 0.1])])

    assert (figures.precision, figures.recall) == (1, 0.5)
    assert figures.exact_f1 == pytest.approx(2 * 1 / (2 + 3))
    assert figures.whole == 0


def test_nothing_at_all_is_measured_without_an_error() -> None:
    figures = summarise([])

    assert (figures.f1, figures.pk, figures.whole) == (0, 0, 0)


def test_a_review_is_exact_only_when_both_its_ends_are_right() -> None:
    true, said = cuts("..|..|.."), cuts("..|...|.")

    assert exact_reviews(true, said) == 1


@pytest.mark.parametrize(("true", "width"), [("...|...", 2), ("....", 2), ("|||", 2), ("." * 11, 6)])
def test_the_window_is_half_the_mean_segment_and_at_least_two(true: str, width: int) -> None:
    assert window(cuts(true)) == width


def test_pk_counts_the_pairs_that_only_one_segmentation_parts() -> None:
    true, said = cuts("...|..."), cuts("....|..")

    # Of the six pairs 2 apart, those that end at either mark and not at both differ: two.
    assert pk(true, said, 2) == pytest.approx(2 / 6)


def test_pk_does_not_see_a_second_boundary_in_a_window_and_window_diff_does() -> None:
    true, said = cuts("..|..."), cuts("..||..")

    assert pk(true, said, 2) == pytest.approx(1 / 5)
    assert window_diff(true, said, 2) == pytest.approx(2 / 5)


def test_a_text_shorter_than_the_window_is_one_pair() -> None:
    assert pk(cuts("|"), cuts("."), 5) == 1
    assert window_diff(cuts("|"), cuts("|"), 5) == 0
    assert pk([], [], 2) == 0


@given(CUTS)
def test_a_segmentation_does_not_differ_from_itself(true: list[bool]) -> None:
    assert pk(true, true, window(true)) == 0
    assert window_diff(true, true, window(true)) == 0


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=30), st.integers(1, 9))
def test_window_diff_is_never_kinder_than_pk(gaps: list[tuple[bool, bool]], width: int) -> None:
    true, said = [one for one, _ in gaps], [other for _, other in gaps]

    assert 0 <= pk(true, said, width) <= window_diff(true, said, width) <= 1


def test_calibration_compares_each_bin_with_the_share_that_is_true() -> None:
    sure = [Outcome(0.95, true=True)] * 3 + [Outcome(0.95, true=False)]
    unsure = [Outcome(0.25, true=False)] * 3 + [Outcome(0.25, true=True)]

    assert calibration_error(sure) == pytest.approx(0.2)
    assert calibration_error([*sure, *unsure]) == pytest.approx(0.1)
