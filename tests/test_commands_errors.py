"""A mistake is answered in one sentence with a hint and the right exit code."""

from pathlib import Path

import pytest

from reviewcli.errors import CorpusError, QueryError
from reviewcli.opening import FORMAT
from reviewcli.store import open_store
from tests.conftest import Run


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("show 99", 1, "There is no review 99; the numbers are 1 to 8."),
        ("tag x critical", 2, "'x' is not a review's number."),
        ("show", 2, "Missing argument"),
        ("tag 3", 2, "A review's number and a label are needed."),
        ("tag 3 critcal", 1, "There is no label 'critcal'"),
        ("tag 3 9x --new", 2, "'9x' cannot be a label."),
        ("tag 3 critical --as a\nb", 2, "cannot be an annotator's name."),
        ("untag 3 nosuch", 1, "There is no label 'nosuch'"),
        ("list zap:5", 2, "(column 1)"),
        ('search good "open', 2, "(column 6)"),
        ("search", 2, "There is nothing to search for."),
        ("count --corpus none.db", 1, "There is no corpus at none.db."),
        ("import none.txt", 1, "There is no file none.txt."),
        ("lst", 2, "There is no command 'lst'. Did you mean 'list'?"),
        ("zzz", 2, "There is no command 'zzz'."),
        ("list --format xml", 2, "xml"),
        ("list --nonsense", 2, "--nonsense"),
    ],
)
def test_a_mistake_is_answered_in_one_sentence_with_a_hint(
    run: Run, line: str, code: int, message: str
) -> None:
    run("count")

    outcome = run(*line.split(" "))

    assert (outcome.code, outcome.out) == (code, "")
    assert message in outcome.err
    assert outcome.err.startswith("Error: ")
    assert outcome.err.splitlines()[-1].startswith("Hint: ")


def test_a_query_error_shows_where(run: Run) -> None:
    run("count")

    outcome = run("search", "good", "zap:5")

    assert outcome.err.splitlines()[1:3] == ["  good zap:5", "       ^"]


def test_a_mistake_in_one_of_several_files_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Good.")

    outcome = run("import", tmp_path / "good.txt", tmp_path / "bad.txt", "--corpus", tmp_path / "mine.db")

    assert outcome.code == 1
    assert not (tmp_path / "mine.db").exists()


def test_a_damaged_or_newer_corpus_ends_with_code_3_and_is_left_alone(run: Run, tmp_path: Path) -> None:
    newer, broken = tmp_path / "newer.db", tmp_path / "broken.db"
    run("import", "-", "--corpus", newer, stdin=b"Good.")
    with open_store(newer) as database:
        database.table("meta").update({"format": FORMAT + 1})
    broken.write_bytes(b"no corpus at all, but longer than any header would have to be" * 30)
    before = newer.read_bytes(), broken.read_bytes()

    for corpus in (newer, broken):
        for line in (["list"], ["tag", "1", "critical"], ["import", "-"]):
            outcome = run(*line, "--corpus", corpus, stdin=b"Bad.")
            assert (outcome.code, outcome.out) == (3, "")

    assert (newer.read_bytes(), broken.read_bytes()) == before


def test_debug_shows_where_an_error_comes_from(run: Run, tmp_path: Path) -> None:
    with pytest.raises(QueryError):
        run("list", "zap:5", "--debug")
    with pytest.raises(CorpusError):
        run("list", "--debug", "--corpus", tmp_path)


def test_an_interruption_ends_with_code_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reviewcli.corpus.open_corpus", interrupt)

    assert run("list").code == 130


def test_an_output_that_cannot_be_written_is_an_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("count")
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr("sys.stdout", full)
        outcome = run("list")
        monkeypatch.undo()

    assert outcome.code == 1
    assert "No space left" in outcome.err


def test_a_debugged_refusal_of_the_system_shows_its_place(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("count")
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr("sys.stdout", full)
        with pytest.raises(OSError, match="No space left"):
            run("list", "--debug")
        monkeypatch.undo()


def test_a_wrong_verb_that_looks_like_an_option_is_a_usage_error(run: Run) -> None:
    assert run("--wrong", "list").code == 2
