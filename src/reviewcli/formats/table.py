"""Say a review as one row of a table, complete but for what has no place in a cell."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from reviewcli.jsonlines import json_text
from reviewcli.model import Review
from reviewcli.records import annotations_of, record
from reviewcli.spreadsheet import neutral_cell

COLUMNS = (
    *(
        "number",
        "key",
        "text",
        "title",
        "author",
        "rating",
        "rating_scale",
        "date",
        "language",
        "item",
        "source",
    ),
    *(
        "words",
        "labels",
        "annotations",
        "notes",
        "helpful",
        "verified",
        "recommended",
        "confidence",
        "doubtful",
    ),
    *("decided", "start", "end"),
)


def row(review: Review) -> list[Any]:
    """Return the cells of a review: labels joined by commas, notes by line ends, annotations as JSON."""
    fields = record(review) | {
        "labels": ",".join(review.labels),
        "annotations": json_text(annotations_of(review)) if review.annotations else None,
        "notes": "\n".join(review.notes) or None,
        "start": review.span.start,
        "end": review.span.end,
    }
    return [fields[name] for name in COLUMNS]


def separated(rows: Iterable[Iterable[Any]], delimiter: str) -> Iterator[bytes]:
    """Write rows with a delimiter and quotes as RFC 4180 has them; no cell is a formula to a spreadsheet."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")  # so that \r in a cell is quoted
    for cells in rows:
        writer.writerow(neutral_cell(cell) if isinstance(cell, str) else cell for cell in cells)
        yield (buffer.getvalue()[:-2] + "\n").encode()
        buffer.seek(0)
        buffer.truncate()
