"""Keep and read the history that came from other corpora: what was done elsewhere, and by whom."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reviewcli.exchange.facts import sorted_fact
from reviewcli.exchange.gaps import digests
from reviewcli.history import Entry
from reviewcli.runs import Runs, overlap, runs_of
from reviewcli.store.database import Database
from reviewcli.store.jsontext import encode
from reviewcli.values import Value

ELSEWHERE = "elsewhere"
_ID_BITS = 52


def id_of(line: Mapping[str, Any]) -> int:
    """Return the id under which a line is kept: a hash of it, so that the same line is kept once."""
    written = encode(sorted_fact(dict(line))).encode("utf-8")
    return int.from_bytes(hashlib.sha256(written).digest()[:8], "big") >> (64 - _ID_BITS)


class Elsewhere:
    """What was done to reviews in other corpora, as loaded annotations told it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lines = [dict(one) for one in database.table(ELSEWHERE).iter_from(1)]
        self._lines.sort(key=lambda one: (one["time"], one["number"]), reverse=True)
        self._numbers = _Numbers(database) if self._lines else None

    def entries(self, about: Runs | None = None) -> Iterator[Entry]:
        """Give the entries, the latest first; with `about`, those about one of these reviews of ours.

        Numbers of changes, and those in words and commands, are of the corpus in which it was done.
        """
        for line in self._lines:
            numbers = runs_of(self._ours(line["about"]))
            if about is None or overlap(numbers, about):
                said = (line["number"], line["annotator"], line["time"], line["command"], line["did"])
                yield Entry(*said, numbers, {})

    def values(self, entry: Entry, about: Runs) -> list[Value]:
        """List the old and new values of these reviews that an entry changed."""
        found = []
        for line in self._lines:
            if (line["number"], line["time"], line["did"]) == (entry.number, entry.time, entry.did):
                for one in line["values"]:
                    for number in self._ours([one["review"]]):
                        if overlap([[number, number]], about):
                            found.append(Value(number, one["what"], one["old"], one["new"], one["by"]))
        return found

    def _ours(self, places: Iterable[Any]) -> Iterator[int]:
        if self._numbers:
            for digest, at in places:
                yield from self._numbers.at(digest, at)


class _Numbers:
    """Which review of ours holds a place of a source."""

    def __init__(self, database: Database) -> None:
        digest_of = digests(database.table("sources").iter_from(1))
        found: dict[str, list[tuple[int, int, int]]] = {}
        for document in database.table("reviews").iter_from(1):
            origin = document["origin"]
            place = origin["start"], origin["end"], document.doc_id
            found.setdefault(digest_of[origin["source"]], []).append(place)
        self._places = {digest: sorted(places) for digest, places in found.items()}

    def at(self, digest: str, at: int) -> Iterator[int]:
        """Give the number of the review that holds a character of a source, if there is one."""
        places = self._places.get(digest, [])
        before = bisect_right(places, at, key=lambda place: place[0])
        if before and at <= places[before - 1][1]:
            yield places[before - 1][2]
