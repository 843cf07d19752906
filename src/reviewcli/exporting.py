"""Turn what a corpus holds into what stands in files outside it."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from reviewcli.delivering import delivery, require_free
from reviewcli.documents import edge_of
from reviewcli.errors import NotFoundError
from reviewcli.model import BY_READER
from reviewcli.origins import lay_out, places_of
from reviewcli.pieces import LineNumbers, Text
from reviewcli.sources.plaintext import Source
from reviewcli.split.decisions import Decision, Decisions, fingerprint_of
from reviewcli.split.rules import Cutting, split_by
from reviewcli.store.database import Database


class _Line(NamedTuple):
    """Whose a line of a source is, and whether a person decided that its review begins or goes on there."""

    number: int
    decided: bool


def decisions_of(source: Source, database: Database, by: str) -> Decisions:
    """Return what has to be decided about a source so that importing it gives the reviews the corpus has.

    That is every gap about which a person decided, or the corpus says other than an import would without
    decisions; `by` is who answers for it. Raises NotFoundError for a source that was never imported as it
    is now.
    """
    source_id = _known(source, database)
    lines: dict[int, _Line] = {}
    for document in database.table("reviews").iter_from(1):
        if document["origin"]["source"] == source_id:
            lines |= _lines(document)
    numbers = LineNumbers(source.content)
    return Decisions(
        fingerprint_of(source.content),
        tuple(
            Decision(numbers.at(start), boundary=boundary, by=by)
            for start, boundary in _decided(source.content, lines)
        ),
    )


def _lines(document: Mapping[str, Any]) -> dict[int, _Line]:
    """Give the lines of a stored review by where they begin."""
    goes_on = {after for after, _, *reasons in document.get("gaps", ()) if BY_READER in reasons}
    begins = BY_READER in edge_of(document, "before")["reasons"]
    return {
        start: _Line(document["number"], at in goes_on if at else begins)
        for at, (start, _) in enumerate(places_of(document))
    }


def _known(source: Source, database: Database) -> int:
    for document in database.table("sources").iter_from(1):
        if document["digest"] == source.digest:
            return document.doc_id
    raise NotFoundError(
        f"{source.name} has not been imported as it is now.", hint=f"reviewcli import {source.path} first."
    )


def _decided(text: Text, lines: Mapping[int, _Line]) -> Iterator[tuple[int, bool]]:
    """Give each gap that needs a decision, by where the line before it begins, and what it is."""
    alone = {
        start: at
        for at, segment in enumerate(split_by(text, Cutting()))
        for start, _ in lay_out(segment.text, segment.span.start, segment.starts)
    }
    for left, right in pairwise(sorted(lines)):
        if left in alone and right in alone:
            boundary = lines[left].number != lines[right].number
            if lines[right].decided or boundary != (alone[left] != alone[right]):
                yield left, boundary


def write_beside(path: Path, pieces: Iterable[str], *, force: bool) -> None:
    """Write a file whole, under another name first; raise ReviewError where it is there or cannot be."""
    require_free([path], force=force)
    with delivery() as deliver:
        deliver(path, (piece.encode() for piece in pieces))
