"""Take changes back and do them again, each as one change, wherever nothing else stands on them."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from tinydb.table import Document

from reviewcli.changes import Effect, Run
from reviewcli.dependence import Dependence, by_table
from reviewcli.digest import about
from reviewcli.errors import NotFoundError, ReviewError
from reviewcli.history import Entry, History
from reviewcli.runs import Runs, joined, overlap
from reviewcli.store.database import Database
from reviewcli.writing import Writer

Kind = Literal["undoes", "redoes"]


class Reversal(NamedTuple):
    """What taking a change back, or doing it again, does to each document, and to runs of reviews."""

    entry: Entry
    kind: Kind
    effects: list[Effect]
    runs: list[Run]

    @property
    def about(self) -> Runs:
        """Return the numbers of the reviews that it is about."""
        return about(self.effects, self.runs)


class Reverser:
    """Find what can be taken back or done again in one corpus, and do it."""

    def __init__(self, database: Database, history: History) -> None:
        self._database = database
        self._history = history

    def undo(self, change: int | None) -> Reversal:
        """Say what taking a change back does; without one, the last that stands.

        Raises NotFoundError when there is none, ReviewError when it cannot be taken back.
        """
        entry, later = self._last_standing() if change is None else self._named(change)
        number = entry.number
        if not entry.ordinary:
            other = entry.undoes or entry.redoes
            verb = "redo" if entry.undoes else "undo"
            raise ReviewError(
                f"Change {number} only {entry.did}.",
                hint=f"The other way round: reviewcli {verb} {other}",
            )
        if entry.undone_by:
            raise ReviewError(
                f"Change {number} is undone already, by change {entry.undone_by}.",
                hint=f"To do it again: reviewcli redo {number}",
            )
        return self._reversal(entry, "undoes", number, later)

    def redo(self, change: int | None) -> Reversal:
        """Say what doing an undone change again does; without one, the last undone with no change since.

        Raises NotFoundError when there is none, ReviewError when it cannot be done again.
        """
        entry, later = self._named(self._last_undone() if change is None else change)
        if not entry.undone_by:
            raise ReviewError(
                f"Change {entry.number} is not undone.", hint="reviewcli history shows which changes are."
            )
        since = [one for one in later if one.number > entry.undone_by]
        return self._reversal(entry, "redoes", entry.undone_by, since)

    def _last_standing(self) -> tuple[Entry, list[Entry]]:
        later: list[Entry] = []
        for entry in self._history.entries():
            if entry.stands:
                return entry, later
            later.append(entry)
        raise NotFoundError("There is nothing to undo.", hint="reviewcli history shows what was done.")

    def _last_undone(self) -> int:
        seen: set[int | None] = set()
        for entry in self._history.entries():
            if entry.ordinary:
                break
            if entry.undoes and entry.undoes not in seen:
                return entry.undoes
            seen.add(entry.undoes or entry.redoes)
        raise NotFoundError(
            "There is nothing to redo: nothing was undone since the last change.",
            hint="reviewcli history shows what was done.",
        )

    def _named(self, change: int) -> tuple[Entry, list[Entry]]:
        self._history.change_set(change)
        later: list[Entry] = []
        for entry in self._history.entries():
            if entry.number == change:
                return entry, later
            later.append(entry)
        raise AssertionError(f"the history has no line of change {change}")

    def _reversal(self, entry: Entry, kind: Kind, taken: int, later: list[Entry]) -> Reversal:
        """Turn the change set `taken` round; `later` are the entries after it, newest first."""
        effects, runs = self._history.net(taken)
        back = [Effect(one.table, one.doc_id, one.new, one.old) for one in effects]
        moved = [Run(one.table, one.first, one.last, added=not one.added) for one in runs]
        blocked = by_table(Dependence(self._database, back, moved).in_the_way())
        going = {"reviews": joined([one.first, one.last] for one in moved if not one.added)}
        if builder := next(_touching(blocked, going, [one for one in later if one.stands]), None):
            raise _built_on(entry, kind, builder)
        if blocked:
            raise _not_as_left(entry, next(_touching(blocked, {}, later), None))
        return Reversal(entry, kind, back, moved)


def _touching(some: Mapping[str, Runs], others: Mapping[str, Runs], entries: list[Entry]) -> Iterator[Entry]:
    """Give the entries that wrote one of the documents."""
    for entry in entries:
        if any(
            overlap(runs, entry.touched.get(table, []))
            for places in (some, others)
            for table, runs in places.items()
        ):
            yield entry


def _built_on(entry: Entry, kind: Kind, builder: Entry) -> ReviewError:
    verb = "undone" if kind == "undoes" else "done again"
    return ReviewError(
        f"Change {entry.number} ({entry.did}) cannot be {verb}: "
        f"change {builder.number} ({builder.did}) came later and depends on it.",
        hint=f"Take that back first: reviewcli undo {builder.number}",
    )


def _not_as_left(entry: Entry, other: Entry | None) -> ReviewError:
    """Say that what a change did is not there as it was, because of another that was undone or of nobody."""
    named = other and (other.undoes or other.redoes)
    message = f"What change {entry.number} ({entry.did}) is about is no longer as it was."
    if named is None:
        return ReviewError(message, hint="It was changed without reviewcli; mend it by hand.")
    way_back = "redo" if other and other.undoes else "undo"
    return ReviewError(message, hint=f"Go back on change {named} first: reviewcli {way_back} {named}")


def apply(reversal: Reversal, writer: Writer) -> None:
    """Do what a reversal says, through the writer of one command."""
    for run in reversal.runs:
        (writer.bring_back if run.added else writer.set_aside)(run)
    for table, doc_id, old, new in ((one.table, one.doc_id, one.old, one.new) for one in reversal.effects):
        if old is None and new is not None:
            writer.put(table, doc_id, new)
        elif old is not None and new is None:
            writer.remove(table, Document(old, doc_id))
        elif old is not None and new is not None:
            writer.change(table, Document(old, doc_id), new)
    entry = reversal.entry
    did = "took back change" if reversal.kind == "undoes" else "did again change"
    writer.reverses(reversal.kind, entry.number, f"{did} {entry.number}: {entry.did}")
