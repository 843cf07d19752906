"""Merging and splitting at the command line say what was done and how to take it back."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.test_terminal import Terminal


def numbers(run: Run) -> list[int]:
    return [review["number"] for review in json.loads(run("list", "--format", "json").out)]


def test_a_merge_says_what_it_did_and_the_way_back_leads_back(run: Run) -> None:
    before = json.loads(run("list", "--format", "json").out)

    merged = run("merge", "7-8")
    back = run(*merged.err.removeprefix("To take it back: reviewcli ").split())

    after = json.loads(run("list", "--format", "json").out)
    assert merged.out == "Review 8 is part of review 7 now.\n"
    assert back.out.startswith("Undo change 2 (ada, ")
    assert "): merged 7-8 into 7.\n" in back.out
    assert [review["text"] for review in after] == [review["text"] for review in before]


def test_a_split_says_what_it_did_and_the_way_back_leads_back(run: Run) -> None:
    before = json.loads(run("show", 2, "--format", "json").out)[0]["text"]

    done = run("split", 2, "--at", 1, "--at", 5)
    shown = run("show", "2,9,10", "--format", "json")
    back = run(*done.err.removeprefix("To take it back: reviewcli ").split())

    assert done.out == "What followed in review 2 is reviews 9-10 now.\n"
    assert [review["text"].count("\n") for review in json.loads(shown.out)] == [0, 3, 2]
    assert back.out.splitlines()[1] == "Reviews 9-10: taken away"
    assert json.loads(run("show", 2, "--format", "json").out)[0]["text"] == before


def test_a_number_that_is_gone_is_explained(run: Run) -> None:
    run("merge", 7, 8)

    outcome = run("show", 8)

    assert (outcome.code, outcome.err.splitlines()[0]) == (1, "Error: Review 8 was merged into review 7.")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("merge 2", "A merge needs two reviews or more."),
        ("merge 2 4", "Review 3 stands between reviews 2,4."),
        ("split 2-3 --at 1", "One review is split at a time."),
        ("split 3 --at 1", "Review 3 is one paragraph"),
        ("split 2", "After which of its 8 paragraphs to cut is not said."),
        ("split", "No review is named."),
        ("split --doubtful", "needs a terminal"),
    ],
)
def test_a_mending_that_cannot_be_is_a_usage_error(run: Run, line: str, message: str) -> None:
    run("count")

    outcome = run(*line.split())

    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
    assert numbers(run) == list(range(1, 9))


def test_labels_that_differ_need_a_word(run: Run) -> None:
    run("tag", 7, "critical")
    run("tag", 8, "positive")

    refused = run("merge", 7, 8)
    done = run("merge", 7, 8, "--label", "positive")

    assert refused.code == 2
    assert "--label critical or --label positive" in refused.err
    assert done.code == 0
    assert json.loads(run("show", 7, "--format", "json").out)[0]["labels"] == ["positive"]


def test_on_a_terminal_the_person_is_asked_which_label_stays(run: Run) -> None:
    run("tag", 7, "critical")
    run("tag", 8, "positive")
    terminal = Terminal("merge", "7", "8")

    terminal.read(until="critical or positive?")
    terminal.type("positive\n")

    assert terminal.end() == 0
    assert run("count", "tag:positive").out == "1\n"


def test_on_a_terminal_the_paragraphs_are_shown_and_asked_for(run: Run) -> None:
    run("count")
    terminal = Terminal("split", "4")

    terminal.read(until="?:")
    terminal.type("2\n")

    assert terminal.end() == 0
    assert "At any rate" in terminal.seen
    assert numbers(run) == list(range(1, 10))


@contextmanager
def stored(corpus: Path) -> Iterator[dict[str, Any]]:
    """Change the reviews of a JSON corpus behind its back."""
    whole = json.loads(corpus.read_text())
    yield whole["reviews"]
    corpus.write_text(json.dumps(whole))


def test_doubtful_boundaries_are_walked_through_one_key_each(run: Run, tmp_path: Path) -> None:
    page, corpus = tmp_path / "page.txt", tmp_path / "walk.json"
    page.write_text("One.\n---\nTwo.\n---\nThree.\n---\nFour.\n---\nFive.")
    run("import", page, "--corpus", corpus)
    with stored(corpus) as reviews:
        for review in reviews.values():
            review["before"] = review["after"] = {"confidence": 0.6, "reasons": ["maybe"]}
    terminal = Terminal("split", "--doubtful", "--corpus", str(corpus))

    for at, key in enumerate("cxjjq", 1):
        terminal.read(until=f"{min(at, 4) if at < 3 else at - 1} of 4")
        terminal.type(key)

    assert terminal.end() == 0
    assert "4 doubtful boundaries: c cuts here, j joins the two, s skips, q ends." in terminal.seen
    texts = [review["text"] for review in json.loads(run("list", "--format", "json", "--corpus", corpus).out)]
    assert texts == ["One.", "Two.\nThree.\nFour.", "Five."]


def inside(corpus: Path, number: int, *gaps: tuple[int, float]) -> None:
    """Put doubtful gaps into a review of a JSON corpus."""
    with stored(corpus) as reviews:
        reviews[str(number)]["gaps"] = [[after, sure, "colon_before"] for after, sure in gaps]


def test_gaps_inside_reviews_are_walked_through_in_reading_order(run: Run, tmp_path: Path) -> None:
    page, corpus = tmp_path / "page.txt", tmp_path / "walk.json"
    page.write_text("A.\nB.\nC.\nD.\nE.")
    run("import", page, "--split", "none", "--corpus", corpus)
    run("split", 1, "--at", 4, "--corpus", corpus)
    inside(corpus, 1, (1, 0.3), (2, 0.2), (3, 0.4))
    terminal = Terminal("split", "--doubtful", "--corpus", str(corpus))

    for at, key in enumerate("cjc", 1):
        terminal.read(until=f"{at} of 3")
        terminal.type(key)

    assert terminal.end() == 0
    assert "3 doubtful gaps inside reviews: c cuts here" in terminal.seen
    assert "30 % likely to be a boundary; against it: the first ends with a" in terminal.seen
    found = json.loads(run("list", "--format", "json", "--corpus", corpus).out)
    texts = {review["number"]: review["text"] for review in found}
    assert texts == {1: "A.", 2: "E.", 3: "B.\nC.", 4: "D."}
    assert run("count", "is:doubtful", "--corpus", corpus).out == "0\n"


def test_a_gap_inside_a_review_that_was_joined_to_the_one_before_is_found_again(
    run: Run, tmp_path: Path
) -> None:
    page, corpus = tmp_path / "page.txt", tmp_path / "walk.json"
    page.write_text("A.\nB.\n---\nC.\nD.\nE.")
    run("import", page, "--split", "-+", "--corpus", corpus)
    doubt = {"confidence": 0.84, "reasons": []}
    with stored(corpus) as reviews:
        reviews["1"]["after"] = reviews["2"]["before"] = doubt
        reviews["2"]["gaps"] = [[1, 0.3], [2, 0.2]]
    terminal = Terminal("split", "--doubtful", "--corpus", str(corpus))

    for at, key in enumerate("jjc", 1):
        terminal.read(until=f"{at} of 3")
        terminal.type(key)

    assert terminal.end() == 0
    found = json.loads(run("list", "--format", "json", "--corpus", corpus).out)
    assert [review["text"] for review in found] == ["A.\nB.\nC.\nD.", "E."]
    assert [gap["after_paragraph"] for gap in found[0]["gaps"]] == [2, 3]
    assert all(gap["reasons"] == ["a reader decided"] for gap in found[0]["gaps"])


def test_where_nothing_is_open_to_doubt_the_walk_says_so(run: Run, tmp_path: Path) -> None:
    run("import", "-", "--corpus", tmp_path / "a.db", stdin=b"Good.")
    terminal = Terminal("split", "--doubtful", "--corpus", str(tmp_path / "a.db"))

    assert terminal.end() == 0
    assert "No gap is in doubt." in terminal.seen


def test_an_import_says_how_many_gaps_are_open_and_what_to_type(run: Run, tmp_path: Path) -> None:
    page = "Great lamp, I love it.\nI use it daily.\n" * 3

    imported = run("import", "-", "--corpus", tmp_path / "a.db", stdin=page.encode())

    assert " doubtful " in imported.out
    hints = imported.err.splitlines()
    assert "To decide about them, a key each: reviewcli split --doubtful" in hints
