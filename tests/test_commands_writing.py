"""Commands that write say what they did, and how to take it back."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run


def test_tag_says_what_it_did_what_it_replaced_and_how_to_take_it_back(run: Run) -> None:
    run("count")

    first = run("tag", 3, "critical")
    second = run("tag", 3, "positive")
    third = run("tag", 3, "positive")

    assert first == (0, "Review 3: critical.\n", "To take it back: reviewcli undo\n")
    assert second == (0, "Review 3: positive, was critical.\n", "To take it back: reviewcli undo\n")
    assert third == (0, "Review 3: nothing to change.\n", "")


def test_the_way_back_leads_back(run: Run) -> None:
    run("tag", "1-2", "critical")
    before = run("list").out
    after = run("tag", "1-4", "mixed", "--yes")

    back = after.err.removeprefix("To take it back: reviewcli ").split()
    run(*back, "--yes")

    assert run("list").out == before


def test_untag_takes_off_one_label_or_all(run: Run) -> None:
    run("tag", 3, "critical")
    run("tag", 3, "funny", "--new")

    one = run("untag", 3, "funny")
    rest = run("untag", 3)

    assert one.out == "Review 3: funny taken off.\n"
    assert rest.out == "Review 3: critical taken off.\n"
    assert run("untag", 3).out == "Review 3: nothing to change.\n"


def test_a_change_of_many_needs_a_yes_where_nobody_can_be_asked(run: Run) -> None:
    run("count")

    asked = run("tag", "1-8", "critical")
    dry = run("tag", "1-8", "critical", "--dry-run")
    done = run("tag", "1-8", "critical", "--yes")

    assert asked.code == 2
    assert "--yes" in asked.err
    assert "dry run" in dry.err
    assert len(dry.out.splitlines()) == 8
    assert run("count", "tag:critical").out == "8\n"
    assert done.code == 0
    assert run("untag", "1-8").code == 2


def test_annotators_are_told_apart_by_name(run: Run) -> None:
    run("tag", 3, "critical", "--as", "ben")
    run("--as", "cleo", "tag", 3, "mixed")

    given = json.loads(run("show", 3, "--format", "json").out)[0]["annotations"]

    assert [(one["annotator"], one["label"], one["group"]) for one in given] == [
        ("ben", "critical", "sentiment"),
        ("cleo", "mixed", "sentiment"),
    ]


def test_import_reports_what_it_took_in(run: Run, tmp_path: Path) -> None:
    page, corpus = tmp_path / "page.txt", tmp_path / "mine.db"
    page.write_text("Great toaster.\n---\nBroke after a week.\n")

    first = run("import", page, "--corpus", corpus)
    again = run("import", page, "--corpus", corpus)
    listed = run("list", "--corpus", corpus)

    assert first.out == "page.txt: 2 new reviews (number 1-2).\n"
    assert "Made a new corpus" in first.err
    assert again.out == "page.txt: 0 new reviews, 2 already there.\n"
    assert [line.split("\t")[-1] for line in listed.out.splitlines()] == [
        "Great toaster.",
        "Broke after a week.",
    ]


def test_import_reads_standard_input_and_other_encodings(run: Run, tmp_path: Path) -> None:
    corpus = tmp_path / "mine.db"
    text = (
        "Très bon, même si la fin déçoit. Où trouver la suite ? Je l'ai lu d'une traite, écrit à merveille."
    )

    outcome = run("import", "-", "--corpus", corpus, stdin=text.encode("cp1252"))

    assert outcome.out.startswith("standard input: 1 new review (number 1).")
    assert "guess" in outcome.out
    assert json.loads(run("list", "--corpus", corpus, "--format", "json").out)[0]["text"] == text


def test_import_says_what_is_doubtful_and_which_decisions_it_used(run: Run, tmp_path: Path) -> None:
    data = Path(__file__).parents[1] / "data"
    for name in ("reviews.txt", "reviews.decisions.json"):
        (tmp_path / name).write_bytes((data / name).read_bytes())
    (tmp_path / "other.txt").write_text("Fine.\n---\nBad.")
    (tmp_path / "other.decisions.json").write_bytes((data / "reviews.decisions.json").read_bytes())

    own = run("import", tmp_path / "reviews.txt", "--corpus", tmp_path / "a.db")
    other = run("import", tmp_path / "other.txt", "--corpus", tmp_path / "a.db")
    (tmp_path / "other.decisions.json").write_text("{")
    spoilt = run("import", tmp_path / "other.txt", "--corpus", tmp_path / "a.db")

    assert "8 new reviews (number 1-8)" in own.out
    assert own.out.endswith("A reader decided about 1 gap.\n")
    assert "split --doubtful" in own.err
    assert other.out.endswith("other.decisions.json is about another text and was not used.\n")
    assert (spoilt.code, spoilt.err.splitlines()[0]) == (1, "Error: other.decisions.json is not JSON.")


def test_a_preview_shows_the_cut_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Great toaster.\n---\nBroke after a week.")

    outcome = run("import", tmp_path / "page.txt", "--preview", "--corpus", tmp_path / "a.db")

    lines = [line.split("\t") for line in outcome.out.splitlines()]
    assert lines == [
        ["1", "1.00", "2", "", "Great toaster."],
        ["2", "1.00", "4", "a separator line", "Broke after a week."],
    ]
    assert outcome.err == "Nothing was written: this was a preview.\n"
    assert not (tmp_path / "a.db").exists()


def test_a_person_says_how_to_cut(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("One.\nTwo.\nThree.")
    page = tmp_path / "page.txt"

    for options, count in (
        ("--split none", 1),
        ("--split paragraph", 3),
        ("--expect 2", 2),
        ("--split Two.", 2),
    ):
        corpus = tmp_path / f"{count}{options[-1]}.db"
        run("import", page, *options.split(), "--corpus", corpus)
        assert run("count", "--corpus", corpus).out == f"{count}\n", options


@pytest.mark.parametrize("options", ["--split (", "--expect 9", "--expect 1 --split none", "--expect 0"])
def test_a_cut_that_cannot_be_makes_no_corpus(run: Run, tmp_path: Path, options: str) -> None:
    (tmp_path / "page.txt").write_text("One.\nTwo.\nThree.")

    outcome = run("import", tmp_path / "page.txt", *options.split(), "--corpus", tmp_path / "a.db")

    assert outcome.code == 2
    assert not (tmp_path / "a.db").exists()


def test_a_count_goes_with_one_file(run: Run, tmp_path: Path) -> None:
    assert run("import", "a.txt", "b.txt", "--expect", 3).code == 2


def test_a_long_preview_comes_a_table_at_a_time(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.txt").write_text("\n".join(f"Review {number}." for number in range(1, 451)))
    monkeypatch.setattr("reviewcli.views.terminal.on_terminal", lambda: True)

    shown = run("import", tmp_path / "page.txt", "--preview", "--split", "paragraph").out

    assert shown.count("Why it begins here") == 3
    assert [f"Review {number}." in shown for number in (1, 200, 201, 450)] == [True] * 4


def test_a_wrong_count_is_said_before_a_corpus_is_made(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("One.\nTwo.")

    outcome = run("import", tmp_path / "page.txt", "--expect", 3, "--corpus", tmp_path / "a.db")

    assert (outcome.code, (tmp_path / "a.db").exists()) == (2, False)
    assert "3 reviews cannot be made of 2 paragraphs." in outcome.err
