"""Turn the rows of a table into reviews that a corpus takes in, updates, or has already."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple

from tinydb.table import Document

from reviewcli.changes import Stamp
from reviewcli.documents import review_document
from reviewcli.errors import SourceError
from reviewcli.giving import Giver
from reviewcli.importing import Intake, TableCounts, recognise
from reviewcli.keyed import Keyed, fingerprint
from reviewcli.keys import KEY_LENGTH, identity_key, review_key
from reviewcli.language import detect
from reviewcli.model import Review, Span
from reviewcli.origins import lay_out, origin_of
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
from reviewcli.writing import Writer

MAPPINGS = "mappings"
SAMPLE = 1_000
_FIELDS = (
    *("text", "title", "author", "rating", "rating_scale", "date", "item", "helpful", "verified"),
    "recommended",
)
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


class Intaking:
    """Take one table in: what is new is added as it comes, changes and labels are written after it."""

    def __init__(self, source: Source, database: Database, writer: Writer, stamp: Stamp) -> None:
        self._source = source
        self._database = database
        self._writer = writer
        self._stamp = stamp
        self._keys = Keyed()
        self._changed: list[tuple[int, Draft]] = []
        self._said: list[tuple[int, Said, bool]] = []
        self._there = 0

    def take(self, plan: Plan, progress: Progress) -> Intake:
        """Add, update and label. Raises SourceError when not one row can be taken in."""
        writer, reader = self._writer, TableReader(self._source, plan.choice, progress)
        source_id, known = recognise(self._source, self._database, writer, by_text=True)
        self._load(source_id, reader)
        first = writer.next_id("reviews")

        def fresh() -> Iterator[Draft]:
            for draft in reader:
                key = reader.occurrence(draft.review.key) if reader.ours else draft.review.key
                if not draft.said.identity or not self._met(key, draft):
                    yield draft._replace(said=(key, draft.said))

        def new_documents() -> Iterator[dict[str, Any]]:
            for draft in known.new_among(fresh()):
                key, said = draft.said
                if said.identity and self._met(key, draft._replace(said=said)):
                    continue
                number = writer.next_id("reviews")
                if said.identity:
                    self._keys.put(key, number, _print_of(draft.review))
                if said.labels or said.notes:
                    self._said.append((number, said, False))
                yield review_document(
                    replace(draft.review, number=number), origin_of(source_id, draft.places) | said.identity
                )

        added = writer.add_many("reviews", new_documents())
        there = self._there + known.recognised
        self._require_any(reader, added + there)
        giver = self._finish()
        if plan.choice.mapping:
            self._remember(plan)
        counts = TableCounts(
            reader.counts["read"], len(self._changed), reader.counts["empty"], giver.given, reader.rejects
        )
        numbers = range(first, first + added)
        return Intake(self._source.name, numbers, there, 0, 0, _notes(self._source, plan, reader), counts)

    def _require_any(self, reader: TableReader, taken: int) -> None:
        """Raise SourceError when there are rejected rows and no others."""
        if reader.rejects.count and not (taken or self._changed or reader.counts["empty"]):
            wrong = next(reader.rejects.sentences())
            raise SourceError(
                f"None of the {reader.rejects.count:,} rows of {self._source.name} can be taken in: {wrong}.",
                hint="Nothing was written. Mend the file, or say what its columns are: --map text=COLUMN",
            )

    def _load(self, source_id: int, reader: TableReader) -> None:
        """Note the reviews that rows can be about: those with an id, or for a table of ours all there are."""
        seen = Tally()
        for document in self._database.table("reviews").iter_from(1):
            origin, key = document["origin"], document["key"]
            if reader.ours:
                before = seen.add(key)
                key = f"{key}\n{before}" if before else key
            elif "id" not in origin or ("of" not in origin and origin["source"] != source_id):
                continue
            self._keys.put(key, document.doc_id, _print_of_document(document))

    def _met(self, key: str, draft: Draft) -> bool:
        """Tell whether a review is there already, and note what is to be changed of it."""
        kept = self._keys.get(key)
        if kept is None:
            return False
        what = _print_of(draft.review)
        if kept.print == what:
            self._there += 1
        else:
            self._changed.append((kept.number, draft))
            self._keys.put(key, kept.number, what)
        if draft.said.labels or draft.said.notes:
            self._said.append((kept.number, draft.said, True))
        return True

    def _finish(self) -> Giver:
        reviews = self._database.table("reviews")
        for number, draft in dict(self._changed).items():
            old = reviews.get(doc_id=number)
            assert isinstance(old, Document)
            self._writer.change("reviews", old, _updated(old, draft.review))
        giver = Giver(self._database, self._writer, self._stamp)
        for number, said, known in self._said:
            giver.give(number, said.labels, known=known)
            giver.note(number, said.notes, known=known)
        return giver

    def _remember(self, plan: Plan) -> None:
        document = {"shape": shape_key(plan.columns), "columns": dict(plan.choice.mapping or {})}
        for one in self._database.table(MAPPINGS).iter_from(1):
            if one.get("shape") == document["shape"]:
                self._writer.change(MAPPINGS, one, document)
                return
        self._writer.add(MAPPINGS, document)


def import_table(
    source: Source, database: Database, writer: Writer, stamp: Stamp, options: "TableOptions"
) -> Intake:
    """Take the table of a source in, and remember the source; otherwise as `import_source`."""
    plan = plan_for(source, options.mapping, remembered_in(database))
    return Intaking(source, database, writer, stamp).take(plan, options.progress)


class TableOptions(NamedTuple):
    """What somebody said of the columns, and who is told how far it is."""

    mapping: Mapping[str, str] | None = None
    progress: Progress = unseen


def previewed(source: Source, plan: Plan, count: int) -> list[tuple[Review, Said]]:
    """Return the first reviews that a table would give."""
    drafts = islice(TableReader(source, plan.choice), count)
    return [(draft.review, draft.said) for draft in drafts]


def _print_of(review: Review) -> int:
    return fingerprint(tuple(getattr(review, name) for name in _FIELDS))


def _print_of_document(document: Mapping[str, Any]) -> int:
    return fingerprint(tuple(document.get(name) for name in _FIELDS))


def _updated(old: Mapping[str, Any], review: Review) -> dict[str, Any]:
    """Return the document of a review that says something else now; its place in the corpus stays."""
    origin = {name: value for name, value in old["origin"].items() if name != "lines"}
    origin["end"] = origin["start"] + len(review.text)
    kept = {name: value for name, value in old.items() if name not in (*_FIELDS, "gaps", "joined")}
    new = review_document(replace(review, number=old["number"], source=old["source"]), origin)
    return {**kept, **new, "key": old["key"], "before": old["before"], "after": old["after"]}


def _notes(source: Source, plan: Plan, reader: TableReader) -> tuple[str, ...]:
    notes = [f"It was {source.note}."] if source.note else []
    notes.append(plan.choice.said)
    notes += [f"Left out: {what} of {count:,} reviews." for what, count in reader.lost.items()]
    return tuple(notes)
