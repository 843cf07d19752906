"""Whoever waits sees how far an import is, and may stop it: then nothing was imported."""

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reviewcli.progress import unseen
from reviewcli.views import progress as views
from reviewcli.views.progress import progress_bar
from tests.conftest import Run
from tests.test_terminal import Terminal

WIPED = "\x1b[1A\x1b[2K"


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def look_at_stderr(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Put a terminal in the place of standard error, on which bars appear at once."""
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr(views, "PATIENCE", 0.0)
    monkeypatch.setattr(views, "_EVERY", 0.0)
    return screen


@pytest.fixture
def long_text(tmp_path: Path) -> Path:
    """A text whose import takes longer than anyone waits without a word."""
    file = tmp_path / "long.txt"
    file.write_text("".join(f"Review number {n}, of a lamp that broke.\n" for n in range(40_000)))
    return file


def test_a_bar_says_what_is_done_and_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = look_at_stderr(monkeypatch)
    with progress_bar(color=True) as show:
        show("Reading a\x1b[2J.txt", 1, 4)
        show("Reading a\x1b[2J.txt", 2, 4)
        time.sleep(0.3)
        show("Splitting a.txt", 3, 4)
        show("Reading standard input", 3, 0)

    seen = screen.getvalue()
    assert "Reading a␛[2J.txt" in seen
    assert "50%" in seen
    assert "Splitting a.txt" in seen
    assert seen.endswith(WIPED)
    assert "\x1b[?25h" in seen


def test_a_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = look_at_stderr(monkeypatch)
    monkeypatch.setattr(views, "PATIENCE", 60.0)

    with progress_bar(color=True) as show:
        show("Reading a.txt", 4, 4)

    assert screen.getvalue() == ""


def test_a_bar_is_wiped_out_when_a_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = look_at_stderr(monkeypatch)

    def work() -> None:
        with progress_bar(color=True) as show:
            show("Reading a.txt", 1, 4)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()

    assert screen.getvalue().endswith(WIPED)


def test_a_terminal_that_cannot_move_its_cursor_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = look_at_stderr(monkeypatch)
    monkeypatch.setenv("TERM", "dumb")

    with progress_bar(color=True) as show:
        show("Reading a.txt", 1, 4)

    assert screen.getvalue() == ""


def test_whoever_asked_for_quiet_or_reads_a_pipe_sees_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = look_at_stderr(monkeypatch)
    with progress_bar(color=True, quiet=True) as quiet:
        pass
    monkeypatch.setattr(screen, "isatty", lambda: False)
    with progress_bar(color=True) as piped:
        pass

    assert quiet is piped is unseen


def test_a_person_sees_how_far_an_import_is(long_text: Path, tmp_path: Path) -> None:
    terminal = Terminal("import", str(long_text), "--split", "paragraph", "--corpus", str(tmp_path / "a.db"))

    terminal.read(until="%")

    assert terminal.end() == 0
    assert "Splitting long.txt" in terminal.seen
    assert "40,000 new reviews" in terminal.seen.rpartition(WIPED)[2]


def test_an_interrupted_import_imports_nothing(run: Run, long_text: Path, tmp_path: Path) -> None:
    terminal = Terminal("import", str(long_text), "--split", "paragraph", "--corpus", str(tmp_path / "a.db"))
    terminal.read(until="%")

    terminal.interrupt()

    assert terminal.end() == 130
    assert "Traceback" not in terminal.seen
    assert "Interrupted" in terminal.seen.rpartition(WIPED)[2]
    assert "\x1b[?25h" in terminal.seen
    assert run("count", "--corpus", tmp_path / "a.db").out == "0\n"


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_an_import_that_is_killed_imports_nothing_and_can_be_done_again(
    run: Run, long_text: Path, tmp_path: Path
) -> None:
    corpus = tmp_path / "a.db"
    words = ["import", str(long_text), "--split", "paragraph", "--corpus", str(corpus)]
    process = subprocess.Popen([sys.executable, "-m", "reviewcli", *words], stderr=subprocess.DEVNULL)
    log = corpus.with_name("a.db-wal")
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and not (log.exists() and log.stat().st_size > 2_000_000):
        time.sleep(0.01)

    process.send_signal(signal.SIGKILL)

    assert process.wait() == -signal.SIGKILL
    assert run("count", "--corpus", corpus).out == "0\n"
    assert "40,000 new reviews" in run(*words).out
