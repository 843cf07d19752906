"""Take the reviews of a table into a corpus: add what is new, update what changed, label what is labelled."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from tinydb.table import Document

from reviewcli.changes import Stamp
from reviewcli.documents import review_document
from reviewcli.errors import SourceError
from reviewcli.giving import Giver
from reviewcli.importing import MODEL_CUTTING, Intake, TableCounts, import_source, recognise
from reviewcli.keyed import Keyed, fingerprint
from reviewcli.model import Review
from reviewcli.origins import origin_of
from reviewcli.planning import MAPPINGS, Plan, Said, TableReader, plan_for, remembered_in, shape_key
from reviewcli.progress import Progress, unseen
from reviewcli.recognising import Draft
from reviewcli.sources.plaintext import Source
from reviewcli.split.rules import Cutting
from reviewcli.store.database import Database
from reviewcli.tally import Tally
from reviewcli.writing import Writer

_FIELDS = (
    *("text", "title", "author", "rating", "rating_scale", "date", "item", "helpful", "verified"),
    "recommended",
)


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


class How(NamedTuple):
    """How texts are split (nothing: by the model), which columns are what, and who is told how far it is."""

    cutting: Cutting | None = None
    mapping: Mapping[str, str] | None = None
    progress: Progress = unseen


def import_any(source: Source, database: Database, writer: Writer, stamp: Stamp, how: How) -> Intake:
    """Take the text or the table of a source in, as `import_source` does with a text."""
    if source.table is None:
        return import_source(source, database, writer, how.cutting or MODEL_CUTTING, how.progress)
    plan = plan_for(source, how.mapping, remembered_in(database))
    return Intaking(source, database, writer, stamp).take(plan, how.progress)


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
    edges = {name: old[name] for name in ("before", "after") if name in old}
    return {**kept, **new, "key": old["key"], **edges}


def _notes(source: Source, plan: Plan, reader: TableReader) -> tuple[str, ...]:
    notes = [f"It was {source.note}."] if source.note else []
    notes.append(plan.choice.said)
    notes += [f"Left out: {what} of {count:,} reviews." for what, count in reader.lost.items()]
    return tuple(notes)
