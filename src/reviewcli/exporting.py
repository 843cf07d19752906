"""Turn what a corpus holds into what stands in files outside it."""

import os
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from reviewcli.errors import NotFoundError, ReviewError
from reviewcli.mending import DECIDED
from reviewcli.origins import places_of
from reviewcli.sources.plaintext import Source
from reviewcli.split.decisions import Decision, Decisions, fingerprint_of
from reviewcli.split.paragraphs import Paragraph, read_paragraphs
from reviewcli.split.segment import CUT_AT, weigh_gaps
from reviewcli.store.database import Database


def decisions_of(source: Source, database: Database, by: str) -> Decisions:
    """Return what has to be decided about a source so that importing it gives the reviews the corpus has.

    That is every gap about which a person decided, or the corpus says other than the model alone; `by` is
    who answers for it. Raises NotFoundError for a source that was never imported as it is now.
    """
    source_id = _known(source, database)
    owners: dict[int, Mapping[str, Any]] = {}
    for document in database.table("reviews").iter_from(1):
        if document["origin"]["source"] == source_id:
            owners |= {start: document for start, _ in places_of(document)}
    decided = _decided(read_paragraphs(source.text), owners)
    return Decisions(
        fingerprint_of(source.text), tuple(Decision(at, boundary=boundary, by=by) for at, boundary in decided)
    )


def _known(source: Source, database: Database) -> int:
    for document in database.table("sources").iter_from(1):
        if document["digest"] == source.digest:
            return document.doc_id
    raise NotFoundError(
        f"{source.name} has not been imported as it is now.", hint=f"reviewcli import {source.path} first."
    )


def _decided(
    paragraphs: list[Paragraph], owners: Mapping[int, Mapping[str, Any]]
) -> Iterator[tuple[int, bool]]:
    """Give each gap that needs a decision, by the number of paragraphs before it, and what it is."""
    opinions = weigh_gaps(paragraphs)
    for at, (left, right) in enumerate(pairwise(paragraphs), 1):
        before, after = owners.get(left.span.start), owners.get(right.span.start)
        if before is None or after is None:
            continue
        boundary = before["number"] != after["number"]
        likely = opinions[at - 1].confidence >= CUT_AT
        if boundary != likely or (boundary and after["before"] == DECIDED):
            yield at, boundary


def write_beside(path: Path, text: str, *, force: bool) -> None:
    """Write a file whole, under another name first; raise ReviewError where it is there or cannot be."""
    if path.exists() and not force:
        raise ReviewError(f"There is a file {path} already.", hint="Add --force to write over it.")
    spare = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        spare.unlink(missing_ok=True)
        descriptor = os.open(spare, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        spare.replace(path)
    except OSError as error:
        raise ReviewError(
            f"{path} cannot be written: {error.strerror or error}.", hint="Check the folder and your rights."
        ) from error
    finally:
        spare.unlink(missing_ok=True)
