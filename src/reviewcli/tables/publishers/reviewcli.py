"""Read what `reviewcli export` writes, so that it comes back whole."""

import json
from collections.abc import Mapping
from typing import Any

from reviewcli.model import STARS
from reviewcli.tables.columns import text_in
from reviewcli.tables.entry import Entry, Field, Given, Publisher, Record, Refused, columns_of
from reviewcli.tables.labelling import labels_in, marked
from reviewcli.tables.values import Reader, number, truth, whole

_KEY_LENGTHS = range(1, 65)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("is no text")
    return value


_READERS: Mapping[str, Reader] = {
    **dict.fromkeys(("title", "author", "date", "language", "item", "source"), _text),
    **dict.fromkeys(("rating", "rating_scale"), number),
    "helpful": whole,
    **dict.fromkeys(("verified", "recommended"), truth),
}


def _read(record: Record) -> Entry:
    text = record.get("text")
    if not isinstance(text, str):
        text = text_in(record, "text")
    return Entry(
        text,
        fields_of(record),
        key_of(record),
        key=key_of(record),
        labels=_labels(record),
        notes=notes_of(record),
    )


def key_of(record: Mapping[str, Any]) -> str:
    """Return the key that a review was exported with; empty where there is none."""
    key = record.get("key")
    ours = isinstance(key, str) and len(key) in _KEY_LENGTHS and "source" in record
    return str(key) if ours else ""


def fields_of(record: Mapping[str, Any]) -> dict[str, Field]:
    """Return the fields of a review as they were exported. Raises Refused for what cannot be one."""
    found: dict[str, Field] = {}
    for name, read in _READERS.items():
        value = record.get(name)
        if value is None or (value == "" and read is not _text):
            continue
        try:
            said = read(value)
        except (ValueError, TypeError, OverflowError) as error:
            raise Refused(name, value, str(error)) from error
        if said is not None:
            found[name] = said
    rating, scale = found.get("rating"), found.get("rating_scale") or STARS
    if isinstance(rating, float) and isinstance(scale, int | float) and not 0 <= rating <= scale:
        raise Refused("rating", rating, f"is not a rating from 0 to {scale:g}")
    return found


def notes_of(record: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the notes of a review: a list, or in a cell a line each."""
    notes = record.get("notes")
    if isinstance(notes, str):
        return tuple(notes.split("\n")) if notes else ()
    return tuple(one for one in notes if isinstance(one, str)) if isinstance(notes, list) else ()


def _labels(record: Record) -> tuple[Given, ...]:
    annotations = record.get("annotations")
    if isinstance(annotations, str) and annotations:
        try:
            annotations = json.loads(annotations)
        except (ValueError, RecursionError) as error:
            raise Refused("annotations", annotations, "is no JSON") from error
    if isinstance(annotations, list) and annotations:
        return tuple(_given(one) for one in annotations)
    if named := marked(record, grouped=True):
        return named
    if isinstance(record.get("label"), list):
        return labels_in(record, "label")
    return ()


def _given(one: Any) -> Given:
    parts: list[Any] = [one.get(name, "") for name in Given._fields] if isinstance(one, dict) else [None]
    if not all(isinstance(part, str) for part in parts) or not parts[0]:
        raise Refused("annotations", one, "is no annotation")
    return Given(*parts)


PUBLISHERS = (
    Publisher("reviewcli", columns_of("number,key,text,source"), _read),
    Publisher("reviewcli", columns_of("number,key,text,label"), _read),
)
