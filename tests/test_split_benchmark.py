"""Tests of the splitting benchmark, and of how well the cues do on reviews they were not fitted on."""

import pytest

from benchmarks.fit_cues import Example, balanced, fit
from benchmarks.splitting import DATA, Outcome, Paste, judge, measure, read_pastes


def test_measures_of_a_document_cut_rightly_are_all_one() -> None:
    figures = measure([[Outcome(1.0, true=True), Outcome(0.0, true=False)]])

    assert (figures.precision, figures.recall, figures.f1, figures.exact_f1) == (1, 1, 1, 1)
    assert figures.calibration_error == 0


def test_a_missed_boundary_costs_recall_and_both_reviews_beside_it() -> None:
    figures = measure([[Outcome(0.9, true=True), Outcome(0.1, true=True)]])

    assert (figures.precision, figures.recall) == (1, 0.5)
    assert figures.exact_f1 == pytest.approx(2 * 1 / (2 + 3))
    assert figures.calibration_error == pytest.approx((0.1 + 0.9) / 2)


def test_a_paste_is_judged_gap_by_gap() -> None:
    paste = Paste("Nice lamp.\nHowever, dim.\nХорошая лампа.", frozenset({0, 25}))

    outcomes = judge(paste)

    assert [outcome.true for outcome in outcomes] == [False, True]
    assert outcomes[0].probability < 0.5 < outcomes[1].probability


def test_fitting_finds_the_column_that_tells() -> None:
    told = [Example(((0, 1.0), (1, 1.0)), true=True)] * 20 + [Example(((0, 1.0), (2, 1.0)), true=False)] * 20

    bias, speaks_for, speaks_against = fit(list(balanced(told, 0.01)), 3)

    assert speaks_for > 1
    assert speaks_against < -1
    assert abs(bias) < 1


@pytest.mark.skipif(not DATA.exists(), reason="the reviews to measure on are not beside the repository")
@pytest.mark.parametrize(
    ("series", "floor"),
    [
        ("goodreads_a", 0.64),
        ("imdb", 0.59),
        ("steam English", 0.63),
        ("steam mixed", 0.68),
        ("steam other", 0.56),
    ],
)
def test_the_cues_cut_new_reviews_better_than_a_floor(series: str, floor: float) -> None:
    pastes = read_pastes(DATA / "dev.jsonl.gz", seed=2)[series][:60]

    figures = measure([judge(paste) for paste in pastes])

    assert figures.f1 > floor
    assert figures.calibration_error < 0.15
