"""Share how files are written and loaded by the verbs that have it as an option."""

import sys
from pathlib import Path

from reviewcli.commands.session import Session
from reviewcli.errors import UsageError

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


def load_annotations(name: str, session: Session, *, preview: bool) -> None:
    """Load a dump from a file, or from standard input, and report what it brought."""
    from reviewcli.exchange.loading import load
    from reviewcli.exchange.reading import read_dump
    from reviewcli.sources.plaintext import read_whole
    from reviewcli.views.exchange import report_lines
    from reviewcli.views.reports import print_lines

    label = "standard input" if name == STDIN else Path(name).name
    with session.progress() as progress:
        data = read_whole(name, progress)
    dump = read_dump(data, label)
    with session.corpus() as corpus:
        report = load(corpus.database, corpus.history(), dump, session.stamp(), dry_run=preview)
    print_lines(report_lines(report, label), color=session.color)
    if preview:
        session.say("Nothing was written: this was a preview.")
    elif report.written:
        session.say_way_back()
