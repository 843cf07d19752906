"""Run every family of faults and print a table.

    python -m benchmarks.faults                 the counts that are published; some two hours
    python -m benchmarks.faults --short         some of each, in a minute
    python -m benchmarks.faults kills damage    only these families

Ends with 1 when a corpus of ours failed; beside them a stock TinyDB file meets the same faults.
"""

import argparse
import os
import platform
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Protocol

from benchmarks.faults.calls import errors_at_calls, kill_at_calls
from benchmarks.faults.damages import damage, replace_by_foreign
from benchmarks.faults.driving import ENDING, load_everything
from benchmarks.faults.kills import kill_at_random
from benchmarks.faults.limits import limit_files
from benchmarks.faults.operations import calls_of_operations, kill_operations
from benchmarks.faults.programs import PROGRAMS, Program
from benchmarks.faults.results import HEADING, Result
from benchmarks.faults.signalling import ask_to_end
from benchmarks.faults.writers import kill_and_stop, many_writers


class Family(Protocol):
    """Hurt one program in one way, `short` or as often as is published."""

    def __call__(self, program: Program, root: Path, *, short: bool) -> Iterable[Result]:
        """Return a result for each fault of the family."""
        ...


def kills(program: Program, root: Path, *, short: bool) -> list[Result]:
    """Kill at random moments."""
    return [kill_at_random(program, root, 20 if short else 1000)]


def writers(program: Program, root: Path, *, short: bool) -> list[Result]:
    """Write from many processes."""
    return [many_writers(program, root, *((4, 20) if short else (8, 500)))]


def stops(program: Program, root: Path, *, short: bool) -> list[Result]:
    """Kill and stop writers."""
    return [kill_and_stop(program, root, 4, 1 if short else 60)]


def signals(program: Program, root: Path, *, short: bool) -> list[Result]:
    """Ask writers to end."""
    return [ask_to_end(program, root, number, 6 if short else 300) for number in ENDING]


def calls(program: Program, root: Path, *, short: bool) -> list[Result]:
    """Kill at each system call, and let each fail."""
    return [*kill_at_calls(program, root, short=short), *errors_at_calls(program, root, short=short)]


def limits(program: Program, root: Path, *, short: bool) -> list[Result]:
    """Let files grow only so far."""
    return [limit_files(program, root, step=24_000 if short else 1_000)]


def damages(program: Program, root: Path, *, short: bool) -> list[Result]:
    """Damage files, and put others in their place."""
    return [damage(program, root, 20 if short else 1000), replace_by_foreign(program, root)]


def operations(program: Program, root: Path, *, short: bool) -> Iterable[Result]:
    """Kill, and let fail, each command that writes."""
    if program.name == "stock":
        return []
    return chain(
        kill_operations(program.name, root, short=short), calls_of_operations(program.name, root, short=short)
    )


FAMILIES: dict[str, Family] = {
    "kills": kills,
    "writers": writers,
    "calls": calls,
    "limits": limits,
    "signals": signals,
    "damages": damages,
    "stops": stops,
    "operations": operations,
}


def main() -> int:
    """Run what was asked for; return 1 when something of ours failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__.splitlines()[0])
    parser.add_argument("families", nargs="*", choices=[*FAMILIES, []], help="all of them when none is named")
    parser.add_argument("--short", action="store_true")
    asked = parser.parse_args()
    load_everything()
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    print(
        f"{platform.platform()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"{os.cpu_count()} cores\n\n{HEADING}"
    )
    results: list[Result] = []
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as root:
        for name in asked.families or FAMILIES:
            for program in PROGRAMS:
                for result in FAMILIES[name](program, Path(root), short=asked.short):
                    print(result.row(), flush=True)
                    results.append(result)
    ours = sum(one.failures.total() for one in results if one.program != "stock")
    print(
        f"\n{ours} failures of ours in {sum(one.cases for one in results):,} cases, "
        f"{time.monotonic() - began:.0f} seconds"
    )
    return 1 if ours else 0


if __name__ == "__main__":
    sys.exit(main())
