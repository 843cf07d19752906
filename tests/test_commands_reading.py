"""Commands that read answer alike for a person and for a program."""

import csv
import io
import json
from pathlib import Path

import pytest

from reviewcli import __version__
from reviewcli.cli import VERBS
from tests.conftest import Run

KEYS = "number key text title author rating date language item source words labels notes confidence".split()


def test_the_first_command_makes_the_corpus_and_says_so_once(run: Run, home: Path) -> None:
    first = run("list")
    second = run("list")

    assert (first.code, second.code) == (0, 0)
    assert first.err.startswith(f"Made the corpus {home / '.local/share/reviewcli/corpus.db'}")
    assert len(first.err.splitlines()) == 1
    assert second.err == ""
    assert len(first.out.splitlines()) == 8
    assert first.out == second.out


def test_a_line_of_a_pipe_is_complete(run: Run) -> None:
    run("tag", 6, "critical")

    lines = run("list").out.splitlines()

    number, labels, language, words, text = lines[5].split("\t")
    assert (number, labels, language, words) == ("6", "critical", "en", "32")
    assert text.startswith("Didn't get a lot out of this — ")
    assert text.endswith("over-rehearsed.")
    assert lines[0].count("\\n") == 1


def test_json_is_one_array_with_the_promised_keys_and_the_exact_text(run: Run) -> None:
    text = (Path(__file__).parents[1] / "data" / "reviews.txt").read_text(encoding="utf-8").splitlines()

    reviews = json.loads(run("list", "--format", "json").out)

    assert [review["number"] for review in reviews] == list(range(1, 9))
    assert all(set(KEYS) <= set(review) for review in reviews)
    assert reviews[1]["text"] == "\n".join(text[2:10])
    assert reviews[4]["language"] == "el"
    assert [json.loads(line) for line in run("list", "--format", "jsonl").out.splitlines()] == reviews


def test_csv_is_read_back_by_any_reader(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("list", "--format", "csv").out)))

    assert list(rows[0]) == KEYS
    assert [row["number"] for row in rows] == [str(n) for n in range(1, 9)]
    assert rows[0]["text"].count("\n") == 1


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "plain"])
def test_nothing_found_is_no_error_in_any_format(run: Run, form: str) -> None:
    outcome = run("search", "xylophone", "--format", form)

    assert outcome.code == 0
    assert outcome.out == {"json": "[]\n", "csv": ",".join(KEYS) + "\n"}.get(form, "")


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("Zinoviev", [2]),
        ("Polibureau", [2]),
        ('"Left Opposition"', [1]),
        ("lang:el", [5]),
        ("ΤΡΟΤΣΚΙ", [1, 2, 4, 5, 7, 8]),
        ("rosmer -trotsky", [3]),
        ("is:tagged", []),
    ],
)
def test_search_list_and_count_take_the_same_query(run: Run, query: str, numbers: list[int]) -> None:
    found = [review["number"] for review in json.loads(run("search", query, "--format", "json").out)]
    listed = [review["number"] for review in json.loads(run("list", query, "--format", "json").out)]

    assert sorted(found) == listed == numbers
    assert run("count", query).out == f"{len(numbers)}\n"


def test_a_word_to_leave_out_may_stand_free_on_the_command_line(run: Run) -> None:
    assert run("count", "rosmer", "-trotsky").out == run("count", "rosmer -trotsky").out == "1\n"
    assert run("count", "-tag:critical", "-hat").out == "8\n"
    assert run("count", "--", "-rosmer").out == "1\n"


def test_count_without_a_query_counts_everything(run: Run) -> None:
    assert run("count").out == "8\n"


def test_a_doubtful_boundary_is_counted_and_found(run: Run) -> None:
    doubtful = [r for r in json.loads(run("list", "--format", "json").out) if r["confidence"] < 0.8]

    found = json.loads(run("list", "is:doubtful", "--format", "json").out)

    assert found == doubtful


def test_config_prints_what_is_in_use_and_why(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVIEWCLI_ANNOTATOR", "ben")

    plain = run("config").out.splitlines()
    told = json.loads(run("config", "--format", "json", "--corpus", "x.db").out)

    assert plain[0] == f"corpus\t{home}/.local/share/reviewcli/corpus.db\tdefault"
    assert plain[2] == "annotator\tben\tREVIEWCLI_ANNOTATOR"
    assert told["corpus"] == {"value": "x.db", "decided_by": "--corpus"}
    assert "annotator" in run("config", "--format", "table").out


def test_shared_options_stand_before_or_after_the_verb(run: Run, tmp_path: Path) -> None:
    run("import", "-", "--corpus", tmp_path / "a.db", stdin=b"Good.")

    assert run("--corpus", tmp_path / "a.db", "count").out == "1\n"
    assert run("count", "--corpus", tmp_path / "a.db").out == "1\n"


def test_quiet_leaves_only_results_and_errors(run: Run) -> None:
    assert run("list", "--quiet").err == ""
    assert run("tag", 3, "critical", "--quiet") == (0, "Review 3: critical.\n", "")
    assert run("show", 99, "--quiet").err.startswith("Error: ")


def test_version_and_help_are_printed(run: Run) -> None:
    assert run("--version").out == f"reviewcli {__version__}\n"
    assert run().out == run("--help").out == run("-h").out
    assert all(f"\n  {verb} " in run("-h").out for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_a_verb_has_an_example(run: Run, verb: str) -> None:
    outcome = run(verb, "-h")

    assert outcome.code == 0
    assert "Examples:\n    reviewcli " in outcome.out
    assert run(verb, "--help").out == outcome.out


def test_labels_are_completed_from_the_corpus(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_REVIEWCLI_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "reviewcli tag 3 c")
    monkeypatch.setenv("COMP_CWORD", "3")
    before = run("tag", "3", "c").out

    monkeypatch.delenv("_REVIEWCLI_COMPLETE")
    run("tag", "3", "clumsy", "--new")
    monkeypatch.setenv("_REVIEWCLI_COMPLETE", "complete_bash")
    after = run("tag", "3", "c").out

    assert before.split() == ["critical"]
    assert after.split() == ["critical", "clumsy"]
