"""Write the entries of the history for programs, and in a line for people."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from reviewcli.history import Entry
from reviewcli.runs import format_runs
from reviewcli.values import Value
from reviewcli.views.door import line, plain_field
from reviewcli.views.records import Shape
from reviewcli.views.reports import Piece
from reviewcli.views.theme import NUMBER
from reviewcli.views.values import value_line, value_record

ENTRY_COLUMNS = tuple("change time annotator did command reviews undoes redoes undone_by".split())


def entry_record(entry: Entry) -> dict[str, Any]:
    """Return an entry as the JSON object that programs rely on; keys may be added, never taken away."""
    return {
        "change": entry.number,
        "time": entry.time,
        "annotator": entry.annotator,
        "did": entry.did,
        "command": entry.command,
        "reviews": format_runs(entry.about),
        "undoes": entry.undoes,
        "redoes": entry.redoes,
        "undone_by": entry.undone_by,
    }


def entry_shape(values_of: Callable[[Entry], Iterable[Value]] | None = None) -> Shape:
    """Say how entries are written; with the values that each changed if asked for."""

    def record(entry: Entry) -> dict[str, Any]:
        told = {"values": [value_record(one) for one in values_of(entry)]} if values_of else {}
        return entry_record(entry) | told

    def cells(entry: Entry) -> dict[str, Any]:
        told = {"values": "\n".join(in_words(values_of(entry)))} if values_of else {}
        return entry_record(entry) | told

    def plain_line(entry: Entry) -> str:
        told = ["; ".join(in_words(values_of(entry)))] if values_of else []
        return "\t".join(plain_field(field) for field in (*entry_fields(entry), *told)) + "\n"

    return Shape(record, plain_line, (*ENTRY_COLUMNS, *(["values"] if values_of else [])), cells)


def entry_fields(entry: Entry) -> tuple[str, ...]:
    """Return an entry as number, time, annotator, what it did, command and what undid it."""
    undone = f"undone by {entry.undone_by}" if entry.undone_by else ""
    return str(entry.number), entry.time, entry.annotator, entry.did, entry.command, undone


def in_words(values: Iterable[Value]) -> Iterator[str]:
    """Say every value in words."""
    return ("".join(text for text, _ in value_line(value)) for value in values)


def entry_heading(entry: Entry, verb: str) -> list[Piece]:
    """Say which change an undo or a redo is about."""
    who = f" ({entry.annotator}, {local_time(entry.time)}): "
    return [(f"{verb} change ", ""), (str(entry.number), NUMBER), (who, "dim"), (f"{entry.did}.", "")]


def local_time(time: str) -> str:
    """Write a stored time as the clock on the wall here showed it, to the minute."""
    try:
        return datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return line(time[:16])
