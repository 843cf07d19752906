"""Kill a program at each of its system calls that write, or let each of them fail, by means of strace."""

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.faults.driving import Ended
from benchmarks.faults.oracle import Expected, Unreadable, Write, complaint, judge
from benchmarks.faults.programs import Program, begin, next_import
from benchmarks.faults.results import Result
from benchmarks.faults.tracing import (
    ERRORS,
    KILL,
    NEEDED,
    SECONDS,
    WRITING,
    Call,
    Injected,
    importing,
    injection,
)


class Stand:
    """One program with one write before it, that can be run again and again from the same files."""

    def __init__(self, program: Program, root: Path, write: Write) -> None:
        """Make the files, and remember them."""
        self.program, self.write = program, write
        self.path, self.expected = begin(program, root)
        self._files = {one: one.read_bytes() for one in self.path.parent.iterdir()}
        self.words = program.words(self.path, write)
        self._log = root / "strace.log"

    def calls(self) -> list[Call]:
        """List the calls of a run to which nothing happens."""
        self._run(())
        count = Counter[str]()
        found = []
        for line in self._log.read_text(errors="replace").splitlines():
            name = line.split(None, 1)[1].split("(")[0]
            if name in WRITING.split(","):
                count[name] += 1
                found.append(Call(name, count[name]))
        return found

    def inject(self, call: Call, what: str) -> Injected:
        """Run with something injected at a call: `signal=KILL`, or `error=EIO` with `+` for ever after."""
        ended = self._run(injection(call, what))
        injected = "INJECTED" in self._log.read_text(errors="replace")
        return Injected(ended, injected or ended.code in (-9, 137))

    def _run(self, options: tuple[str, ...]) -> Ended:
        for one in self.program.files(self.path):
            one.unlink(missing_ok=True)
        for one, content in self._files.items():
            one.write_bytes(content)
        paths = [
            word for one in (*self.program.files(self.path), self.path.parent) for word in ("-P", str(one))
        ]
        command = ["strace", "-f", "-qq", "-o", str(self._log), "-e", f"trace={WRITING}"]
        try:
            done = subprocess.run(
                [*command, *options, *paths, sys.executable, *self.words],
                check=False,
                capture_output=True,
                text=True,
                timeout=SECONDS,
                cwd=self._log.parent,
                env={**os.environ, **importing()},
            )
        except subprocess.TimeoutExpired:
            return Ended(-14, "", "", SECONDS)
        return Ended(done.returncode, done.stdout, done.stderr, 0)

    def judged(self, ended: Ended) -> tuple[Expected | None, str]:
        """Return which state is there, and what is wrong with it."""
        try:
            return judge(self.program.observe(self.path), self.expected, self.write, ended)
        except Unreadable as error:
            return None, str(error).split(str(self.path.parent))[0].split(": line")[0][:60]


def stands(program: Program, root: Path, *, short: bool) -> Iterator[tuple[str, Stand]]:
    """Give the writes whose every call is hurt: a tag, and an import of three texts."""
    yield "tag", Stand(program, root, Write("tag", (3,), "critical"))
    if not short:
        yield "import", Stand(program, root, next_import("b.txt", 3, random.Random(3)))


def kill_at_calls(program: Program, root: Path, *, short: bool) -> Iterator[Result]:
    """Kill at every call that writes."""
    if not shutil.which("strace"):
        yield Result("kill at each writing call", program.name, skipped=NEEDED)
        return
    for name, stand in stands(program, root, short=short):
        result = Result(f"kill at each writing call: {name}", program.name)
        calls = stand.calls()
        for call in calls[:: 8 if short else 1]:
            done = stand.inject(call, KILL)
            result.cases += 1
            result.failed("" if done.fired else f"{call.name} {call.at} was not reached")
            result.failed(stand.judged(done.ended)[1])
        result.failed("" if calls else "no calls were seen")
        yield result


def errors_at_calls(program: Program, root: Path, *, short: bool) -> Iterator[Result]:
    """Let every call that writes fail, once and from then on."""
    if not shutil.which("strace"):
        yield Result("errors at each writing call", program.name, skipped=NEEDED)
        return
    for name, stand in stands(program, root, short=short):
        for error in ERRORS[:1] if short else ERRORS:
            result = Result(f"{error} at each writing call: {name}", program.name)
            calls = stand.calls()
            for call in calls[:: 12 if short else 1]:
                for what in (f"error={error}", f"error={error}+"):
                    result.cases += 1
                    result.failed(_failing(stand, call, what, result))
            yield result


def _failing(stand: Stand, call: Call, what: str, result: Result) -> str:
    """Return what is wrong after one call failed: with the state, the exit code or what was said."""
    done = stand.inject(call, what)
    ended = done.ended
    _, wrong = stand.judged(ended)
    result.notes["went on all the same" if ended.code == 0 else "refused"] += 1
    if wrong or not done.fired:
        return wrong or f"{call.name} {call.at} was not reached"
    if stand.program.name == "stock" or ended.code == 0:
        return ""
    if ended.code != 1:
        return f"exit code {ended.code} for {what} at {call.name}"
    return complaint(ended) or ("" if "Error: " in ended.err else "nothing was said")
