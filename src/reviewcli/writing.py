"""Apply edits to a corpus and keep them in its history, all in one transaction: the one way in."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import takewhile
from typing import Any

from tinydb.table import Document

from reviewcli.changes import Added, Changed, Edit, Recorder, Removed, Run, Stamp
from reviewcli.digest import digest
from reviewcli.errors import CorpusError
from reviewcli.opening import STATE_ID, read_state
from reviewcli.store.database import Database
from reviewcli.store.holder import Purpose

# Where reviews are while their import or split is undone: a number is never given twice.
SET_ASIDE = "set_aside"


class Writer:
    """Take the edits of one command; ids come from counters, so that none is ever given twice."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._recorder = Recorder()
        self._state = read_state(database)
        self._pending: dict[str, dict[int, Mapping[str, Any] | None]] = {}
        self._reversal: dict[str, int] = {}
        self._did: dict[str, str] = {}
        self._loads: dict[str, str] = {}

    def next_id(self, table: str) -> int:
        """Return the id that the next new document of a table gets."""
        next_id: int = self._state.get(f"next_{table}", 1)
        return next_id

    def add(self, table: str, document: Mapping[str, Any]) -> int:
        """Add a document under the next id, which is returned."""
        doc_id = self.next_id(table)
        self._state[f"next_{table}"] = doc_id + 1
        self._edit(Added(table, doc_id, document), document)
        return doc_id

    def put(self, table: str, doc_id: int, document: Mapping[str, Any]) -> None:
        """Add a document under an id of the caller's, which must be free."""
        self._edit(Added(table, doc_id, document), document, whole=True)

    def change(self, table: str, old: Document, new: Mapping[str, Any]) -> None:
        """Put `new` in the place of `old`, unless it says the same."""
        if dict(old) != new or old.doc_id in self._pending.get(table, {}):
            self._edit(Changed(table, old.doc_id, dict(old), new), new)

    def remove(self, table: str, old: Document) -> None:
        """Take a document away."""
        self._edit(Removed(table, old.doc_id, dict(old)), None)

    def add_many(self, table: str, documents: Iterable[Mapping[str, Any]]) -> int:
        """Add any number of documents as they come, holding none of them; return how many they were."""
        first = self.next_id(table)
        self._database.table(table).write_all(self._as_they_come(table, documents))
        return self.next_id(table) - first

    def _as_they_come(self, table: str, documents: Iterable[Mapping[str, Any]]) -> Iterator[Document]:
        for document in documents:
            doc_id = self.next_id(table)
            self._state[f"next_{table}"] = doc_id + 1
            self._recorder.record(Added(table, doc_id, document))
            yield Document(document, doc_id)

    def set_aside(self, run: Run) -> None:
        """Take a run of documents away, and keep them where `bring_back` finds them."""
        self._move(run.table, SET_ASIDE, run)
        self._recorder.record_run(Run(run.table, run.first, run.last, added=False))

    def bring_back(self, run: Run) -> None:
        """Put back a run of documents that was set aside."""
        self._move(SET_ASIDE, run.table, run)
        self._recorder.record_run(Run(run.table, run.first, run.last, added=True))

    def _move(self, table: str, target: str, run: Run) -> None:
        """Move documents as they come, holding few of them."""
        rest = self._database.table(table).iter_from(run.first)
        self._database.table(target).write_all(takewhile(lambda one: one.doc_id <= run.last, rest))
        self._database.table(table).write_all((), range(run.first, run.last + 1))

    def reverses(self, kind: str, change: int, did: str) -> None:
        """Say that all this takes change `change` back (`undoes`) or does it again (`redoes`)."""
        self._reversal, self._did = {kind: change}, {"did": did}

    @property
    def anything(self) -> bool:
        """Tell whether there is any edit."""
        return len(self._recorder) > 0

    def loads(self, name: str) -> None:
        """Say that all this was told by a dump of annotations."""
        self._loads = {"loads": name}

    def _edit(self, edit: Edit, new: Mapping[str, Any] | None, *, whole: bool = False) -> None:
        self._recorder.record(edit, whole=whole)
        self._pending.setdefault(edit.table, {})[edit.doc_id] = new

    def finish(self, stamp: Stamp) -> None:
        """Write what is pending, and the change set; nothing at all when nothing changed."""
        if not (self.anything or self._reversal):
            return
        for table, rows in self._pending.items():
            present = [Document(row, doc_id) for doc_id, row in rows.items() if row is not None]
            gone = [doc_id for doc_id, row in rows.items() if row is None]
            self._database.table(table).write_all(present, gone)
        change_id = self.next_id("changes")
        self._state["next_changes"] = change_id + 1
        change_set = self._recorder.change_set(stamp) | self._reversal | self._loads
        line = digest(change_set, self._source_of) | self._reversal | self._did
        self._database.table("changes").write_all([Document(change_set, change_id)])
        self._database.table("history").write_all([Document(line, change_id)])
        self._database.table("meta").write_all([Document(self._state, STATE_ID)])

    def _source_of(self, number: int) -> str:
        document = self._database.table("reviews").get(doc_id=number)
        return str(document["source"]) if isinstance(document, Document) else ""


@contextmanager
def writing(database: Database, stamp: Stamp, *, dry_run: bool = False) -> Iterator[Writer]:
    """Gather the edits of one command; on leaving, they are durable, or after an error never were.

    With `dry_run` they are only gathered. Raises CorpusError where a record is damaged.
    """
    purpose = Purpose(stamp.annotator, stamp.command, stamp.time)
    try:
        with database.snapshot() if dry_run else database.transaction(purpose):
            writer = Writer(database)
            yield writer
            if not dry_run:
                writer.finish(stamp)
    except KeyError as error:  # every record has all its fields when it is written
        raise CorpusError(
            f"A record of the corpus has lost its field {error}.",
            hint="Nothing was changed. reviewcli check says which; restore puts a backup in its place.",
        ) from error
