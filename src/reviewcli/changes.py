"""Say every write to a corpus as reversible edits, gathered in change sets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, assert_never

Document = Mapping[str, Any]

# Tables whose new documents are not repeated in the history: they are large, and the table holds them.
HELD_BY_TABLE = frozenset({"reviews"})


@dataclass(frozen=True, slots=True)
class Added:
    """A document that was not there before."""

    table: str
    doc_id: int
    document: Document


@dataclass(frozen=True, slots=True)
class Changed:
    """A document that another one takes the place of."""

    table: str
    doc_id: int
    old: Document
    new: Document


@dataclass(frozen=True, slots=True)
class Removed:
    """A document that is there no more."""

    table: str
    doc_id: int
    document: Document


Edit = Added | Changed | Removed


@dataclass(frozen=True, slots=True)
class Effect:
    """What a whole change set did to one document; None where there was or is none."""

    table: str
    doc_id: int
    old: Document | None
    new: Document | None


@dataclass(frozen=True, slots=True)
class Run:
    """Documents with ids `first..last` that a change set added or took away, and does not repeat."""

    table: str
    first: int
    last: int
    added: bool


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who makes a change, when (ISO 8601, UTC) and by which command as typed."""

    annotator: str
    time: str
    command: str


def inverse(edit: Edit) -> Edit:
    """Return the edit that takes `edit` back."""
    match edit:
        case Added(table, doc_id, document):
            return Removed(table, doc_id, document)
        case Removed(table, doc_id, document):
            return Added(table, doc_id, document)
        case Changed(table, doc_id, old, new):
            return Changed(table, doc_id, new, old)
        case _:
            assert_never(edit)


class Recorder:
    """Gather edits into the change set that the history keeps for one command.

    Edits keep old and new values, so that they can be taken back. New reviews are kept as runs of ids,
    `{"op": "added", "table": "reviews", "ids": [first, last]}`: their documents are in the table, and those
    of a run that was "removed" are in the table of what was set aside.
    """

    def __init__(self) -> None:
        self._entries: list[dict[str, Any]] = []

    def __len__(self) -> int:
        return len(self._entries)

    def record(self, edit: Edit, *, whole: bool = False) -> None:
        """Add an edit; the order is that in which they were applied.

        With `whole`, the document is kept even where its table holds it.
        """
        if whole or not (isinstance(edit, Added) and edit.table in HELD_BY_TABLE):
            self._entries.append(_entry(edit))
            return
        last = self._entries[-1] if self._entries else {}
        follows = last.get("op") == "added" and last.get("table") == edit.table
        if follows and last.get("ids", [0, 0])[1] == edit.doc_id - 1:
            last["ids"][1] = edit.doc_id
        else:
            self._entries.append({"op": "added", "table": edit.table, "ids": [edit.doc_id, edit.doc_id]})

    def record_run(self, run: Run) -> None:
        """Add documents that came or went together."""
        op = "added" if run.added else "removed"
        self._entries.append({"op": op, "table": run.table, "ids": [run.first, run.last]})

    def change_set(self, stamp: Stamp) -> dict[str, Any]:
        """Return the document to keep: who, when, what was typed, what changed."""
        return {
            "annotator": stamp.annotator,
            "time": stamp.time,
            "command": stamp.command,
            "edits": self._entries,
        }


def _entry(edit: Edit) -> dict[str, Any]:
    match edit:
        case Added(table, doc_id, document):
            return {"op": "added", "table": table, "id": doc_id, "new": dict(document)}
        case Removed(table, doc_id, document):
            return {"op": "removed", "table": table, "id": doc_id, "old": dict(document)}
        case Changed(table, doc_id, old, new):
            return {"op": "changed", "table": table, "id": doc_id, "old": dict(old), "new": dict(new)}
        case _:
            assert_never(edit)


def net(entries: Iterable[Mapping[str, Any]]) -> tuple[list[Effect], list[Run]]:
    """Sum up the edits of a change set: what they did to each document, and the runs that came or went.

    Raises KeyError, TypeError or ValueError for what is no change set.
    """
    runs: list[Run] = []
    found: dict[tuple[str, int], Effect] = {}
    for entry in entries:
        table = str(entry["table"])
        if "ids" in entry:
            first, last = entry["ids"]
            runs.append(Run(table, int(first), int(last), added=entry["op"] == "added"))
            continue
        place = table, int(entry["id"])
        earlier = found.get(place)
        old = earlier.old if earlier else entry.get("old")
        found[place] = Effect(*place, old, entry.get("new"))
    return [one for one in found.values() if one.old != one.new and not _within(one, runs)], runs


def _within(effect: Effect, runs: Iterable[Run]) -> bool:
    return any(run.table == effect.table and run.first <= effect.doc_id <= run.last for run in runs)
