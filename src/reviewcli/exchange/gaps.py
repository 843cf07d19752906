"""List the gaps of a source as a corpus has cut it: those between reviews and those inside."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from tinydb.table import Document

from reviewcli.documents import edge_of
from reviewcli.exchange.facts import beginning, text_hash
from reviewcli.model import BY_READER
from reviewcli.origins import places_of
from reviewcli.store.database import Database


class Gap(NamedTuple):
    """A gap after so many lines of review `left`; `right` is the review that follows, the same one inside it.

    `decided` tells whether a person said what it is.
    """

    left: int
    after: int
    right: int
    at: int
    lines: str
    begins: str
    decided: bool

    @property
    def cut(self) -> bool:
        """Tell whether it is a boundary."""
        return self.left != self.right


def orders(database: Database, sources: Container[int]) -> dict[int, list[int]]:
    """Give the numbers of the reviews of each source in reading order."""
    found: dict[int, list[tuple[int, int]]] = {}
    for document in database.table("reviews").iter_from(1):
        origin = document["origin"]
        if origin["source"] in sources:
            found.setdefault(origin["source"], []).append((origin["start"], document.doc_id))
    return {source: [number for _, number in sorted(places)] for source, places in found.items()}


def gaps_of(order: Sequence[int], database: Database) -> Iterator[Gap]:
    """Give every gap of a source whose reviews stand in this order."""
    table = database.table("reviews")
    documents = (table.get(doc_id=number) for number in order)
    held: Document | None = None
    for document in documents:
        assert isinstance(document, Document)
        if held is not None:
            yield _between(held, document)
        yield from _inside(document)
        held = document


def _between(left: Document, right: Document) -> Gap:
    lines = left["text"].split("\n")
    first = right["text"].split("\n", 1)[0]
    met = edge_of(left, "after"), edge_of(right, "before")
    decided = any(BY_READER in edge["reasons"] for edge in met)
    return Gap(
        left.doc_id,
        len(lines),
        right.doc_id,
        right["origin"]["start"],
        _hash(lines[-1], first),
        beginning(first),
        decided,
    )


def _inside(document: Document) -> Iterator[Gap]:
    against = {after for after, _, *reasons in document.get("gaps", ()) if BY_READER in reasons}
    lines = zip(document["text"].split("\n"), places_of(document), strict=True)
    for after, ((left, _), (right, (at, _))) in enumerate(pairwise(lines), 1):
        number = document.doc_id
        yield Gap(number, after, number, at, _hash(left, right), beginning(right), after in against)


def _hash(left: str, right: str) -> str:
    return text_hash(f"{left}\n{right}")


def digests(documents: Iterable[Document]) -> Mapping[int, str]:
    """Give the digest of each stored source by its id."""
    return {one.doc_id: str(one["digest"]) for one in documents}


def anchor(document: Mapping[str, Any], digest_of: Mapping[int, str]) -> list[Any]:
    """Say where a stored review begins: the digest of its source, and the character."""
    origin = document["origin"]
    return [digest_of.get(origin["source"], ""), origin["start"]]
