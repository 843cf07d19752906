"""Run a task in a child process that can be hurt at any moment, and see how it ended."""

import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import NamedTuple

import reviewcli

Task = Callable[[], int]
PATIENCE = 60.0
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Ended(NamedTuple):
    """How a process ended: exit code, or minus the signal that ended it; what it said; after which time."""

    code: int
    out: str
    err: str
    seconds: float


def load_everything() -> None:
    """Import all of the program, so that a child begins with its work and is not hurt while it loads."""
    for module in walk_packages(reviewcli.__path__, "reviewcli."):
        import_module(module.name)
    for name in ("rich.console", "rich.table", "filelock", "sqlite3", "shlex", "tinydb"):
        import_module(name)


class Child:
    """A task in a process of its own, whose output goes to two files of a folder."""

    def __init__(self, task: Task, folder: Path, *, largest_file: int | None = None) -> None:
        """Start it; with `largest_file`, the system lets it write no file longer than so many bytes."""
        self._files = folder / "child.out", folder / "child.err"
        for path in self._files:  # here, for the child may be killed before it can
            path.write_bytes(b"")
        self._limit = largest_file
        self._began = time.perf_counter()
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
        self.pid = os.fork()
        if self.pid == 0:
            self._live(task)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)

    def _live(self, task: Task) -> None:
        code = 1
        try:
            for stream, path in enumerate(self._files, 1):
                os.dup2(os.open(path, os.O_WRONLY | os.O_APPEND), stream)
            sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115  # until the end
            sys.stderr = open(2, "w", encoding="utf-8", closefd=False, buffering=1)  # noqa: SIM115  # likewise
            if self._limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (self._limit, self._limit))
            for number in ENDING:
                signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
            code = task()
        except SystemExit as leaving:
            code = leaving.code if isinstance(leaving.code, int) else 1
        except BaseException:  # as Python itself would say it
            traceback.print_exc()
        finally:
            try:  # whatever comes meanwhile, a child never goes on with what its parent does
                sys.stdout.flush()
                sys.stderr.flush()
            finally:
                os._exit(code)

    def hurt(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    def wait(self, patience: float = PATIENCE) -> Ended:
        """Wait for its end; a child that hangs is killed, and its code says so."""
        deadline = time.monotonic() + patience
        while True:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() > deadline:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                return self._ended(-signal.SIGALRM)
            time.sleep(0.0005)
        return self._ended(os.waitstatus_to_exitcode(status))

    def _ended(self, code: int) -> Ended:
        out, err = (path.read_text(encoding="utf-8", errors="replace") for path in self._files)
        return Ended(code, out, err, time.perf_counter() - self._began)


def run_in_child(task: Task, folder: Path, *, largest_file: int | None = None) -> Ended:
    """Run a task to its end in a process of its own."""
    return Child(task, folder, largest_file=largest_file).wait()


def command(*words: str | Path) -> Task:
    """Make the task of running one command line of reviewcli, from its first line to its exit code."""

    def run() -> int:
        from reviewcli.__main__ import main

        sys.argv = ["reviewcli", *map(str, words)]
        main()
        return 0

    return run
