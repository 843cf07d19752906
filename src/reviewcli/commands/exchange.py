"""Share how files are written and loaded by the verbs that have it as an option."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reviewcli.commands.session import Session
from reviewcli.errors import ReviewError, UsageError

if TYPE_CHECKING:
    from reviewcli.model import Review
    from reviewcli.views.records import MachineFormat

FORMS: dict[str, "MachineFormat"] = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".tsv": "plain"}
STDIN = STDOUT = "-"


def only(files: list[str]) -> str:
    """Return the one file that a dump is."""
    if len(files) != 1:
        raise UsageError("Annotations are one file.", hint="Name one file, or -.")
    return files[0]


def write_annotations(name: str, session: Session, *, force: bool) -> None:
    """Write all that people did to a file, or to standard output."""
    from reviewcli.exchange.collecting import facts_of
    from reviewcli.exporting import write_beside
    from reviewcli.views.door import json_text, line

    with session.corpus() as corpus, corpus.database.snapshot():
        lines = [json_text(fact) + "\n" for fact in facts_of(corpus.database, corpus.history())]
    if name == STDOUT:
        sys.stdout.writelines(lines)
        return
    write_beside(Path(name), lines, force=force)
    count = len(lines) - 1
    sys.stdout.write(line(f"{name}: {count:,} {'fact' if count == 1 else 'facts'}.") + "\n")


def write_reviews(name: str, query: str, session: Session, *, force: bool) -> None:
    """Write the reviews that answer a query to a file, in the form that its name tells."""
    from reviewcli.exporting import write_beside
    from reviewcli.views.door import line
    from reviewcli.views.records import lines, write_records

    form = FORMS.get(Path(name).suffix.lower()) if name != STDOUT else "jsonl"
    if form is None:
        raise UsageError(
            f"The name {name} does not tell the form.", hint=f"Let it end in {', '.join(FORMS)}."
        )
    written = 0

    def counted(reviews: Iterable["Review"]) -> Iterator["Review"]:
        nonlocal written
        for written, review in enumerate(reviews, 1):  # noqa: B007  # told at the end
            yield review

    with session.corpus() as corpus:
        found = counted(corpus.reviews(query))
        if name == STDOUT:
            write_records(found, form)
            return
        write_beside(Path(name), lines(found, form), force=force)
    sys.stdout.write(line(f"{name}: {written:,} {'review' if written == 1 else 'reviews'}.") + "\n")


def load_annotations(name: str, session: Session, *, preview: bool) -> None:
    """Load a dump from a file, or from standard input, and report what it brought."""
    from reviewcli.exchange.loading import load
    from reviewcli.exchange.reading import read_dump
    from reviewcli.views.exchange import report_lines
    from reviewcli.views.reports import print_lines

    label = "standard input" if name == STDIN else Path(name).name
    dump = read_dump(_read(name), label)
    with session.corpus() as corpus:
        report = load(corpus.database, corpus.history(), dump, session.stamp(), dry_run=preview)
    print_lines(report_lines(report, label), color=session.color)
    if preview:
        session.say("Nothing was written: this was a preview.")
    elif report.written:
        session.say_way_back()


def _read(name: str) -> bytes:
    if name == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise ReviewError(f"{name} cannot be read: {error.strerror}.", hint="Check the name.") from error
