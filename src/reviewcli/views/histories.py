"""Lay out the history of a corpus: who did what and when, newest first."""

from collections.abc import Callable, Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from reviewcli.history import Entry
from reviewcli.values import Value
from reviewcli.views import theme
from reviewcli.views.door import line
from reviewcli.views.entries import local_time
from reviewcli.views.values import value_lines

ValuesOf = Callable[[Entry], Iterable[Value]]
UNDONE = "strike dim"


def history_table(entries: Iterable[Entry], values_of: ValuesOf | None = None) -> Table:
    """Show each change in words with the command as typed below, and the values it changed if asked for."""
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, header_style=theme.HEADER)
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("When", no_wrap=True)
    table.add_column("Who", max_width=16, no_wrap=True, overflow="ellipsis")
    table.add_column("What", ratio=1, overflow="fold")
    for entry in entries:
        what = _what(entry)
        for pieces in value_lines(values_of(entry)) if values_of else ():
            what.append("\n").append_text(Text.assemble(*((line(text), style) for text, style in pieces)))
        table.add_row(
            Text(str(entry.number), theme.NUMBER),
            Text(local_time(entry.time), theme.QUIET),
            Text(line(entry.annotator)),
            what,
        )
    return table


def _what(entry: Entry) -> Text:
    what = Text(line(entry.did), UNDONE if entry.undone_by else "")
    if entry.undone_by:
        what.append(f" (undone by {entry.undone_by})", theme.DOUBT)
    return what.append("\n").append(line(entry.command), theme.QUIET)


def summary(entries: Sequence[Entry]) -> Text:
    """Say under a history how many changes it shows."""
    undone = sum(entry.undone_by is not None for entry in entries)
    parts = [f"{len(entries):,} {'change' if len(entries) == 1 else 'changes'}"]
    parts += [f"{undone:,} undone"] if undone else []
    return Text(" · ".join(parts), theme.QUIET)
