"""Run a command under strace, find its calls that write to the files of one folder, and hurt one of them."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from benchmarks.faults.driving import Ended

WRITING = (
    "openat,write,pwrite64,writev,fsync,fdatasync,ftruncate,fallocate,rename,renameat,renameat2,"
    "link,linkat,unlink,unlinkat,mkdir,fchmod"
)
ERRORS = ("ENOSPC", "EIO", "EINTR")
SECONDS = 60
NEEDED = "strace is not installed"
KILL = "signal=KILL"


def importing() -> dict[str, str]:
    """Return what lets a program that runs in another folder import what this one can.

    A Python that finds no folder for temporary files tries the one it runs in, and may be hurt before it
    has tidied up: that must not be the folder of the project.
    """
    return {"PYTHONPATH": os.pathsep.join(sys.path)}


class Call(NamedTuple):
    """One system call of a run: the so-many-th of its name."""

    name: str
    at: int


class Injected(NamedTuple):
    """A run into which something was injected, and whether that happened."""

    ended: Ended
    fired: bool


def injection(call: Call, what: str) -> tuple[str, ...]:
    """Tell strace what befalls a call: `signal=KILL`, or `error=EIO`, with `+` for ever after.

    An error is injected faster with a filter in the kernel, with which a signal would never come.
    """
    how = what.removesuffix("+")
    when = f"{call.at}{what[len(how) :]}" if "EINTR" not in how else f"{call.at}..{call.at + 9}"
    if what == "error=EINTR":
        when = str(call.at)
    faster = () if what == KILL else ("--seccomp-bpf",)
    return *faster, "-e", f"inject={call.name}:{how}:when={when}"


class Tracer:
    """Run one command line, whose calls are the same each time, in a folder; calls elsewhere are not hurt."""

    def __init__(self, words: list[str], folder: Path, environment: dict[str, str]) -> None:
        self._words, self._folder = words, folder
        self._log = folder.parent / "strace.log"
        self._environment = {**os.environ, "PYTHONHASHSEED": "0", **environment}

    def calls(self) -> list[Call]:
        """List the calls of a run to which nothing happens."""
        self._run()
        count = Counter[str]()
        found = []
        for line in self._lines():
            name = line.split(None, 1)[1].split("(")[0]
            if name in WRITING.split(","):
                count[name] += 1
                if str(self._folder) in line:
                    found.append(Call(name, count[name]))
        return found

    def inject(self, call: Call, what: str) -> Injected:
        """Run with something injected at a call."""
        ended = self._run(*injection(call, what))
        return Injected(ended, ended.code in (-9, 137) or any("INJECTED" in line for line in self._lines()))

    def _lines(self) -> list[str]:
        return self._log.read_text(errors="replace").splitlines()

    def _run(self, *options: str) -> Ended:
        command = [
            "strace",
            "-f",
            "-y",
            "-qq",
            "-o",
            str(self._log),
            "-e",
            f"trace={WRITING}",
        ]
        try:
            done = subprocess.run(
                [*command, *options, sys.executable, *self._words],
                check=False,
                capture_output=True,
                text=True,
                timeout=SECONDS,
                cwd=self._log.parent,
                env=self._environment | importing(),
            )
        except subprocess.TimeoutExpired:
            return Ended(-14, "", "", SECONDS)
        return Ended(done.returncode, done.stdout, done.stderr, 0)
