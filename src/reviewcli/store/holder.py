"""Note beside a file who writes to it, so that those who wait in vain can be told."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

ENDING = ".writer"
_LONGEST, _LONGEST_PART = 4096, 100


class Purpose(NamedTuple):
    """Who writes, the command that does it, and since when."""

    who: str
    command: str
    since: str


class Holder(NamedTuple):
    """The process that holds a file for writing, as its note tells; `stopped` by a signal or a debugger."""

    process: int
    purpose: Purpose
    stopped: bool


@contextmanager
def noted(path: Path, purpose: Purpose | None) -> Iterator[None]:
    """Keep a note beside the file while the caller holds its lock; where none can be kept, do without."""
    if purpose is None:
        yield
        return
    note = _note(path)
    text = json.dumps([os.getpid(), *(part[:_LONGEST_PART] for part in purpose)])
    with suppress(OSError):
        note.unlink(missing_ok=True)
        descriptor = os.open(note, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text)
    try:
        yield
    finally:
        with suppress(OSError):
            if _read(note) == text:
                note.unlink()


def holder_of(path: Path) -> Holder | None:
    """Say who holds a file; None where no note tells, or the process that wrote it has ended."""
    try:
        process, *purpose = json.loads(_read(_note(path)))
        if not (isinstance(process, int) and process > 0 and all(isinstance(part, str) for part in purpose)):
            return None
        state = state_of(process)
        return Holder(process, Purpose(*purpose), state.startswith(("T", "t"))) if state else None
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def _note(path: Path) -> Path:
    target = Path(os.path.realpath(path))
    return target.with_name(target.name + ENDING)


def _read(note: Path) -> str:
    """Read a note; what is no regular file is none, and no link is followed."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(note, flags), "rb") as file:
        return file.read(_LONGEST).decode("ascii")


def state_of(process: int) -> str:
    """Return the letter by which the system tells how a process is; empty when there is none."""
    if Path("/proc/self/stat").exists():
        try:
            facts = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
            state = facts.rpartition(")")[2].split()[0]
        except OSError:
            return ""
        return "" if state in {"Z", "X"} else state
    if os.name == "nt":
        return "?"
    import subprocess

    asked = ["ps", "-o", "stat=", "-p", str(process)]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
