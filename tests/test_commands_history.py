"""At the command line the history is read, walked back and walked forward."""

import csv
import io
import json
from pathlib import Path

import pytest

from reviewcli.corpus import open_corpus
from tests.conftest import Run
from tests.test_terminal import Terminal


def history(run: Run, *words: str | int) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("history", *words, "--format", "json").out)
    return found


def test_the_history_tells_what_was_done_newest_first(run: Run) -> None:
    run("count")
    run("tag", 3, "critical", "--as", "ben")
    run("tag", "1,3,5", "funny", "--new")
    run("merge", "7-8")
    run("split", 4, "--at", 2)
    run("untag", 3, "critical", "--as", "ben")

    told = history(run)

    assert [(one["change"], one["annotator"], one["did"], one["reviews"]) for one in told] == [
        (6, "ben", "took critical off review 3", "3"),
        (5, "ada", "split review 4 into 4,9", "4,9"),
        (4, "ada", "merged 7-8 into 7", "7-8"),
        (3, "ada", "added the label funny; tagged reviews 1,3,5 funny", "1,3,5"),
        (2, "ben", "tagged review 3 critical", "3"),
        (1, "ada", "imported 8 reviews from reviews.txt, in which a reader decided about 1 gap", "1-8"),
    ]
    assert told[2]["command"] == "reviewcli merge 7-8"


def test_what_was_undone_says_by_what(run: Run) -> None:
    run("tag", 3, "critical")
    run("undo")
    run("redo")
    run("undo")

    told = history(run)

    assert [(one["change"], one["did"], one["undone_by"]) for one in told] == [
        (5, "took back change 2: tagged review 3 critical", None),
        (4, "did again change 2: tagged review 3 critical", None),
        (3, "took back change 2: tagged review 3 critical", None),
        (2, "tagged review 3 critical", 5),
        (1, "imported 8 reviews from reviews.txt, in which a reader decided about 1 gap", None),
    ]
    assert [one["undoes"] for one in told] == [2, None, 2, None, None]
    assert "undone by 5" in run("history", "--format", "table").out


def test_the_history_of_a_number_has_old_and_new_values_and_what_became_of_it(run: Run) -> None:
    run("tag", 4, "critical")
    run("tag", 4, "mixed")
    run("merge", "3-4")
    run("tag", 5, "mixed")

    gone, kept = history(run, 4), history(run, 3)

    assert [one["change"] for one in gone] == [one["change"] for one in kept] == [4, 3, 2, 1]
    labels = {"review": 4, "what": "label", "annotator": "ada"}
    assert gone[1]["values"] == [{**labels, "old": "critical", "new": "mixed"}]
    assert {"review": 4, "what": "part of", "old": None, "new": 3, "annotator": None} in gone[0]["values"]  # type: ignore[operator]  # a list
    assert {**labels, "old": "mixed", "new": None} in kept[0]["values"]  # type: ignore[operator]  # a list
    assert "label critical → mixed (ada)" in run("history", 4).out
    assert "is part of review 3" in run("history", 4, "--format", "csv").out
    assert run("history", 99).err.startswith("Error: There never was a review 99.")


def test_the_history_of_a_query_is_that_of_its_reviews(run: Run) -> None:
    run("tag", 3, "critical")
    run("tag", 5, "mixed")
    run("untag", 3)
    run("tag", 3, "critical")

    assert [one["change"] for one in history(run, "tag:critical")] == [5, 4, 2, 1]
    assert history(run, "xylophone") == []


@pytest.mark.parametrize("form", ["plain", "jsonl", "csv"])
def test_other_formats_say_the_same(run: Run, form: str) -> None:
    run("tag", 3, "critical")

    out = run("history", "--format", form, "--limit", 1).out

    if form == "csv":
        assert next(csv.DictReader(io.StringIO(out)))["did"] == "tagged review 3 critical"
    elif form == "jsonl":
        assert json.loads(out)["command"] == "reviewcli tag 3 critical"
    else:
        assert out.split("\t")[2:] == ["ada", "tagged review 3 critical", "reviewcli tag 3 critical", "\n"]


def test_a_long_history_is_shown_in_part(run: Run) -> None:
    for number in range(1, 9):
        for label in ("critical", "mixed", "positive"):
            run("tag", number, label)

    outcome = run("history", "--format", "table")

    assert "20 changes" in outcome.out
    assert outcome.err == "These are the first 20; --limit 0 shows all.\n"
    assert len(history(run, "--limit", "9" * 30)) == len(history(run, "--limit", 0)) == 25


def test_undo_says_what_it_does_and_how_to_do_it_again(run: Run) -> None:
    run("tag", 3, "critical")
    run("tag", 3, "mixed")

    dry = run("undo", "--dry-run")
    done = run("undo")
    again = run("redo", "--quiet")

    assert dry.out == done.out
    assert done.out.splitlines()[1:] == ["Review 3: label mixed → critical (ada)"]
    assert "Nothing was changed" in dry.err
    assert done.err == "To do it again: reviewcli redo\n"
    assert again.err == ""
    assert again.out.splitlines()[1:] == ["Review 3: label critical → mixed (ada)"]


def test_undoing_much_needs_a_yes_where_nobody_can_be_asked(run: Run) -> None:
    run("tag", "1-8", "critical", "--yes")

    asked = run("undo")
    done = run("undo", "--yes")

    assert asked.code == 2
    assert "This would change 8 reviews" in asked.err
    assert done.code == 0
    assert run("count", "is:tagged").out == "0\n"


def test_undoing_much_asks_a_person(run: Run) -> None:
    run("tag", "1-4", "critical", "--yes")
    terminal = Terminal("undo")

    terminal.read(until="[y/N]")
    terminal.type("y\n")

    assert terminal.end() == 0
    assert "Change 4 reviews (1-4)?" in terminal.seen
    assert run("count", "is:tagged").out == "0\n"


def test_the_way_back_names_the_corpus_when_it_was_named(run: Run, tmp_path: Path) -> None:
    corpus = tmp_path / "my corpus.db"

    outcome = run("import", "-", "--corpus", corpus, stdin=b"Good.")

    assert outcome.err.splitlines()[-1] == f"To take it back: reviewcli undo --corpus '{corpus}'"


def test_changes_are_completed_with_what_they_did(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("tag", 3, "critical")
    run("tag", 5, "mixed")
    run("undo")
    monkeypatch.setenv("_REVIEWCLI_COMPLETE", "complete_zsh")

    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "reviewcli undo ")
    undo = run().out
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "reviewcli redo ")
    redo = run().out

    assert "tagged review 3 critical" in undo
    assert "tagged review 5 mixed" not in undo
    assert "tagged review 5 mixed" in redo


def test_a_damaged_line_of_the_history_is_named(run: Run, home: Path) -> None:
    run("tag", 3, "critical")
    path = home / ".local/share/reviewcli/corpus.db"
    with open_corpus(path) as corpus:
        corpus.database.table("history").update({"about": 5}, doc_ids=[2])
        corpus.database.table("changes").update({"edits": [{"op": 1}]}, doc_ids=[2])

    for words in (["history", "3"], ["undo"]):
        outcome = run(*words)
        assert (outcome.code, outcome.err.splitlines()[0]) == (
            3,
            f"Error: Change 2 in the history of {path} is damaged.",
        )
