"""Who waits in vain to write is told who holds the corpus, and how to go on; who reads never waits."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reviewcli.errors import BusyError
from reviewcli.store.holder import Holder, Purpose, holder_of, noted
from reviewcli.store.jsonfile import JsonFileStorage
from reviewcli.store.sqlite import SqliteStorage
from tests.conftest import Run

PURPOSE = Purpose("ada", "reviewcli import long.txt", "2026-01-02T03:04:05.678+00:00")
PATIENCE = 20.0
SLOW_IMPORT = """
import sys, time
from pathlib import Path
from reviewcli import importing
from reviewcli.cli import run
watched = importing._watched
def slowly(*about):
    for number, draft in enumerate(watched(*about)):
        yield draft
        if number == 1:
            Path(sys.argv[1]).write_text('half')
            time.sleep(60)
importing._watched = slowly
run(sys.argv[2:])
"""


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in (JsonFileStorage, SqliteStorage):
        patient = kind.__init__

        def hasty(self: object, *words: object, patient: object = patient, **options: object) -> None:
            patient(self, *words, **options, patience=0.3)  # type: ignore[operator]  # one of the two

        monkeypatch.setattr(kind, "__init__", hasty)


@pytest.fixture
def corpus(run: Run, path: Path) -> Path:
    assert run("import", "-", "--corpus", path, stdin=b"Good.\n---\nBad.\n").code == 0
    return path


@contextmanager
def importing(corpus: Path) -> Iterator[subprocess.Popen[bytes]]:
    """An import in another process, of which half is written while it goes on."""
    page, half = corpus.with_name("page.txt"), corpus.with_name("half")
    page.write_text("\n---\n".join(f"Review {number}." for number in range(9)))
    words = [str(half), "import", str(page), "--as", "eve", "--corpus", str(corpus)]
    process = subprocess.Popen([sys.executable, "-c", SLOW_IMPORT, *words])
    try:
        deadline = time.monotonic() + PATIENCE
        while not half.exists():
            assert time.monotonic() < deadline
            time.sleep(0.02)
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.mark.usefixtures("impatient")
def test_while_an_import_goes_on_others_read_and_are_told_why_they_cannot_write(
    run: Run, corpus: Path
) -> None:
    with importing(corpus) as process:
        began = time.monotonic()
        reads = [run(*words, "--corpus", corpus) for words in (["count"], ["list"], ["history"], ["check"])]
        took = time.monotonic() - began
        refused = run("tag", 1, "critical", "--corpus", corpus)

    assert [one.code for one in reads] == [0] * 4
    assert reads[0].out == "2\n"
    assert took < 5
    assert (refused.code, refused.out) == (1, "")
    assert f"of eve (process {process.pid}) has been writing to {corpus} since 20" in refused.err
    assert f"kill {process.pid}" in refused.err


@pytest.mark.usefixtures("impatient")
def test_a_stopped_writer_is_named_with_what_mends_it(run: Run, corpus: Path) -> None:
    with importing(corpus) as process:
        os.kill(process.pid, signal.SIGSTOP)
        os.waitid(os.P_PID, process.pid, os.WSTOPPED)
        counted = run("count", "--corpus", corpus)
        refused = run("tag", 1, "critical", "--corpus", corpus)

    assert counted.out == "2\n"
    assert refused.code == 1
    assert "and is stopped." in refused.err
    assert f"kill -CONT {process.pid}" in refused.err


def test_a_killed_writer_blocks_nobody_and_leaves_nothing_half(run: Run, corpus: Path) -> None:
    with importing(corpus):
        pass  # killed on leaving

    began = time.monotonic()
    tagged = run("tag", 1, "critical", "--corpus", corpus)

    assert tagged.code == 0
    assert time.monotonic() - began < 5
    assert run("count", "--corpus", corpus).out == "2\n"
    assert run("check", "--corpus", corpus).code == 0


def test_a_note_is_there_while_it_is_written_and_gone_after(tmp_path: Path) -> None:
    path = tmp_path / "a.db"

    with noted(path, PURPOSE):
        held = holder_of(path)
        mode = (tmp_path / "a.db.writer").stat().st_mode & 0o777

    assert held == Holder(os.getpid(), PURPOSE, stopped=False)
    assert mode == 0o600
    assert holder_of(path) is None


def test_a_note_of_another_is_left_alone(tmp_path: Path) -> None:
    path, note = tmp_path / "a.db", tmp_path / "a.db.writer"

    with noted(path, PURPOSE):
        note.write_text("[1]")

    assert note.read_text() == "[1]"


def test_a_link_or_folder_in_the_place_of_a_note_does_no_harm(tmp_path: Path) -> None:
    path, note, precious = tmp_path / "a.db", tmp_path / "a.db.writer", tmp_path / "precious"
    precious.write_text(json.dumps([os.getpid(), *PURPOSE]))
    note.symlink_to(precious)
    assert holder_of(path) is None

    with noted(path, PURPOSE):
        assert not note.is_symlink()
    note.mkdir()
    with noted(path, PURPOSE):
        assert holder_of(path) is None

    assert "reviewcli import" in precious.read_text()


@pytest.mark.parametrize(
    "text",
    [
        *("", "null", "[]", "5", "[1]", '["1", "a", "b", "c"]', "[-1, 2, 3, 4]", '[0, "a", "b", "c"]'),
        *("[" * 5000, '{"a": 1}', "\x80", '[999999999, "a", "b", "c"]', f'[{"9" * 4000}, "a", "b", "c"]'),
    ],
)
def test_a_note_that_makes_no_sense_tells_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.db.writer").write_text(text, encoding="latin-1")

    assert holder_of(tmp_path / "a.db") is None


def test_long_commands_still_make_a_note(tmp_path: Path) -> None:
    path = tmp_path / "a.db"

    with noted(path, Purpose("\U0001f600" * 500, "x " * 90_000, PURPOSE.since)):
        held = holder_of(path)

    assert held
    assert held.purpose.command == "x " * 50


def test_where_nothing_is_known_the_wait_still_ends(path: Path) -> None:
    kind = JsonFileStorage if path.suffix == ".json" else SqliteStorage
    holder, waiting = kind(path), kind(path, patience=0.1)

    with holder.transaction(), pytest.raises(BusyError, match="Another program"), waiting.transaction():
        pass


def test_without_a_process_file_system_ps_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, there = tmp_path / "a.db", Path.exists
    monkeypatch.setattr(Path, "exists", lambda self: str(self) != "/proc/self/stat" and there(self))
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, "T+\n", ""))

    with noted(path, PURPOSE):
        assert holder_of(path) == Holder(os.getpid(), PURPOSE, stopped=True)
