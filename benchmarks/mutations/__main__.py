"""Import spoilt inputs of every format; none may hang, crash, or be taken in by half.

    python -m benchmarks.mutations            10,000 inputs
    python -m benchmarks.mutations 300 7      so many, from another seed

Each import is a process with at most 1 GB of memory and ten seconds of the processor: a copy of this one,
in which the program is loaded already, so that ten thousand take minutes. Corpora are in memory, where
there is such a place: this is about inputs, not about disks. An input with which something goes wrong is
kept, and where is said.
"""

import gzip
import sys
import tempfile
import time
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from benchmarks.mutations.judging import HANG, TRACEBACK, judge
from benchmarks.mutations.spoiling import FORMATS, Case, cases
from reviewcli.changes import Stamp
from reviewcli.cli import run
from reviewcli.corpus import create_corpus
from reviewcli.sources.bundled import bundled_source
from reviewcli.sources.plaintext import Source

_IN_MEMORY = Path("/dev/shm")
COUNT = 10_000
KINDS = ("taken in", "refused", "hangs", "tracebacks", "otherwise wrong")


def main() -> None:
    """Import, judge and print a table; leave with 1 when anything went wrong."""
    count, seed = [*map(int, sys.argv[1:]), *(COUNT, 0)[len(sys.argv) - 1 :]]
    print(f"{'format':<12}{'inputs':>8}" + "".join(f"{kind:>16}" for kind in KINDS) + f"{'slowest s':>11}")
    wrong = 0
    for place, form in enumerate(FORMATS):
        share = count // len(FORMATS) + (place < count % len(FORMATS))
        wrong += measure(form, share, seed)
    if wrong:
        raise SystemExit(1)


def measure(form: str, count: int, seed: int) -> int:
    """Import so many inputs of a format and print a line; return with how many something was wrong."""
    found = Counter[str]()
    slowest = 0.0
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None) as folder:
        template = prepare(Path(folder), form)
        for case in cases(form, count, seed):
            verdict = judge(case, template, Path(folder))
            slowest = max(slowest, verdict.seconds)
            found[kind(verdict.wrong) or ("refused" if verdict.refused else "taken in")] += 1
            if verdict.wrong:
                print(f"{keep(case)}: {verdict.wrong}", file=sys.stderr)
    print(f"{form:<12}{count:>8,}" + "".join(f"{found[kind]:>16,}" for kind in KINDS), end="")
    print(f"{slowest:>11.1f}  ({time.monotonic() - began:.0f} s in all)", flush=True)
    return sum(found[kind] for kind in KINDS[2:])


def prepare(folder: Path, form: str) -> Path:
    """Make a corpus into copies of which the inputs are imported, and load the program by an import."""
    template = folder / "template.db"
    there = bundled_source() if form == "dumps" else Source("old.txt", None, "", "What was there before.")
    create_corpus(template, [there], Stamp("ada", "2026-01-02T03:04:05+00:00", "reviewcli list"))
    page = folder / "page.txt.gz"
    page.write_bytes(gzip.compress("Très bien.\n---\nOù trouver la suite ?".encode("cp1252")))
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        run(["import", str(page), "--corpus", str(folder / "other.db")])
    return template


def kind(wrong: str) -> str:
    """Say under what a mistake is counted; nothing for none."""
    if not wrong:
        return ""
    return KINDS[2] if wrong == HANG else KINDS[3] if wrong.startswith(TRACEBACK) else KINDS[4]


def keep(case: Case) -> Path:
    """Keep an input where it can be looked at."""
    folder = Path(tempfile.mkdtemp(prefix="mutation-"))
    (folder / case.name).write_bytes(case.data)
    if case.decisions is not None:
        (folder / f"{Path(case.name).stem}.decisions.json").write_bytes(case.decisions)
    return folder


if __name__ == "__main__":
    main()
