"""Say what a command did, a sentence a line, and which settings are in force."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reviewcli.numbers import format_numbers
from reviewcli.views.door import json_text, line, plain_field
from reviewcli.views.terminal import on_terminal, show
from reviewcli.views.theme import label_style

if TYPE_CHECKING:
    from reviewcli.annotating import Tagging
    from reviewcli.importing import Intake, TableCounts
    from reviewcli.noting import Noting
    from reviewcli.reshaping import Merging

Piece = tuple[str, str]
Fact = tuple[str, str, str]


def print_lines(lines: Iterable[list[Piece]], *, color: bool) -> None:
    """Print lines made of styled pieces; Rich is loaded only for a terminal."""
    if not on_terminal():
        sys.stdout.writelines("".join(line(text) for text, _ in pieces) + "\n" for pieces in lines)
        return
    from rich.text import Text

    for pieces in lines:
        show(Text.assemble(*((line(text), style) for text, style in pieces)), color=color)


def tagging_lines(taggings: Iterable["Tagging"]) -> Iterator[list[Piece]]:
    """Say of each review which label it has now and which it had."""
    for one in taggings:
        start: list[Piece] = [("Review ", ""), (str(one.number), "bold cyan"), (": ", "")]
        if not one.changed:
            yield [*start, ("nothing to change.", "")]
        elif one.added is None:
            yield [*start, *_labels(one.removed), (" taken off.", "")]
        elif one.removed:
            yield [*start, *_labels([one.added]), (", was ", ""), *_labels(one.removed), (".", "")]
        else:
            yield [*start, *_labels([one.added]), (".", "")]


def noting_lines(notings: Iterable["Noting"]) -> Iterator[list[Piece]]:
    """Say of each review what was done about its notes."""
    for one in notings:
        notes = "note" if one.removed == 1 else f"{one.removed} notes"
        done = "noted" if one.added else f"{notes} taken off" if one.removed else "nothing to change"
        yield [("Review ", ""), (str(one.number), "bold cyan"), (f": {done}.", "")]


def _labels(names: Iterable[str]) -> list[Piece]:
    pieces: list[Piece] = []
    for name in names:
        pieces += [(", ", "")] * bool(pieces) + [(name, label_style(name))]
    return pieces


def merging_lines(merging: "Merging") -> Iterator[list[Piece]]:
    """Say which review holds the text of the others now."""
    gone = format_numbers(merging.gone)
    one = len(merging.gone) == 1
    what = f"Review {gone} is part of review " if one else f"Reviews {gone} are part of review "
    yield [(what, ""), (str(merging.number), "bold cyan"), (" now.", "")]


def splitting_lines(numbers: Sequence[int]) -> Iterator[list[Piece]]:
    """Say which reviews were made of one."""
    first, *others = numbers
    what = "review " if len(others) == 1 else "reviews "
    yield [
        (f"What followed in review {first} is ", ""),
        (what, ""),
        (format_numbers(others), "bold cyan"),
        (" now.", ""),
    ]


def intake_lines(intakes: Iterable["Intake"]) -> Iterator[list[Piece]]:
    """Say of each source how many reviews it gave, their numbers, and what is to be looked at."""
    for intake in intakes:
        new = len(intake.numbers)
        parts = [f"{new:,} new {'review' if new == 1 else 'reviews'}"]
        if new:
            parts[0] += f" (number {format_numbers(intake.numbers)})"
        if intake.known:
            parts.append(f"{intake.known:,} already there")
        if intake.table:
            parts += _rows_said(intake.table)
        if intake.open_edges or intake.open_inside:
            parts.append(open_gaps_said(intake.open_edges, intake.open_inside))
        yield [(intake.source, "bold"), (": " + " ".join((f"{', '.join(parts)}.", *intake.notes)), "")]


def _rows_said(table: "TableCounts") -> Iterator[str]:
    """Say what became of the rows that gave no new review."""
    for count, what in (
        (table.changed, "changed"),
        (table.empty, "without a text"),
        (table.rejects.count, "rejected"),
    ):
        if count:
            yield f"{count:,} {what}"
    if table.labels:
        yield f"{table.labels:,} {'label' if table.labels == 1 else 'labels'}"
    yield f"{table.read:,} {'row' if table.read == 1 else 'rows'} read"


def open_gaps_said(edges: int, inside: int) -> str:
    """Say how many boundaries, and how many gaps inside reviews, a person should be asked about."""
    parts = [f"{edges:,} doubtful {'boundary' if edges == 1 else 'boundaries'}"] if edges else []
    if inside:
        parts.append(f"{inside:,} doubtful {'gap' if inside == 1 else 'gaps'} inside reviews")
    return " and ".join(parts)


def write_facts(facts: list[Fact], form: str, *, color: bool) -> None:
    """Print settings as a table, as tab-separated lines or as one JSON object."""
    if form == "json":
        told = {name.replace(" ", "_"): {"value": value, "decided_by": by} for name, value, by in facts}
        sys.stdout.write(json_text(told, indent=2) + "\n")
    elif form == "plain":
        sys.stdout.writelines("\t".join(plain_field(part) for part in fact) + "\n" for fact in facts)
    else:
        from reviewcli.views.listing import fact_table

        show(fact_table(facts), color=color)
