"""Measure whole commands as a person waits for them, in multiples of `python -c pass`.

    python -m benchmarks.startup

Every figure is the median of 25 runs, all commands taken in turn so that a busy moment hits each alike.
"""

import os
import platform
import pty
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reviewcli.changes import Stamp
from reviewcli.corpus import create_corpus, open_corpus
from reviewcli.documents import review_document
from reviewcli.model import Review, Span
from reviewcli.writing import writing

RUNS = 25
LARGE = 100_000
BASELINE = "python -c pass"
STAMP = Stamp("ada", "2026-01-02T03:04:05.678+00:00", "benchmark")
# What anyone would write first: the same table, with the same libraries.
NAIVE = """
import typer
from rich.console import Console
from rich.table import Table
from tinydb import TinyDB
app = typer.Typer()
@app.command()
def list(path: str):
    table = Table("#", "Review", "Words")
    for document in TinyDB(path).table("reviews").all():
        table.add_row(str(document["number"]), document["text"][:60], str(len(document["text"].split())))
    Console().print(table)
@app.command()
def other(): ...
app()
"""


class Command(NamedTuple):
    """A command line to time: what to call it, its words, whether a terminal reads it, what it must print."""

    name: str
    words: list[str]
    terminal: bool = False
    expect: str = ""


def main() -> None:
    """Measure, and print a table with the machine and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        environment = prepare(Path(folder))
        commands = list(all_commands(Path(folder)))
        times: dict[str, list[float]] = {command.name: [] for command in commands}
        for _ in range(RUNS + 1):
            for command in commands:
                times[command.name].append(seconds(command, environment))
    report({name: statistics.median(taken[1:]) for name, taken in times.items()})


def prepare(folder: Path) -> dict[str, str]:
    """Make the default corpus and a large one in a home of their own; return the environment to run in."""
    environment = {**os.environ, "HOME": str(folder), "TERM": "xterm-256color", "COLUMNS": "80"}
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "REVIEWCLI_CORPUS", "REVIEWCLI_ANNOTATOR"):
        environment.pop(name, None)
    program = reviewcli()
    subprocess.run([program, "count"], env=environment, check=True, capture_output=True)
    plain = folder / "plain.json"
    bundled = folder / ".local/share/reviewcli/corpus.db"
    with open_corpus(bundled) as corpus:
        texts = [review.text for review in corpus.reviews()]
    create_corpus(plain)
    for path, count in ((plain, 8), (folder / "large.db", LARGE)):
        create_corpus(path)
        with open_corpus(path) as corpus, writing(corpus.database, STAMP) as writer:
            writer.add_many("reviews", documents(texts, count))
    (folder / "naive.py").write_text(NAIVE)
    return environment


def documents(texts: list[str], count: int) -> Iterator[dict[str, object]]:
    """Give the documents of `count` reviews, by turns with the bundled texts and a number."""
    for number in range(1, count + 1):
        text = f"{texts[number % len(texts)]}\nNumber {number}."
        yield review_document(
            Review(number, f"{number:020}", text, "large.txt", Span(0, 1)),
            {"source": 1, "start": 0, "end": 1},
        )


def all_commands(folder: Path) -> Iterator[Command]:
    """Name the commands that are timed."""
    program = reviewcli()
    large = str(folder / "large.db")
    naive = [sys.executable, str(folder / "naive.py"), "list", str(folder / "plain.json")]
    yield Command(BASELINE, [sys.executable, "-c", "pass"])
    yield Command("list", [program, "list"], terminal=True, expect="8 reviews")
    yield Command("list --format json", [program, "list", "--format", "json"], expect='"number": 8')
    yield Command("--help", [program, "--help"], expect="reviewcli tag 3 critical")
    yield Command("search Zinoviev", [program, "search", "Zinoviev"], terminal=True, expect="Zinoviev")
    yield Command("tag, 8 reviews", [program, "tag", "3", "critical"], expect="Review 3")
    yield Command(
        f"tag, {LARGE:,} reviews", [program, "tag", "3", "critical", "--corpus", large], expect="Review 3"
    )
    yield Command("a naive program's list", naive, terminal=True, expect="Review")


def reviewcli() -> str:
    """Name the installed program."""
    return str(Path(sys.executable).with_name("reviewcli"))


def seconds(command: Command, environment: dict[str, str]) -> float:
    """Run a command once and return its wall time in seconds; it must print what is expected."""
    start = time.perf_counter()
    output = on_terminal(command, environment) if command.terminal else piped(command, environment)
    taken = time.perf_counter() - start
    if command.name.startswith("tag"):
        undo = ["untag", *(word for word in command.words[2:] if word != "critical")]
        subprocess.run([command.words[0], *undo], env=environment, check=True, capture_output=True)
    if command.expect not in output:
        raise SystemExit(f"{command.name} printed something else:\n{output}")
    return taken


def piped(command: Command, environment: dict[str, str]) -> str:
    """Run with a pipe for output."""
    return subprocess.run(command.words, env=environment, check=True, capture_output=True, text=True).stdout


def on_terminal(command: Command, environment: dict[str, str]) -> str:
    """Run with a pseudo-terminal for output."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(command.words, env=environment, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        read = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    if process.returncode:
        raise SystemExit(f"{command.name} failed:\n{read.decode()}")
    return read.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end was closed
        return b""


def report(medians: dict[str, float]) -> None:
    """Print the medians and what they are multiples of."""
    base = medians[BASELINE]
    tag, large = (taken for name, taken in medians.items() if name.startswith("tag"))
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    print(f"median of {RUNS} runs; times are noisy, ratios less so\n")
    print(f"{'command':<28}{'ms':>8}{'ratio':>8}")
    for name, taken in medians.items():
        print(f"{name:<28}{taken * 1000:>8.1f}{taken / base:>8.2f}")
    print(f"\ntag with {LARGE:,} reviews costs {large / tag:.2f} times tag with 8")


if __name__ == "__main__":
    main()
