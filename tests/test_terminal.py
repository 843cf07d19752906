"""On a real terminal the commands draw, ask and can be interrupted."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reviewcli import __main__ as program
from tests.conftest import Run

PATIENCE = 30.0


class Terminal:
    """A command that runs on a pseudo-terminal of 80 columns."""

    def __init__(self, *words: str) -> None:
        self._ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "reviewcli", *words]
        environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": ""}
        self._process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
        os.close(theirs)
        self.seen = ""

    def read(self, until: str = "\0") -> str:
        """Read until something is on the screen, or to the end."""
        deadline = time.monotonic() + PATIENCE
        while until not in self.seen:
            if not select.select([self._ours], [], [], max(deadline - time.monotonic(), 0))[0]:
                self._process.kill()
                raise AssertionError(f"{until!r} did not come; seen: {self.seen}")
            try:
                data = os.read(self._ours, 4096)
            except OSError:  # how Linux says that the other end was closed
                break
            if not data:
                break
            self.seen += data.decode()
        return self.seen

    def type(self, text: str) -> None:
        """Type, as a person does: a little after the question is there, when the terminal listens."""
        time.sleep(0.3)
        os.write(self._ours, text.encode())

    def interrupt(self) -> None:
        self._process.send_signal(signal.SIGINT)

    def end(self) -> int:
        self.read()
        os.close(self._ours)
        return self._process.wait()


def test_list_draws_a_table_for_a_person() -> None:
    terminal = Terminal("list")

    seen = terminal.read()

    assert terminal.end() == 0
    assert "─────" in seen
    assert "8 reviews" in seen
    assert "\x1b[" in seen


def test_tag_writes_a_coloured_line_for_a_person() -> None:
    terminal = Terminal("tag", "3", "critical")

    assert terminal.end() == 0
    assert "critical" in terminal.seen
    assert "\x1b[31m" in terminal.seen


@pytest.mark.parametrize(("answer", "code", "count"), [("y\n", 0, "4\n"), ("n\n", 130, "0\n")])
def test_a_change_of_many_asks_first(run: Run, answer: str, code: int, count: str) -> None:
    terminal = Terminal("tag", "1-4", "critical")

    terminal.read(until="[y/N]")
    terminal.type(answer)

    assert terminal.end() == code
    assert "Tag 4 reviews (1-4)?" in terminal.seen
    assert run("count", "tag:critical").out == count


def test_an_interrupted_question_changes_nothing(run: Run) -> None:
    terminal = Terminal("tag", "1-4", "critical")
    terminal.read(until="[y/N]")
    time.sleep(0.1)

    terminal.interrupt()

    assert terminal.end() == 130
    assert "Traceback" not in terminal.seen
    assert run("count", "tag:critical").out == "0\n"


def test_the_program_leaves_with_the_code_of_its_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import gc

    threshold = gc.get_threshold()
    monkeypatch.setattr("sys.argv", ["reviewcli", "show", "99"])

    with pytest.raises(SystemExit) as leaving:
        program.main()
    gc.unfreeze()
    gc.set_threshold(*threshold)

    assert leaving.value.code == 1
    assert "There is no review 99" in capsys.readouterr().err


def test_what_a_command_says_is_coloured_on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr("reviewcli.views.reports.on_terminal", lambda: True)

    outcome = run("tag", 3, "critical")

    assert "\x1b[31mcritical\x1b[0m" in outcome.out


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("\n---\n".join(f"Review {n}. " + "long " * 200 for n in range(200)))
    program_line = f"{sys.executable} -m reviewcli"
    corpus = tmp_path / "a.db"
    subprocess.run(f"{program_line} import {page} --corpus {corpus}", shell=True, check=True)

    for form in ("plain", "json", "csv", "table"):
        line = f"{program_line} list --limit 0 --corpus {corpus} --format {form} | head -c 10"
        run = subprocess.run(
            ["bash", "-o", "pipefail", "-c", line], capture_output=True, text=True, check=False
        )
        assert (run.returncode, run.stderr) == (0, ""), form


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_closed_streams_are_no_error(closed: str) -> None:
    subprocess.run([sys.executable, "-m", "reviewcli", "count"], check=True, capture_output=True)

    line = f"{sys.executable} -m reviewcli tag 3 critical {closed}"
    run = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)

    assert run.returncode == 0
    assert "Traceback" not in run.stderr


def test_a_terminal_without_the_letters_shows_one_mark_a_letter() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "reviewcli", "list", "lang:el", "--format"]

    table = subprocess.run([*command, "table"], env=environment, capture_output=True, text=True, check=True)
    machine = subprocess.run([*command, "json"], env=environment, capture_output=True, text=True, check=True)

    assert {len(line) for line in table.stdout.splitlines()[:4]} == {80}
    assert "\\u03a0\\u03b5\\u03c1" in machine.stdout
