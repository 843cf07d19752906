"""Measure imports of large texts: how long they take, and how much memory, beside merely reading them.

    python -m benchmarks.importing            10 and 100 MB, and 10 MB with the model
    python -m benchmarks.importing 10 1000    other sizes, in MB

Each import is a process of its own, into a new corpus. Memory is the most that was resident at any time.
"""

import os
import platform
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

MEGABYTE = 1_000_000
SIZES = (10, 100)
WITH_MODEL = 10
GROWTH = 16 * MEGABYTE
"""How many bytes more than the smallest a larger import may hold, beside those for every review."""

BYTES_A_REVIEW = 40
READ = "import sys\nfor _ in open(sys.argv[1], encoding='utf-8', newline='\\n'): pass"
PROGRAM = (sys.executable, "-m", "reviewcli", "import", "--quiet")
TEXT = Path(__file__).parents[1] / "data" / "reviews.txt"


class Taken(NamedTuple):
    """What one process took: seconds, and bytes at its largest."""

    seconds: float
    memory: int


def main() -> None:
    """Measure, check and print a table."""
    sizes = [int(word) for word in sys.argv[1:]] or [*SIZES]
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores\n")
    print(f"{'what':<22}{'MB':>7}{'reviews':>10}{'seconds':>10}{'MB/s':>8}{'peak MB':>9}{'x reading':>11}")
    least: int | None = None
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            text = Path(folder) / f"{size}.txt"
            reviews = write_text(text, size * MEGABYTE)
            reading = taken([sys.executable, "-c", READ, str(text)])
            row("reading it", size, 0, reading, reading)
            first = measured(text, "blank", reviews, reading)
            least = min(first, least or first)
            if first > least + GROWTH + BYTES_A_REVIEW * reviews:
                raise SystemExit(f"{first / MEGABYTE:.0f} MB are not bounded")
            if size <= WITH_MODEL:
                measured(text, "model", None, reading)
            text.unlink()


def measured(text: Path, rule: str, reviews: int | None, reading: Taken) -> int:
    """Import a text twice and print both; return how much memory the first import took."""
    size = round(text.stat().st_size / MEGABYTE)
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.db"
        command = [*PROGRAM, str(text), "--split", rule, "--corpus", str(corpus)]
        first = taken(command)
        found = count(corpus)
        if reviews is not None and found != reviews:
            raise SystemExit(f"{found} reviews are not the {reviews} that were written")
        row(f"import, {rule}", size, found, first, reading)
        row("  again", size, found, taken(command), reading)
        if count(corpus) != found:
            raise SystemExit("a second import added reviews")
    return first.memory


def write_text(path: Path, size: int) -> int:
    """Write reviews of one to four paragraphs, a blank line after each; return how many."""
    written = reviews = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for review in all_reviews():
            file.write(review)
            written += len(review.encode())
            reviews += 1
            if written >= size:
                return reviews
    raise AssertionError


def all_reviews() -> Iterator[str]:
    """Give reviews without end, made of the words of the bundled ones, the same each time."""
    source = random.Random(1)
    words = TEXT.read_text(encoding="utf-8").split()
    while True:
        lengths = [source.randint(20, 160) for _ in range(source.randint(1, 4))]
        yield "\n".join(" ".join(source.choices(words, k=length)) for length in lengths) + "\n\n"


def taken(command: list[str]) -> Taken:
    """Run a command to its end; what it prints goes nowhere."""
    began = time.perf_counter()
    nowhere = os.open(os.devnull, os.O_RDWR)
    streams = [(os.POSIX_SPAWN_DUP2, nowhere, stream) for stream in (0, 1)]
    process = os.posix_spawn(command[0], command, os.environ, file_actions=streams)
    _, status, usage = os.wait4(process, 0)
    os.close(nowhere)
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    unit = 1 if sys.platform == "darwin" else 1024
    return Taken(time.perf_counter() - began, usage.ru_maxrss * unit)


def count(corpus: Path) -> int:
    """Count the reviews of a corpus."""
    from reviewcli.corpus import open_corpus

    with open_corpus(corpus) as opened:
        return opened.count()


def row(what: str, size: int, reviews: int, one: Taken, reading: Taken) -> None:
    """Print one line of the table."""
    print(
        f"{what:<22}{size:>7,}{reviews:>10,}{one.seconds:>10.1f}{size / one.seconds:>8.1f}"
        f"{one.memory / MEGABYTE:>9.1f}{one.seconds / reading.seconds:>11.1f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
