"""Write results for programs: plain lines, JSON, JSON lines and CSV, complete and always the same."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, NamedTuple

from reviewcli.jsonlines import json_array
from reviewcli.model import Review
from reviewcli.records import record
from reviewcli.text import count_words
from reviewcli.views.door import block, json_text, plain_field

MachineFormat = Literal["plain", "json", "jsonl", "csv"]

CSV_COLUMNS = tuple(
    "number key text title author rating date language item source words labels notes confidence".split()
)


class Shape(NamedTuple):
    """How one kind of result is written: as a JSON object, as a plain line, and as cells of columns."""

    record: Callable[[Any], dict[str, Any]]
    plain_line: Callable[[Any], str]
    columns: tuple[str, ...]
    cells: Callable[[Any], dict[str, Any]]


def cells(review: Review) -> dict[str, Any]:
    """Return a review as CSV has it: lists are one cell."""
    return record(review) | {"labels": ",".join(review.labels), "notes": "\n".join(review.notes)}


def plain_line(review: Review) -> str:
    """Write a review as number, labels, language, words and whole text, separated by tabs."""
    fields = (
        str(review.number),
        ",".join(review.labels),
        review.language or "",
        str(count_words(review.text)),
    )
    return "\t".join(plain_field(field) for field in (*fields, review.text)) + "\n"


REVIEWS = Shape(record, plain_line, CSV_COLUMNS, cells)


def write_records(results: Iterable[Any], form: MachineFormat, shape: Shape = REVIEWS) -> None:
    """Write results to standard output as they come."""
    for line in lines(results, form, shape, ascii_only=not utf8(sys.stdout.encoding)):
        sys.stdout.write(line)


def utf8(encoding: str | None) -> bool:
    """Tell whether an output takes every character."""
    return (encoding or "").lower().replace("-", "").replace("_", "") == "utf8"


def lines(
    results: Iterable[Any], form: MachineFormat, shape: Shape = REVIEWS, *, ascii_only: bool = False
) -> Iterator[str]:
    """Give the output in pieces, each ending a line."""
    match form:
        case "plain":
            return (shape.plain_line(one) for one in results)
        case "jsonl":
            return (json_text(shape.record(one), ascii_only=ascii_only) + "\n" for one in results)
        case "json":
            return json_array(map(shape.record, results), ascii_only=ascii_only)
        case "csv":
            return _csv(results, shape)


def _csv(results: Iterable[Any], shape: Shape) -> Iterator[str]:
    import csv
    import io

    from reviewcli.spreadsheet import neutral_cell

    def cell(value: object) -> object:
        return neutral_cell(block(value)) if isinstance(value, str) else value

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")

    def row(values: Iterable[object]) -> str:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(values)
        return buffer.getvalue()

    yield row(shape.columns)
    for one in results:
        fields = shape.cells(one)
        yield row(cell(fields[name]) for name in shape.columns)
