"""Decide how the rows of a table are read, and read them as drafts of reviews."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from reviewcli.errors import SourceError
from reviewcli.keys import KEY_LENGTH, identity_key, review_key
from reviewcli.language import detect
from reviewcli.model import Review, Span
from reviewcli.origins import lay_out
from reviewcli.progress import Progress, unseen
from reviewcli.recognising import Draft
from reviewcli.rejecting import Rejects
from reviewcli.sources.plaintext import Source
from reviewcli.sources.tables.rows import Table
from reviewcli.spreadsheet import original_cell
from reviewcli.store.database import Database
from reviewcli.tables.choosing import OURS, Choice, choose
from reviewcli.tables.entry import Entry, Given, Record, Refused
from reviewcli.tally import Tally

MAPPINGS = "mappings"
SAMPLE = 1_000
_WATCHED = 256


class Said(NamedTuple):
    """What a row says beside the review: what tells it from others, and its labels and notes."""

    identity: dict[str, str]
    labels: tuple[Given, ...]
    notes: tuple[str, ...]


class Plan(NamedTuple):
    """How a table is read: as was chosen, and the names of its columns."""

    choice: Choice
    columns: tuple[str, ...]


Remembered = Callable[[Sequence[str]], Mapping[str, str] | None]


def plan_for(
    source: Source, mapping: Mapping[str, str] | None = None, remembered: Remembered = lambda _: None
) -> Plan:
    """Decide how the table of a source is read. Raises SourceError and UsageError where it cannot be."""
    assert source.table is not None
    sample = source.table.sample(SAMPLE)
    columns = tuple(dict.fromkeys(column for record in sample for column in record))
    if not sample:
        row = next(iter(source.table.rows), None)
        wrong = f"{source.table.place.capitalize()} {row.line}: {row.problem}." if row else "It has no rows."
        raise SourceError(
            f"{source.name} holds no reviews. {wrong}", hint="Look whether it is what its name says."
        )
    return Plan(choose(source.name, columns, sample, mapping, remembered(columns)), columns)


def shape_key(columns: Iterable[str]) -> str:
    """Return what tables with the same columns have in common."""
    return hashlib.sha256(json.dumps(sorted(columns)).encode()).hexdigest()[:KEY_LENGTH]


def remembered_in(database: Database) -> Remembered:
    """Return what finds the columns that were named for a table of the same shape before."""

    def find(columns: Sequence[str]) -> Mapping[str, str] | None:
        key = shape_key(columns)
        found = (one for one in database.table(MAPPINGS).iter_from(1) if one.get("shape") == key)
        mapping = next((one["columns"] for one in found), None)
        there = isinstance(mapping, dict) and set(mapping.values()) <= set(columns)
        return mapping if there else None

    return find


class TableReader:
    """Read the rows of a source as drafts of reviews, and count what becomes of the others."""

    def __init__(self, source: Source, choice: Choice, progress: Progress = unseen) -> None:
        assert source.table is not None
        self.table: Table = source.table
        self.rejects = Rejects(source.table, source.name)
        self.counts = Counter[str]()
        self.lost = Counter[str]()
        self._source = source
        self._choice = choice
        self._progress = progress
        self._texts = Tally()
        self._ours = Tally()
        self._neutral = choice.scope == OURS and source.table.separated

    @property
    def ours(self) -> bool:
        """Tell whether it is a corpus of ours from which the table was written."""
        return self._choice.scope == OURS

    def __iter__(self) -> Iterator[Draft]:
        counts, place = self.counts, 0
        for row in self.table.rows:
            counts["read"] += 1
            if counts["read"] % _WATCHED == 0:
                self._watch(place)
            if row.record is None:
                self.rejects.add(row)
                continue
            try:
                entry = self._choice.read(_originals(row.record) if self._neutral else row.record)
            except Refused as refused:
                self.rejects.add(row, refused)
                continue
            self.lost.update(entry.lost)
            if not entry.text:
                counts["empty"] += 1
                continue
            draft = self._draft(entry, place)
            place = draft.review.span.end + 1
            yield draft

    def _watch(self, place: int) -> None:
        source = self._source
        done = min(place * source.size // max(1, source.length), source.size)
        self._progress(f"Importing {source.name}", done, source.size)

    def _draft(self, entry: Entry, place: int) -> Draft:
        key, identity = self._known_by(entry)
        fields: dict[str, Any] = dict(entry.fields)
        language = fields.pop("language", None)
        source = fields.pop("source", self._source.name)
        review = Review(
            number=0,
            key=key,
            text=entry.text,
            source=source,
            span=Span(place, place + len(entry.text)),
            language=language or (None if entry.key else detect(entry.text).code),
            **fields,
        )
        places = lay_out(entry.text, place)
        return Draft(review, places, Said(identity, entry.labels, entry.notes))

    def _known_by(self, entry: Entry) -> tuple[str, dict[str, str]]:
        """Return the key of a review, and what its origin keeps of what tells it from others."""
        if entry.key:
            return entry.key, {"as": entry.key}
        if not entry.identity:
            return review_key(entry.text, occurrence=self._texts.add(entry.text)), {}
        scope = self._choice.scope if entry.everywhere else f"{self._source.name}\n"
        identity = f"{scope}\n{entry.identity}"
        kept = {"id": identity} | ({"of": scope} if entry.everywhere else {})
        return identity_key(identity), kept

    def occurrence(self, key: str) -> str:
        """Return a key that differs for the second and third review that were exported with the same one."""
        before = self._ours.add(key)
        return f"{key}\n{before}" if before else key


def _originals(record: Record) -> Record:
    """Undo what keeps cells from being formulas; what is empty was not given."""
    return {name: original_cell(value) or None for name, value in record.items()}


class Previewed(NamedTuple):
    """The first reviews that a table would give, and the rows among them that would be rejected."""

    reviews: list[tuple[Review, Said]]
    rejects: Rejects


def previewed(source: Source, plan: Plan, count: int) -> Previewed:
    """Read the first reviews that a table would give."""
    reader = TableReader(source, plan.choice)
    reviews = [(draft.review, draft.said) for draft in islice(reader, count)]
    return Previewed(reviews, reader.rejects)
