"""Changes by query: what they take, what they ask, and that they are one step."""

from pathlib import Path

import pytest

from tests.conftest import MakeCorpus, Run
from tests.test_terminal import Terminal

WAY_BACK = "To take it back: reviewcli undo\n"


def test_a_query_says_which_reviews_are_tagged(run: Run) -> None:
    run("count")

    outcome = run("tag", "--where", "lang:el is:untagged", "neutral")

    assert outcome == (0, "Review 5: neutral.\n", WAY_BACK)
    assert run("tag", "--where", "lang:el is:untagged", "neutral").err.startswith(
        "No review answers: lang:el"
    )


def test_a_change_of_many_is_one_step(run: Run) -> None:
    run("count")

    run("tag", "--where", "lang:en", "mixed", "--yes")
    back = run("undo", "--yes")

    assert back.code == 0
    assert run("count", "is:tagged").out == "0\n"


def test_only_the_reviews_that_would_change_are_counted_shown_and_asked_about(run: Run) -> None:
    run("tag", "1-3", "mixed")

    asked = run("tag", "--where", "lang:en", "mixed")
    dry = run("tag", "--where", "lang:en", "mixed", "--dry-run")

    assert (asked.code, asked.out) == (2, "")
    assert "This would tag 4 reviews" in asked.err
    assert "--yes" in asked.err
    assert dry.out == "".join(f"Review {number}: mixed.\n" for number in (4, 6, 7, 8))
    assert "dry run" in dry.err
    assert run("count", "tag:mixed").out == "3\n"
    assert run("tag", "--where", "number:1..3", "mixed").err == "Nothing to change in 3 reviews.\n"


@pytest.mark.parametrize("query", ["", " ", "sort:date", "query:newest"])
def test_an_empty_query_is_never_all_of_them(run: Run, query: str) -> None:
    run("query", "save", "newest", "sort:date-")

    for verb in (["tag", "mixed"], ["untag"], ["note", "x"]):
        outcome = run(*verb, "--where", query, "--yes")

        assert outcome.code == 2
        assert "--all" in outcome.err
    assert run("count", "is:tagged OR is:noted").out == "0\n"


def test_all_takes_every_review(run: Run) -> None:
    run("count")

    assert len(run("tag", "mixed", "--all", "--yes").out.splitlines()) == 8
    assert len(run("untag", "--all", "--yes").out.splitlines()) == 8
    assert len(run("note", "Read.", "--all", "--yes").out.splitlines()) == 8
    assert run("count", "note:read").out == "8\n"


@pytest.mark.parametrize("more", [["3"], ["--all"]])
def test_reviews_are_named_in_one_way(run: Run, more: list[str]) -> None:
    run("count")

    outcome = run("tag", *more, "mixed", "--where", "Lenin")

    assert outcome.code == 2
    assert "named in two ways" in outcome.err


def test_a_query_after_where_may_begin_with_a_minus(run: Run) -> None:
    run("count")

    assert run("tag", "--where", "-lang:en", "mixed").out == "Review 5: mixed.\n"


def test_nothing_is_done_in_an_empty_corpus(run: Run, path: Path, make_corpus: MakeCorpus) -> None:
    make_corpus()

    assert run("untag", "--all", "--corpus", path).err == "There is no review.\n"


def test_notes_are_written_once_found_and_taken_off(run: Run) -> None:
    run("count")

    first = run("note", "3,5", "Compare with 4.")
    again = run("note", 3, "Compare with 4.")
    other = run("note", 3, "Hm.", "--as", "ben")

    assert first == (0, "Review 3: noted.\nReview 5: noted.\n", WAY_BACK)
    assert again == (0, "Review 3: nothing to change.\n", "")
    assert other.code == 0
    assert run("count", 'note:"compare with"').out == "2\n"
    assert run("note", 3, "--remove").out == "Review 3: note taken off.\n"
    assert run("count", "is:noted").out == "2\n"
    assert "wrote a note on reviews 3,5" in run("history").out
    run("note", 5, "More.")
    assert run("note", "--where", "is:noted", "--remove").out == "Review 5: 2 notes taken off.\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["3"], "A review's number and a note are needed."),
        ([], "A review's number and a note are needed."),
        (["3", " "], "The note is empty."),
        (["3", "x" * 10_001], "The note has 10,001 characters."),
        (["3", "--remove", "--where", "Lenin"], "named in two ways"),
    ],
)
def test_what_is_no_note_is_refused(run: Run, words: list[str], message: str) -> None:
    run("count")

    outcome = run("note", *words)

    assert outcome.code == 2
    assert message in outcome.err


def test_a_person_sees_the_plan_and_is_asked(run: Run) -> None:
    run("count")
    terminal = Terminal("tag", "--where", "lang:en", "mixed")

    terminal.read(until="Tag 7 reviews (1-4,6-8)?")
    terminal.type("y\r")

    assert terminal.end() == 0
    assert "Review 8: mixed." in terminal.seen
    assert run("count", "tag:mixed").out == "7\n"


def test_a_person_who_says_no_changes_nothing(run: Run) -> None:
    run("count")
    terminal = Terminal("note", "--all", "Hm.")

    terminal.read(until="Note on 8 reviews (1-8)?")
    terminal.type("n\r")

    assert terminal.end() == 130
    assert run("count", "is:noted").out == "0\n"


def test_a_long_plan_is_shown_in_part(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    run("import", "-", "--corpus", path, stdin="\n---\n".join(f"Text {n}." for n in range(30)).encode())
    terminal = Terminal("tag", "--all", "mixed", "--corpus", str(path))

    terminal.read(until="Tag 30 reviews (1-30)?")
    terminal.type("y\r")

    assert terminal.end() == 0
    assert "… and 10 more." in terminal.seen
    assert "Review 20: mixed." in terminal.seen
    assert "Review 21: mixed." not in terminal.seen
