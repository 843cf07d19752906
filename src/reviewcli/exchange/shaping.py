"""Bring the reviews of a corpus to what was decided about their boundaries elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tinydb.table import Document

from reviewcli.exchange.facts import Boundary
from reviewcli.exchange.gaps import Gap, digests, gaps_of, orders
from reviewcli.exchange.given import Given
from reviewcli.exchange.report import Report
from reviewcli.importing import content_of
from reviewcli.mending import DECIDED, cut, held, joined
from reviewcli.store.conditions import Between
from reviewcli.store.database import Database
from reviewcli.writing import Writer


class Decided(NamedTuple):
    """A decision about a gap, and the line of the dump on which it stands."""

    line: int
    boundary: Boundary
    gap: Gap


class _Part(NamedTuple):
    """A piece of a review; `number` is given where it carries on the number, labels and notes of one."""

    document: Mapping[str, Any]
    number: int | None


class Shaper:
    """Weigh decisions against what people decided here, and apply those that nothing speaks against."""

    def __init__(self, database: Database, writer: Writer, given: Given, report: Report) -> None:
        self._database = database
        self._writer = writer
        self._given = given
        self._report = report
        self.shaped: dict[int, Mapping[str, Any] | None] = {}
        self.absorbed: dict[int, list[int]] = {}

    def shape(self, told: Sequence[tuple[int, Boundary]]) -> None:
        """Apply decisions.

        From then on `shaped` holds every review that is other than it was, None where it went into another,
        and `absorbed` by number of a review those that went into it.
        """
        digest_of = digests(self._database.table("sources").iter_from(1))
        wanted = {(boundary.source, boundary.lines) for _, boundary in told}
        sources = {source for source, digest in digest_of.items() if any(digest == one for one, _ in wanted)}
        order_of = orders(self._database, sources) if sources else {}
        places: dict[tuple[str, str], list[tuple[int, Gap]]] = {}
        for source, order in order_of.items():
            for gap in gaps_of(order, self._database):
                if (place := (digest_of[source], gap.lines)) in wanted:
                    places.setdefault(place, []).append((source, gap))
        decided: dict[int, dict[tuple[int, int], Decided]] = {}
        for line, boundary in told:
            found = _choose(boundary, places.get((boundary.source, boundary.lines), []))
            self._weigh(line, boundary, found, decided)
        for source, decisions in decided.items():
            for chain in _chains(order_of[source], decisions):
                self._reshape(chain, decisions)

    def _weigh(
        self,
        line: int,
        boundary: Boundary,
        found: tuple[int, Gap] | None,
        decided: dict[int, dict[tuple[int, int], Decided]],
    ) -> None:
        """Say what a decision is here: new, known, in conflict or about a place that is not there."""
        what = f"{'a boundary' if boundary.cut else 'no boundary'} before “{boundary.begins}”"
        if found is None:
            self._report.miss(line, what)
            return
        source, gap = found
        here = decided.setdefault(source, {})
        before = here.get((gap.left, gap.after))
        is_cut = before.boundary.cut if before else gap.cut
        if not (before or gap.decided):
            here[gap.left, gap.after] = Decided(line, boundary, gap)
            self._report.new["boundary"] += 1
        elif is_cut == boundary.cut:
            self._report.known["boundary"] += 1
        else:
            self._report.conflict(line, f"{what}: it was decided otherwise here, and stays so")

    def _reshape(self, chain: Sequence[int], decisions: Mapping[tuple[int, int], Decided]) -> None:
        """Make new reviews of neighbours that decisions cut, join or confirm."""
        table = self._database.table("reviews")
        originals = {number: table.get(doc_id=number) for number in chain}
        groups: list[list[_Part]] = []
        joins: Decided | None = None
        for number in chain:
            document = originals[number]
            assert isinstance(document, Document)
            about = [one for (left, _), one in decisions.items() if left == number]
            first, *others = _parts(document, about)
            if joins and joins.boundary.cut:
                first = _confirmed(groups[-1], first)
                groups.append([first])
            elif joins and not self._clash(groups[-1], number, joins):
                groups[-1].append(first)
            else:
                groups.append([first])
            groups += [[part] for part in others]
            joins = next((one for one in about if one.gap.cut), None)
        for group in groups:
            self._settle(group, originals)

    def _clash(self, group: Sequence[_Part], number: int, join: Decided) -> bool:
        """Tell, and report, whether one person gave two reviews to be joined different labels of a group."""
        theirs = self._given.to(number)
        for part in group:
            for slot, annotation in (self._given.to(part.number) if part.number else {}).items():
                if slot in theirs and theirs[slot]["label"] != annotation["label"]:
                    self._report.new["boundary"] -= 1
                    self._report.conflict(
                        join.line,
                        f"no boundary before “{join.boundary.begins}”: {slot[0]} gave review {part.number} "
                        f"the label {annotation['label']} and review {number} {theirs[slot]['label']}",
                    )
                    return True
        return False

    def _settle(self, group: Sequence[_Part], originals: Mapping[int, Any]) -> None:
        """Write one review; the smallest number that its parts carry stays."""
        documents = [part.document for part in group]
        numbers = [part.number for part in group if part.number]
        whole = joined(documents) if len(documents) > 1 else dict(documents[0])
        number = min(numbers) if numbers else self._writer.next_id("reviews")
        whole |= {"number": number}
        if not numbers or whole["text"] != originals[number]["text"]:
            whole |= content_of(whole["text"])
        if numbers:
            self._writer.change("reviews", originals[number], whole)
        else:
            self._writer.add("reviews", whole)
        self.shaped[number] = whole
        for gone in numbers:
            if gone != number:
                self._retire(gone, number, originals[gone])

    def _retire(self, gone: int, keeper: int, document: Document) -> None:
        self._given.move(gone, keeper)
        for note in self._database.table("notes").search(Between("review", gone, gone)):
            self._writer.change("notes", note, {**note, "review": keeper})
        self._writer.remove("reviews", document)
        self._writer.put("retired", gone, {"into": keeper})
        self.shaped[gone] = None
        self.absorbed.setdefault(keeper, []).append(gone)


def _choose(boundary: Boundary, found: Sequence[tuple[int, Gap]]) -> tuple[int, Gap] | None:
    """Choose the gap that is meant: the one at its place, or the only one there is."""
    there = [one for one in found if one[1].at == boundary.at] or found
    return there[0] if len(there) == 1 else None


def _chains(order: Sequence[int], decisions: Mapping[tuple[int, int], Decided]) -> Iterator[list[int]]:
    """Give the runs of neighbours that decisions are about, in reading order."""
    touched = {number for one in decisions.values() for number in (one.gap.left, one.gap.right)}
    linked = {one.gap.right for one in decisions.values() if one.gap.cut}
    chain: list[int] = []
    for number in order:
        if chain and number not in linked:
            yield chain
            chain = []
        if number in touched:
            chain.append(number)
    if chain:
        yield chain


def _parts(document: Document, about: Sequence[Decided]) -> list[_Part]:
    """Cut a review as decided; its first part carries its number on."""
    whole: Mapping[str, Any] = document
    for one in about:
        if not one.gap.cut and not one.boundary.cut:
            whole = held(whole, one.gap.after)
    cuts = [one.gap.after for one in about if not one.gap.cut and one.boundary.cut]
    pieces = cut(whole, cuts) if cuts else [whole]
    return [_Part(piece, None if at else document.doc_id) for at, piece in enumerate(pieces)]


def _confirmed(group: list[_Part], following: _Part) -> _Part:
    """Keep on both sides that a person decided for a boundary; return the right side."""
    group[-1] = group[-1]._replace(document={**group[-1].document, "after": DECIDED})
    return following._replace(document={**following.document, "before": DECIDED})
