"""Import one spoilt input in a process of its own, with bounds, and say what is wrong with what it did."""

import io
import os
import re
import resource
import shutil
import signal
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from benchmarks.mutations.spoiling import Case
from reviewcli.checking import check
from reviewcli.corpus import open_corpus

MEMORY = 1 << 30
SECONDS = 10
"""How much of the processor's time an import may take; a busy machine takes none of that away."""

PATIENCE = 120.0
TRACEBACK, HANG = "traceback", "hang"
_CRASHED = 99
_FOREIGN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_TOLD = re.compile(r"(\d[\d,]*) new reviews?")
_LOADED = re.compile(r"^work\.jsonl: .* new\.$", re.MULTILINE)


class Verdict(NamedTuple):
    """Whether an import was refused, and what was wrong with it: nothing when it did as it should."""

    refused: bool
    wrong: str
    seconds: float


def judge(case: Case, template: Path, folder: Path) -> Verdict:
    """Import a case into a copy of a corpus and see that it did all or nothing, in time, and said so."""
    source, corpus = folder / case.name, folder / "corpus.db"
    decisions = source.with_name(f"{source.stem}.decisions.json")
    shutil.copyfile(template, corpus)
    source.write_bytes(case.data)
    decisions.unlink(missing_ok=True)
    if case.decisions is not None:
        decisions.write_bytes(case.decisions)
    code, seconds = _bounded(["import", str(source), "--corpus", str(corpus), *case.options], folder)
    said = [(folder / name).read_text("utf-8", "surrogateescape") for name in ("out", "err")]
    return Verdict(code != 0, _wrong(code, said, template, corpus), seconds)


def _wrong(code: int | None, said: list[str], template: Path, corpus: Path) -> str:
    if code is None:
        return HANG
    if code == _CRASHED or "Traceback" in said[1]:
        return f"{TRACEBACK}: {said[1][-2000:]}"
    if code not in {0, 1, 2, 3}:
        return f"ended with {code}"
    if _FOREIGN.search("".join(said)):
        return "wrote control characters"
    told = _TOLD.findall(said[0])
    loaded = _LOADED.search(said[0])
    if (code == 0) is not bool(told or loaded) or (code and "Error: " not in said[1]):
        return f"ended with {code} and said {said}"
    added = None if loaded else sum(int(number.replace(",", "")) for number in told)
    return _unwhole(added, "undo" in said[1], template, corpus)


def _unwhole(told: int | None, changed: bool, template: Path, corpus: Path) -> str:  # noqa: FBT001
    """Say how a corpus differs from what it was and that many reviews, in one change or none."""
    with open_corpus(template) as before, open_corpus(corpus) as after:
        added = after.count() - before.count()
        if told not in {None, added}:
            return f"said that it added {told} reviews and added {added}"
        changes = len(after.database.table("changes")) - len(before.database.table("changes"))
        if changes > 1 or (changed and not changes) or (told is None and changes and not changed):
            return f"left {changes} changes"
        problems = [one.what for one in check(after.database, corpus)]
    return f"left the corpus spoilt: {problems[0]}" if problems else ""


def _bounded(words: list[str], folder: Path) -> tuple[int | None, float]:
    """Run a command line in a copy of this process; return its exit code, None for too long, and seconds."""
    process = os.fork()
    if process == 0:
        _run(words, folder)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        ended, status, usage = os.wait4(process, os.WNOHANG)
        if ended:
            code = os.waitstatus_to_exitcode(status)
            return (None if code == -signal.SIGXCPU else code), usage.ru_utime + usage.ru_stime
        time.sleep(0.002)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return None, PATIENCE


def _reserved() -> int:
    """Tell how much memory this process was given before, as by libraries that write the inputs."""
    with suppress(OSError):
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    return 0


def _run(words: list[str], folder: Path) -> None:
    code = _CRASHED
    try:
        most = MEMORY + _reserved()
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        for name, place in (("stdout", 1), ("stderr", 2)):
            os.dup2(os.open(folder / name[3:], os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), place)
            setattr(sys, name, io.TextIOWrapper(io.FileIO(place, "w", closefd=False), "utf-8"))
        from reviewcli.cli import run

        sys.argv = ["reviewcli", *words]
        code = run(words)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
