"""Numbers of any size, nesting of any depth, queries of any length: an answer or one sentence, in time."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.mutations.spoiling import FORMATS, cases
from reviewcli.opening import FORMAT
from tests.conftest import Run

LONG = "9" * 5000
DEEP = "[" * 100_000
TEXT = b"Good.\n---\nBad.\n"


@pytest.fixture
def corpus(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "corpus.json"
    assert run("import", "-", "--corpus", path, stdin=TEXT).code == 0
    return path


Spoil = Callable[[str], str]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace(f'"format": {FORMAT}', f'"format": {LONG}'),
        lambda text: text.replace('"labels": {', f'"labels": {{"9": {{"name": {DEEP}}}, ', 1),
        lambda text: text.replace('"reviews": {\n "1"', f'"reviews": {{\n "{LONG}"'),
        lambda text: text.replace('"reviews": {\n "1"', f'"reviews": {{\n "{LONG[:4000]}"'),
        lambda text: text.replace('"reviews": {\n "1"', '"reviews": {\n "01"'),
        lambda text: text.replace('"reviews": {\n "1"', '"reviews": {\n "\u0661"'),
        lambda text: text.replace('"reviews": {\n "1"', '"reviews": {\n "7"'),
        lambda text: text.replace('"number": 2', '"number": 1'),
        lambda text: DEEP,
        lambda text: LONG,
    ],
)
def test_a_hostile_json_corpus_is_refused_and_left_alone(run: Run, corpus: Path, spoil: Spoil) -> None:
    good = corpus.read_text()
    spoilt = spoil(good)
    assert spoilt != good
    corpus.write_text(spoilt)

    for words in (["list"], ["list", "--format", "json"], ["list", "is:doubtful"]):
        outcome = run(*words, "--corpus", corpus)
        assert outcome.code == 3
        assert outcome.err.startswith("Error: ")

    assert corpus.read_text() == spoilt


def test_unpaired_surrogates_are_kept_and_never_shown_raw(run: Run, corpus: Path) -> None:
    corpus.write_text(corpus.read_text().replace("Good.", "Go\\ud800od."))

    tagged = run("tag", 1, "critical", "--corpus", corpus)
    array = run("list", "--format", "json", "--corpus", corpus).out
    table = run("show", 1, "--format", "table", "--corpus", corpus).out

    assert tagged.code == 0
    assert json.loads(array)[0]["text"] == "Go\ud800od."
    assert "\ud800" not in array + table


@pytest.mark.parametrize(
    "decisions",
    [
        DEEP,
        '{"a":' * 100_000,
        LONG,
        f'{{"format": {LONG}}}',
        f'{{"format": 1, "sha256": "", "decisions": [{{"after_line": {LONG}}}]}}',
        f'{{"format": 1, "sha256": "", "decisions": {DEEP}}}',
        '"\\ud800"',
    ],
)
def test_a_hostile_decisions_file_is_one_sentence(run: Run, tmp_path: Path, decisions: str) -> None:
    (tmp_path / "page.txt").write_bytes(TEXT)
    (tmp_path / "page.decisions.json").write_text(decisions)

    outcome = run("import", tmp_path / "page.txt")

    assert outcome.code == 1
    assert "page.decisions.json is" in outcome.err
    assert "Hint: Mend the decisions file" in outcome.err
    assert run("count", "tag:none OR -tag:none").code == 0


@pytest.mark.parametrize(
    "query",
    [
        *(
            "(" * 100_000,
            "(" * 100_000 + "a" + ")" * 100_000,
            "-" * 100_000,
            "a OR " * 200_000,
            '"' * 100_001,
        ),
        *("a" * 1_000_000, "a* " * 300_000, "good~ " * 150_000, "tag:" * 250_000, "\ud800" * 100_000),
        *("lang:" + "x" * 1_000_000, '"' + "a " * 500_000 + '"', "-a " * 300_000, "\u0301" * 1_000_000),
    ],
)
def test_a_query_of_any_length_is_answered_in_time(run: Run, query: str) -> None:
    run("count")
    began = time.monotonic()

    outcome = run("count", "--", query)

    assert time.monotonic() - began < 20
    assert outcome.code == 0 or (outcome.code == 2 and outcome.err.startswith("Error: "))
    assert len(outcome.err) < 2000


def test_a_decisions_file_that_is_a_pipe_is_not_waited_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(TEXT)
    os.mkfifo(tmp_path / "page.decisions.json")

    outcome = run("import", tmp_path / "page.txt")

    assert outcome.code == 1
    assert "page.decisions.json is a pipe, not a file." in outcome.err


@pytest.mark.parametrize("name", ["page.html", "page.decisions.json"])
def test_what_has_to_be_held_whole_is_bounded(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("reviewcli.sources.plaintext.LARGEST_HELD", 100)
    (tmp_path / "page.txt").write_bytes(TEXT)
    (tmp_path / name).write_text("<html><body>" + "Good. " * 100)

    outcome = run("import", tmp_path / (name if name.endswith("html") else "page.txt"))

    assert outcome.code == 1
    assert f"{name} has more than 100 bytes, and no more can be held at once." in outcome.err


def test_too_little_memory_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("reviewcli.corpus.open_corpus", exhausted)

    outcome = run("count")

    assert (outcome.code, outcome.out) == (1, "")
    assert "Error: There is not enough memory." in outcome.err
    with pytest.raises(MemoryError):
        run("count", "--debug")


@pytest.mark.parametrize("form", FORMATS)
def test_spoilt_inputs_are_taken_in_whole_or_refused(tmp_path: Path, form: str) -> None:
    pytest.importorskip("resource")
    from benchmarks.mutations.__main__ import prepare
    from benchmarks.mutations.judging import judge

    template = prepare(tmp_path, form)

    verdicts = [judge(case, template, tmp_path) for case in cases(form, 20, seed=1)]

    assert [verdict.wrong for verdict in verdicts if verdict.wrong] == []
    assert {verdict.refused for verdict in verdicts} == {True, False}
