"""Tests of the splitting benchmark, and of how well the model does on reviews it was not trained on."""

import gzip
import json
import random
from pathlib import Path

import pytest

from benchmarks.fit_cues import Example, balanced, fit
from benchmarks.measures import Outcome, summarise
from benchmarks.splitting.baselines import every_line, texttiling
from benchmarks.splitting.judging import judge, true_gaps
from benchmarks.splitting.mending import measure_mending
from benchmarks.splitting.pastes import DATA, Paste, deal, read_pastes
from reviewcli.split.paragraphs import read_paragraphs


def test_a_paste_is_judged_gap_by_gap() -> None:
    paste = Paste("Nice lamp.\nHowever, dim.\nХорошая лампа.", frozenset({0, 25}))

    outcomes = judge(paste)

    assert [outcome.true for outcome in outcomes] == [False, True]
    assert outcomes[0].probability < 0.5 < outcomes[1].probability


def test_a_review_that_begins_with_a_separator_begins_at_the_paragraph_after_it() -> None:
    paste = Paste("One.\n---\nTwo.\nThree.", frozenset({0, 5}))

    assert true_gaps(paste, read_paragraphs(paste.text)) == [True, False]


def test_every_review_is_dealt_out_once_but_for_too_few_at_the_end() -> None:
    reviews = [[f"review {at}", "", "more"] for at in range(100)]

    pastes = list(deal(reviews, random.Random(1), item="lamp"))

    assert 98 <= sum(len(paste.starts) for paste in pastes) <= 100
    assert all(3 <= len(paste.starts) <= 40 for paste in pastes[:-1])
    assert not any("\n\n" in paste.text for paste in pastes)


def test_with_blank_lines_kept_a_review_starts_after_one() -> None:
    paste = next(deal([["a", "", "b"], ["c"], ["d"]], random.Random(1), item="lamp", blanks=True))

    starts = sorted(paste.starts)

    assert len(starts) == 3
    assert all(paste.text[start - 2 : start] == "\n\n" for start in starts[1:])


def test_steam_gives_three_series_and_long_reviews_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "reviews.jsonl.gz"
    records = [
        {"source": "steam", "item": "1", "lang": language, "text": text}
        for language in ("english", "german")
        for text in ("a", "b", "c", "\n".join(["line"] * 31))
    ]
    file.write_bytes(gzip.compress("\n".join(map(json.dumps, records)).encode()))

    pastes = read_pastes(file, seed=1)

    counts = {series: sum(len(paste.starts) for paste in found) for series, found in pastes.items()}
    assert set(counts) == {"steam English", "steam mixed", "steam other"}
    assert counts["steam English"] == counts["steam other"] == 3


def test_texttiling_cuts_where_the_words_change() -> None:
    paragraphs = read_paragraphs("\n".join(["red lamp bulb", "red lamp bulb"] * 2 + ["blue sea fish"] * 4))

    assert texttiling(paragraphs) == [False, False, False, True, False, False, False]
    assert texttiling(paragraphs[:1]) == every_line(paragraphs[:1]) == []


def test_mending_counts_what_is_asked_marked_and_caught() -> None:
    sure_but_wrong = [Outcome(0.95, true=False), Outcome(0.9, true=True)]
    in_doubt = [Outcome(0.35, true=True), Outcome(0.99, true=True), Outcome(0.2, true=False)]

    figures = measure_mending([sure_but_wrong, in_doubt])

    assert figures.asked == 2 / 5
    assert figures.exact_f1 == 2 * (1 + 3) / (3 + 2 + 3 + 3)
    assert figures.marked == 1 / 5
    assert figures.caught == 1 / 3
    assert figures.wrong == 1.0
    assert figures.marked_by_edge == figures.caught_by_edge == 0.0


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
        ("goodreads_a", 0.78),
        ("imdb", 0.79),
        ("steam English", 0.77),
        ("steam mixed", 0.81),
        ("steam other", 0.71),
    ],
)
def test_the_model_cuts_new_reviews_better_than_a_floor(series: str, floor: float) -> None:
    pastes = read_pastes(DATA / "dev.jsonl.gz", seed=2)[series][:60]

    figures = summarise([judge(paste) for paste in pastes])

    assert figures.f1 > floor
    assert figures.calibration_error < 0.08
