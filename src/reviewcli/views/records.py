"""Write reviews for programs: plain lines, JSON, JSON lines and CSV, complete and always the same."""

import sys
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from reviewcli.model import Boundary, Review
from reviewcli.split.cues.reasons import worded
from reviewcli.text import count_words
from reviewcli.views.door import block, json_text, plain_field

MachineFormat = Literal["plain", "json", "jsonl", "csv"]

CSV_COLUMNS = tuple(
    "number key text title author rating date language item source words labels notes confidence".split()
)


def record(review: Review) -> dict[str, Any]:
    """Return a review as the JSON object that programs rely on; keys may be added, never taken away."""
    return {
        "number": review.number,
        "key": review.key,
        "text": review.text,
        "title": review.title,
        "author": review.author,
        "rating": review.rating,
        "date": review.date,
        "language": review.language,
        "item": review.item,
        "source": review.source,
        "words": count_words(review.text),
        "labels": list(review.labels),
        "notes": list(review.notes),
        "confidence": review.confidence,
        "rating_scale": review.rating_scale,
        "helpful": review.helpful,
        "verified": review.verified,
        "recommended": review.recommended,
        "doubtful": review.doubtful,
        "decided": review.decided,
        "before": _boundary(review.before),
        "after": _boundary(review.after),
        "gaps": [{"after_paragraph": gap.after, **_boundary(gap.boundary)} for gap in review.gaps],
        "span": [review.span.start, review.span.end],
        "annotations": [
            {"label": one.label, "group": one.group, "annotator": one.annotator, "time": one.time}
            for one in review.annotations
        ],
    }


def _boundary(boundary: Boundary) -> dict[str, Any]:
    return {"confidence": boundary.confidence, "reasons": worded(boundary.reasons)}


def write_records(reviews: Iterable[Review], form: MachineFormat) -> None:
    """Write reviews to standard output as they come."""
    for line in lines(reviews, form, ascii_only=not utf8(sys.stdout.encoding)):
        sys.stdout.write(line)


def utf8(encoding: str | None) -> bool:
    """Tell whether an output takes every character."""
    return (encoding or "").lower().replace("-", "").replace("_", "") == "utf8"


def lines(reviews: Iterable[Review], form: MachineFormat, *, ascii_only: bool = False) -> Iterator[str]:
    """Give the output in pieces, each ending a line."""
    match form:
        case "plain":
            return (plain_line(review) for review in reviews)
        case "jsonl":
            return (json_text(record(review), ascii_only=ascii_only) + "\n" for review in reviews)
        case "json":
            return _array(reviews, ascii_only=ascii_only)
        case "csv":
            return _csv(reviews)


def plain_line(review: Review) -> str:
    """Write a review as number, labels, language, words and whole text, separated by tabs."""
    fields = (
        str(review.number),
        ",".join(review.labels),
        review.language or "",
        str(count_words(review.text)),
    )
    return "\t".join(plain_field(field) for field in (*fields, review.text)) + "\n"


def _array(reviews: Iterable[Review], *, ascii_only: bool) -> Iterator[str]:
    opening = "[\n"
    for review in reviews:
        yield opening + json_text(record(review), ascii_only=ascii_only)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def _csv(reviews: Iterable[Review]) -> Iterator[str]:
    import csv
    import io

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")

    def row(values: Iterable[object]) -> str:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(values)
        return buffer.getvalue()

    yield row(CSV_COLUMNS)
    for review in reviews:
        fields = record(review)
        fields |= {"labels": ",".join(review.labels), "notes": "\n".join(review.notes)}
        yield row(_cell(fields[name]) for name in CSV_COLUMNS)


def _cell(value: object) -> object:
    return block(value) if isinstance(value, str) else value
