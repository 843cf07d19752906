"""Where a query may stand besides list, search and count: show, export, and the shell's completion."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run


def completions(run: Run, monkeypatch: pytest.MonkeyPatch, line: str) -> list[str]:
    """What the shell offers for the last word of a line."""
    monkeypatch.setenv("_REVIEWCLI_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(line.count(" ")))
    return run().out.split()


@pytest.fixture
def in_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)


def test_show_takes_a_query(run: Run) -> None:
    run("count")

    shown = run("show", "lang:el", "--format", "json")
    none = run("show", "zzzzzz", "--format", "table")
    drawn = run("show", "lang:el", "--format", "table")

    assert [one["number"] for one in json.loads(shown.out)] == [5]
    assert none.err == "No review answers: zzzzzz\n"
    assert "Περιγραφή" in drawn.out
    assert run("show", " ").code == 2


def test_show_stops_at_a_limit(run: Run) -> None:
    run("count")

    outcome = run("show", "lang:en", "--limit", 2, "--format", "table")

    assert "These are the first 2" in outcome.err


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("a.json", lambda text: [one["number"] for one in json.loads(text)]),
        ("a.jsonl", lambda text: [json.loads(line)["number"] for line in text.splitlines()]),
        ("a.CSV", lambda text: [int(row["number"]) for row in csv.DictReader(io.StringIO(text))]),
        ("a.tsv", lambda text: [int(line.split("\t")[0]) for line in text.splitlines()[1:]]),
    ],
)
def test_reviews_are_exported_in_the_form_that_the_name_tells(
    run: Run,
    tmp_path: Path,
    name: str,
    read: Callable[[str], list[int]],
) -> None:
    run("count")
    file = tmp_path / name

    outcome = run("export", file, "--where", "lang:en words:<100 sort:words-")

    assert (outcome.code, outcome.out) == (0, f"{file}: 3 reviews.\n")
    assert read(file.read_text(encoding="utf-8")) == [8, 3, 6]


def test_an_export_of_reviews_without_a_query_is_all_of_them(run: Run) -> None:
    run("count")

    assert len(run("export", "-", "--to", "jsonl").out.splitlines()) == 8


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["a.csv", "--where", " "], 2, "--where asks for nothing."),
        (["--annotations", "a.jsonl", "--where", "Lenin"], 2, "Only one thing"),
        (["--decisions", "--annotations", "a.csv"], 2, "Only one thing"),
        (["a.csv", "--where", "(Lenin"], 2, "'(' is opened and not closed"),
    ],
)
@pytest.mark.usefixtures("in_home")
def test_an_export_that_is_not_clear_is_refused(
    run: Run, home: Path, words: list[str], code: int, message: str
) -> None:
    run("count")

    outcome = run("export", *words)

    assert outcome.code == code
    assert message in outcome.err
    assert not list(home.glob("a.*"))


def test_an_export_writes_over_nothing_unasked(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("mine")

    refused = run("export", file)

    assert refused.code == 1
    assert file.read_text() == "mine"
    assert run("export", file, "--force").code == 0


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("reviewcli list au", ["author:"]),
        ("reviewcli list is:un", ["is:untagged"]),
        ("reviewcli count tag:cri", ["tag:critical"]),
        ("reviewcli search sort:rel", ["sort:relevance"]),
        ("reviewcli show query:gr", ["query:greek"]),
        ("reviewcli list words:5", []),
        ("reviewcli query show gr", ["greek"]),
        ("reviewcli query save new lan", ["lang:"]),
    ],
)
def test_the_shell_completes_queries(
    run: Run, monkeypatch: pytest.MonkeyPatch, line: str, offered: list[str]
) -> None:
    run("query", "save", "greek", "lang:el")

    assert completions(run, monkeypatch, line) == offered
