"""Read the answers that Prodigy keeps: a line for each that somebody gave."""

from typing import Any

from reviewcli.tables.columns import text_in
from reviewcli.tables.dates import iso_of_epoch
from reviewcli.tables.entry import Entry, Given, Publisher, Record, columns_of
from reviewcli.tables.publishers.reviewcli import fields_of, key_of, notes_of


def _read(record: Record) -> Entry:
    """Read an answer; one that was ignored or rejected gives the review and no label."""
    meta = record.get("meta")
    said = meta if isinstance(meta, dict) else {}
    key = key_of(said)
    exact = isinstance(record.get("text"), str) and bool(key)
    identity = record.get("_input_hash")
    return Entry(
        record["text"] if exact else text_in(record, "text"),
        fields_of(said) if key else {},
        identity=key or (f"{identity}" if identity is not None else ""),
        key=key,
        labels=_labels(record),
        notes=notes_of(said) if key else (),
        lost=("marked stretches of text",) if record.get("spans") else (),
    )


def _labels(record: Record) -> tuple[Given, ...]:
    if record.get("answer") != "accept":
        return ()
    chosen: Any = record.get("accept") if "accept" in record else record.get("label")
    names = [chosen] if isinstance(chosen, str) else chosen if isinstance(chosen, list) else []
    annotator = str(record.get("_annotator_id") or record.get("_session_id") or "")
    at = record.get("_timestamp")
    time = iso_of_epoch(at) if isinstance(at, int | float) else None
    return tuple(Given(str(one), annotator=annotator, time=time or "") for one in names)


PUBLISHERS = (
    Publisher("Prodigy", columns_of("text,answer,_input_hash"), _read),
    Publisher("Prodigy", columns_of("text,answer,_view_id"), _read),
    Publisher("Prodigy", columns_of("text,_view_id,options"), _read),
)
