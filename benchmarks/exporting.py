"""Measure exports: reviews a second of processor time, and how much memory, by format.

    python -m benchmarks.exporting                 100,000 reviews as JSON lines
    python -m benchmarks.exporting 1000000 csv     another number, another format

Each export is a process of its own. What it costs merely to read the reviews is measured beside it.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tinydb.table import Document

from reviewcli.corpus import create_corpus, open_corpus
from reviewcli.documents import annotation_document, review_document
from reviewcli.model import Annotation, Boundary, Review, Span

BATCH = 5_000
CUT = Boundary(1.0, ("explicit_separator",))
TIME = "2026-01-02T03:04:05.678+00:00"
WORDS = Path(__file__).parents[1].joinpath("data", "reviews.txt").read_text(encoding="utf-8").split()


def main() -> None:
    """Measure, check and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    forms = sys.argv[2:] or ["jsonl"]
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, {count:,} reviews\n")
    print(f"{'what':<22}{'CPU s':>8}{'reviews/CPU s':>16}{'peak MB':>10}")
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.db"
        fill(corpus, count)
        row("reading", count, reading(corpus, count), 0)
        for form in forms:
            target = Path(folder) / f"out-{form}"
            seconds, memory = exported(corpus, target, form)
            if form == "jsonl" and sum(1 for _ in target.open("rb")) != count:
                raise SystemExit("reviews are missing")
            row(form, count, seconds, memory)


def row(what: str, count: int, seconds: float, memory: int) -> None:
    """Print one line of the table."""
    print(f"{what:<22}{seconds:>8.2f}{count / seconds:>16,.0f}{memory / 1e6 if memory else 0:>10.0f}")


def reading(corpus: Path, count: int) -> float:
    """Read all reviews and return the processor's seconds."""
    start = time.process_time()
    with open_corpus(corpus) as opened, opened.database.snapshot():
        if sum(1 for _ in opened.reviews()) != count:
            raise SystemExit("reviews are missing")
    return time.process_time() - start


def exported(corpus: Path, target: Path, form: str) -> tuple[float, int]:
    """Export all reviews in a process of its own; return its processor time and peak memory."""
    words = ("export", str(target), "--to", form, "--corpus", str(corpus), "--quiet")
    child = subprocess.Popen([sys.executable, "-m", "reviewcli", *words], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"the export ended with {child.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def fill(corpus: Path, count: int) -> None:
    """Make a corpus of reviews of 10 to 90 words, every second of which has a label."""
    chance = random.Random(3)
    create_corpus(corpus)
    with open_corpus(corpus) as opened:
        reviews, annotations = opened.database.table("reviews"), opened.database.table("annotations")
        for first in range(1, count + 1, BATCH):
            numbers = range(first, min(first + BATCH, count + 1))
            reviews.write_all([made_up(number, chance) for number in numbers])
            labelled = [number for number in numbers if number % 2]
            annotations.write_all([label_of(number, chance) for number in labelled])


def made_up(number: int, chance: random.Random) -> Document:
    """Return a stored review of words drawn from real ones."""
    text = " ".join(chance.choices(WORDS, k=chance.randint(10, 90)))
    span = Span(1000 * number, 1000 * number + len(text))
    facts = {"title": "Fine", "author": f"user {number}", "rating": 4.0, "date": "2020-02-29"}
    review = Review(number, f"{number:020x}", text, "a.csv", span, "en", CUT, CUT, **facts)  # type: ignore[arg-type]  # a mixed bag
    return Document(review_document(review, {"source": 1, "start": span.start, "end": span.end}), number)


def label_of(number: int, chance: random.Random) -> Document:
    """Return a stored annotation of a review."""
    label = chance.choice(["positive", "mixed", "critical"])
    return Document(annotation_document(number, Annotation(label, "sentiment", "ada", TIME)), number)


if __name__ == "__main__":
    main()
