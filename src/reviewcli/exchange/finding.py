"""Find which review of a corpus is meant by what a dump says of it, whatever its number here."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reviewcli.exchange.facts import Ref, text_hash
from reviewcli.exchange.gaps import digests
from reviewcli.store.database import Database


class Finder:
    """The reviews that refs may mean: those of their source with their text.

    `shaped` holds reviews that are about to be other than they are stored, None for those that go.
    """

    def __init__(
        self, database: Database, shaped: Mapping[int, Mapping[str, Any] | None], refs: Iterable[Ref]
    ) -> None:
        self._found: dict[tuple[str, str], list[tuple[int, int]]] = {
            (one.source, one.text): [] for one in refs
        }
        sources = {source for source, _ in self._found}
        digest_of = digests(database.table("sources").iter_from(1))
        for number, document in _all(database, shaped) if self._found else ():
            digest = digest_of.get(document["origin"]["source"], "")
            if digest in sources:
                place = digest, text_hash(document["text"])
                self._found.get(place, []).append((document["origin"]["start"], number))

    def number(self, ref: Ref) -> int | None:
        """Return the number of the one that is meant: the one at its place, or the only one there is."""
        found = self._found[ref.source, ref.text]
        there = [number for at, number in found if at == ref.at] or [number for _, number in found]
        return there[0] if len(there) == 1 else None


def _all(
    database: Database, shaped: Mapping[int, Mapping[str, Any] | None]
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for document in database.table("reviews").iter_from(1):
        if document.doc_id not in shaped:
            yield document.doc_id, document
    yield from ((number, document) for number, document in shaped.items() if document is not None)
