"""Tell the history of a corpus so that it can be read without it: by places in sources, not by numbers."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tinydb.table import Document

from reviewcli.changes import Effect, net
from reviewcli.exchange.gaps import anchor
from reviewcli.history import Entry, History
from reviewcli.runs import ids_of
from reviewcli.store.database import Database
from reviewcli.values import values
from reviewcli.writing import SET_ASIDE

_TOLD = ("label", "note")


def told(database: Database, history: History, digest_of: Mapping[int, str]) -> Iterator[dict[str, Any]]:
    """Give every change of people's work, newest first; imports, loads and what reverses them are none.

    What is said of a change never changes after it: reviews are named by where they began just then.
    """
    places = _Places(database, digest_of)
    for entry in history.entries():
        effects, _ = history.net(entry.number)
        if _is_work(history.change_set(entry.number), history):
            yield _line(entry, effects, places)
        places.go_back(effects)


def _is_work(change_set: Mapping[str, Any], history: History) -> bool:
    """Tell whether a change is people's own work, or takes such work back or does it again."""
    if other := change_set.get("undoes") or change_set.get("redoes"):
        return _is_work(history.change_set(int(other)), history)
    effects, runs = net(change_set["edits"])
    tables = {effect.table for effect in effects}
    imports = "sources" in tables or (runs and "reviews" not in tables)
    return "loads" not in change_set and not imports


def _line(entry: Entry, effects: Iterable[Effect], places: "_Places") -> dict[str, Any]:
    effects = list(effects)
    at = {number: places.of(number, effects) for number in ids_of(entry.about)}
    about = sorted({tuple(place) for place in at.values() if place})
    return {
        "about": [list(place) for place in about],
        "annotator": entry.annotator,
        "command": entry.command,
        "did": entry.did,
        "number": entry.number,
        "time": entry.time,
        "values": [
            {"by": one.by, "new": one.new, "old": one.old, "review": place, "what": one.what}
            for one in values(effects, ())
            if one.what in _TOLD and one.review is not None and (place := at.get(one.review))
        ],
    }


class _Places:
    """Where each review began after the change that is looked at; changes are gone through backwards."""

    def __init__(self, database: Database, digest_of: Mapping[int, str]) -> None:
        self._database = database
        self._digest_of = digest_of
        self._then: dict[int, Mapping[str, Any] | None] = {}

    def of(self, number: int, effects: Iterable[Effect]) -> list[Any]:
        """Say where a review began after a change, or, where that took it away, before."""
        document = self._then[number] if number in self._then else self._now(number)
        if document is None:
            gone = (one.old for one in effects if one.table == "reviews" and one.doc_id == number)
            document = next((one for one in gone if one), None)
        return anchor(document, self._digest_of) if document else []

    def _now(self, number: int) -> Mapping[str, Any] | None:
        for table in ("reviews", SET_ASIDE):
            document = self._database.table(table).get(doc_id=number)
            if isinstance(document, Document):
                return document
        return None

    def go_back(self, effects: Iterable[Effect]) -> None:
        """Go to before a change."""
        self._then |= {one.doc_id: one.old for one in effects if one.table == "reviews"}
