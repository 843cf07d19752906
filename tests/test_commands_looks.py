"""What a person sees in a terminal is as it was looked at."""

import json
import os
from pathlib import Path

import pytest

from reviewcli.store import open_store
from tests.conftest import Run

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("width", [80, 160])
@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("list", "list"),
        ("search", "search Zinoviev OR τροτσκι"),
        ("show", "show 5-6"),
        ("list-limit", "list --limit 2"),
    ],
)
def test_what_a_person_sees_is_as_it_was_looked_at(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int, name: str, line: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    run("tag", 6, "critical")
    run("tag", "1,3", "positive")
    stamped = json.loads(run("show", 6, "--format", "json").out)[0]["annotations"][0]["time"]

    outcome = run(*line.split(), "--format", "table")
    seen = outcome.out.replace(stamped[:16].replace("T", " "), "2026-01-02 03:04") + outcome.err

    golden = GOLDEN / f"{name}-{width}.txt"
    if os.environ.get("REVIEWCLI_UPDATE_GOLDEN"):
        golden.write_text(seen, encoding="utf-8")
    assert seen == golden.read_text(encoding="utf-8")


def test_a_doubtful_gap_inside_a_review_is_shown_with_what_speaks_against_it(
    run: Run, tmp_path: Path
) -> None:
    corpus = tmp_path / "a.db"
    run("import", "-", "--split", "none", "--corpus", corpus, stdin=b"It has two sides:\nGood.\nBad.")
    with open_store(corpus) as database:
        gaps = [[1, 0.31, "colon_before"], [2, 0.2, "both_unstopped"]]
        database.table("reviews").update({"gaps": gaps})

    shown = run("show", 1, "--format", "table", "--corpus", corpus).out
    told = json.loads(run("show", 1, "--format", "json", "--corpus", corpus).out)[0]

    assert "Inside    doubtful, 0.31 a boundary after paragraph 1; against it: the" in shown
    assert "0.2" not in shown
    assert (told["doubtful"], told["decided"]) == (True, False)
    assert told["gaps"][0] == {
        "after_paragraph": 1,
        "confidence": 0.31,
        "reasons": ["the first ends with a colon"],
    }


def test_a_table_that_finds_nothing_says_so(run: Run) -> None:
    run("count")

    outcome = run("search", "xylophone", "--format", "table")

    assert outcome == (0, "", "No review answers: xylophone\n")


def test_colours_can_be_left_out(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    run("tag", 3, "critical")

    colourful = run("list", "--format", "table").out
    plain = run("list", "--format", "table", "--no-color").out

    assert "\x1b[31mcritical" in colourful
    assert "\x1b[31m" not in plain


def test_a_table_shows_the_first_and_says_that_there_are_more(run: Run) -> None:
    run("count")

    listed = run("list", "--limit", 3, "--format", "table")
    found = run("search", "the", "--limit", 2, "--format", "table")
    everything = run("list", "--limit", 0, "--format", "table")
    piped = run("list", "--limit", 3)

    assert "3 of 8 reviews" in listed.out
    assert listed.err == "These are the first 3; --limit 0 shows all.\n"
    assert found.err == "These are the first 2; --limit 0 shows all.\n"
    assert everything.err == ""
    assert len(piped.out.splitlines()) == 3


def test_a_review_with_every_fact_shows_them_all(run: Run, tmp_path: Path) -> None:
    run("import", "-", "--corpus", tmp_path / "a.db", stdin=b"Good.")
    with open_store(tmp_path / "a.db") as database:
        facts = {
            "title": "My toaster",
            "author": "Zoe",
            "rating": 4.5,
            "date": "2024-05-01",
            "item": "Toaster",
        }
        database.table("reviews").update({**facts, "joined": 2})
        database.table("notes").insert({"review": 1, "text": "Ask her."})

    shown = run("show", 1, "--format", "table", "--corpus", tmp_path / "a.db").out
    listed = run("list", "--format", "table", "--corpus", tmp_path / "a.db").out
    told = json.loads(run("show", 1, "--format", "json", "--corpus", tmp_path / "a.db").out)[0]

    for fact in (*map(str, facts.values()), "Ask her.", "at 2 gaps"):
        assert fact in shown
    assert "My toaster: Good." in listed
    assert told["notes"] == ["Ask her."]
    assert told["rating"] == 4.5
