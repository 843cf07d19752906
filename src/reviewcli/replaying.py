"""Take the whole history back in thought, to see whether it leads from the state to where it began."""

from collections.abc import Iterator, Mapping
from typing import Any

from tinydb.table import Document

from reviewcli.changes import Effect, Run
from reviewcli.history import History
from reviewcli.labels import STARTING_SCHEME
from reviewcli.opening import read_state
from reviewcli.runs import Runs, joined, overlap, runs_of, size
from reviewcli.store.database import Database
from reviewcli.writing import SET_ASIDE

STATE_TABLES = ("reviews", "annotations", "notes", "labels", "sources", "retired", "elsewhere", "queries")


def differences(database: Database, history: History) -> Iterator[str]:
    """Say where the history and the state do not fit, in words.

    Raises CorpusError for a change set that is damaged.
    """
    replay = _Replay(database)
    for number in range(read_state(database)["next_changes"] - 1, 0, -1):
        effects, runs = history.net(number)
        for effect in effects:
            if not replay.take_back(effect):
                yield f"Change {number} left {_name(effect)} other than it is."
        for run in runs:
            if not replay.take_run_back(run):
                yield f"Change {number} moved reviews {run.first} to {run.last}, and not all are there."
    yield from replay.left_over()


def _name(effect: Effect) -> str:
    return f"number {effect.doc_id} of {effect.table}"


class _Replay:
    """The state before some change: what is known to have been otherwise, and which reviews were away."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._before: dict[tuple[str, int], Mapping[str, Any] | None] = {}
        self._away: Runs = runs_of(one.doc_id for one in database.table(SET_ASIDE).iter_from(1))

    def take_back(self, effect: Effect) -> bool:
        place = effect.table, effect.doc_id
        fits = self._at(*place) == effect.new
        self._before[place] = effect.old
        return fits

    def _at(self, table: str, doc_id: int) -> Mapping[str, Any] | None:
        if table == "reviews" and self._is_away(doc_id):
            return None
        if (table, doc_id) in self._before:
            return self._before[table, doc_id]
        for name in (table, SET_ASIDE) if table == "reviews" else (table,):
            document = self._database.table(name).get(doc_id=doc_id)
            if isinstance(document, Document):
                return dict(document)
        return None

    def _is_away(self, doc_id: int) -> bool:
        return overlap([[doc_id, doc_id]], self._away)

    def take_run_back(self, run: Run) -> bool:
        here = [run.first, run.last]
        if run.added:
            fits = not overlap([here], self._away) and self._all_there(run)
            self._away = joined([*self._away, here])
        else:
            fits = size(joined([*self._away, here])) == size(self._away)
            self._away = list(_without(self._away, run))
        return fits

    def _all_there(self, run: Run) -> bool:
        for number in range(run.first, run.last + 1):
            place = ("reviews", number)
            if place in self._before:
                there = self._before[place] is not None
            else:
                there = any(
                    self._database.table(name).contains(doc_id=number) for name in ("reviews", SET_ASIDE)
                )
            if not there:
                return False
        return True

    def left_over(self) -> Iterator[str]:
        """Name what is there without a change that brought it."""
        for (table, doc_id), document in self._before.items():
            if document is not None and not (table == "reviews" and self._is_away(doc_id)):
                yield f"Number {doc_id} of {table} was there before the first change."
        for table in STATE_TABLES:
            ids = (one.doc_id for one in self._database.table(table).iter_from(1))
            for doc_id in ids:
                known = (table, doc_id) in self._before or (table == "reviews" and self._is_away(doc_id))
                if not known and not (table == "labels" and doc_id <= len(STARTING_SCHEME)):
                    yield f"No change brought number {doc_id} of {table}."


def _without(runs: Runs, run: Run) -> Iterator[list[int]]:
    for first, last in runs:
        if first < run.first:
            yield [first, min(last, run.first - 1)]
        if last > run.last:
            yield [max(first, run.last + 1), last]
