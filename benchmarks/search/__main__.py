"""Measure search over corpora of several sizes, and imports, in whole processes.

    python -m benchmarks.search                  8, 10,000 and 100,000 reviews
    python -m benchmarks.search 8 1000000        other sizes; the first is what the others are compared with

Every figure is a median, all commands of all sizes taken in turn. Answers are checked as well as timed.
"""

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.search.generating import ABSENT, ONE, PROBES, RARE, TEN, expected, write
from benchmarks.search.rivals import build, missing, rivals

SIZES = (8, 10_000, 100_000)
RUNS = 9
LEAST_TIMED = 1_000
PROGRAM = (sys.executable, "-m", "reviewcli")
BASELINE = "python -c pass"
Commands = dict[int, dict[str, list[str]]]


class Cost(NamedTuple):
    """What a process cost: seconds by the clock and of the processor, and bytes at its largest."""

    seconds: float
    processor: float
    memory: int


def main() -> None:
    """Make a corpus of every size, measure all of them, and print a table for each."""
    sizes = [int(word) for word in sys.argv[1:]] or [*SIZES]
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    print(f"not installed, and so not measured: {', '.join(missing()) or 'nothing'}\n")
    with tempfile.TemporaryDirectory() as name:
        commands = {count: dict(prepared(Path(name), count)) for count in sizes}
        medians = timed(commands)
    for count in sizes:
        report(count, medians[count], medians[sizes[0]])


def prepared(folder: Path, count: int) -> Iterator[tuple[str, list[str]]]:
    """Make a corpus of so many reviews; give all commands that are timed on it."""
    lines, corpus = folder / f"{count}.jsonl", folder / f"{count}.db"
    write(lines, count)
    report_import(lines, corpus, folder / f"{count}-bare.db", count)
    check(corpus, count)
    yield BASELINE, [sys.executable, "-c", "pass"]
    yield from ours(corpus, count)
    yield from ((rival.name, rival.words) for rival in rivals(folder, lines, count))


def timed(commands: Commands) -> dict[int, dict[str, float]]:
    """Run all commands of all sizes in turn, so that a busy moment hits each alike; return the medians."""
    times = {(count, what): list[float]() for count, these in commands.items() for what in these}
    for _ in range(RUNS + 1):
        for (count, what), taken in times.items():
            taken.append(cost(commands[count][what]).seconds)
    return {
        count: {what: statistics.median(times[count, what][1:]) for what in these}
        for count, these in commands.items()
    }


def ours(corpus: Path, count: int) -> Iterator[tuple[str, list[str]]]:
    """Give the commands of reviewcli that are timed."""
    end = ["--corpus", str(corpus)]
    newest = ["sort:number-", "--limit", "20", "--format", "json"]
    for probe in PROBES:
        yield f"search {probe.name}, newest 20", [*PROGRAM, "search", probe.query, *newest, *end]
    for probe in (RARE, ONE, TEN, ABSENT):
        best = ["--limit", "20", "--format", "json"]
        yield f"search {probe.name}, best 20", [*PROGRAM, "search", probe.query, *best, *end]
    near = "haberdasherry~"
    yield "search near spelling", [*PROGRAM, "search", near, "sort:number-", "--limit", "20", *end]
    yield "list", [*PROGRAM, "list", "--limit", "100", *end]
    yield "list lang:el", [*PROGRAM, "list", "lang:el", "--limit", "100", *end]
    yield "show", [*PROGRAM, "show", str(count // 2), *end]
    yield "count", [*PROGRAM, "count", *end]
    yield "count lang:el", [*PROGRAM, "count", "lang:el", *end]
    yield "count word in 10 %", [*PROGRAM, "count", TEN.query, *end]
    yield "tag", [*PROGRAM, "tag", str(count // 2), "mixed", *end]
    yield "search --similar", [*PROGRAM, "search", "--similar", str(count // 2), "--limit", "20", *end]


def check(corpus: Path, count: int) -> None:
    """Stop unless every probe is found as often as it was written."""
    for probe in PROBES:
        words = [*PROGRAM, "search", probe.query, "--format", "jsonl", "--corpus", str(corpus)]
        found = subprocess.run(words, check=True, capture_output=True, text=True).stdout.splitlines()
        if len({json.loads(line)["number"] for line in found}) != expected(probe, count):
            raise SystemExit(f"{probe.query} is found {len(found)} times, not {expected(probe, count)}")


def report_import(lines: Path, corpus: Path, bare: Path, count: int) -> None:
    """Import a file, and print what it took beside the least that an index costs."""
    ours = cost([*PROGRAM, "import", "--quiet", str(lines), "--corpus", str(corpus)])
    size, written = corpus.stat().st_size, lines.stat().st_size
    print(f"{count:,} reviews, {written / count:.0f} bytes each")
    print(
        f"  import: {ours.seconds:.1f} s, {ours.processor / count * 1e6:.0f} µs of processor a review,",
        end=" ",
    )
    print(f"{ours.memory / 1e6:.0f} MB at most, corpus {size / written:.2f} x the file")
    if "sqlite3" not in missing() and count >= LEAST_TIMED:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        build(lines, bare)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        least = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        times = f"import takes {ours.processor / least:.1f} x that"
        print(f"  bare FTS5: {least / count * 1e6:.0f} µs of processor a review; {times}")


def cost(command: list[str]) -> Cost:
    """Run a command to its end; what it prints goes nowhere."""
    began = time.perf_counter()
    nowhere = os.open(os.devnull, os.O_RDWR)
    streams = [(os.POSIX_SPAWN_DUP2, nowhere, stream) for stream in (0, 1, 2)]
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=streams)
    _, status, usage = os.wait4(process, 0)
    os.close(nowhere)
    if status and "rg" not in command[0]:  # which fails where nothing is found
        raise SystemExit(f"{' '.join(command)} failed")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def report(count: int, medians: dict[str, float], first: dict[str, float]) -> None:
    """Print the medians of one size, in milliseconds and beside `pass` and the first size."""
    print(f"\n{f'{count:,} reviews':<40}{'ms':>9}{'x pass':>9}{'x first':>9}")
    for what, seconds in medians.items():
        ratio = f"{seconds / first[what]:.2f}" if what in first else ""
        print(f"{what:<40}{seconds * 1000:>9.1f}{seconds / medians[BASELINE]:>9.1f}{ratio:>9}")
    print(flush=True)


if __name__ == "__main__":
    main()
