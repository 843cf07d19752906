"""Find what stands in the way of taking a change back: the documents that are no longer, or not yet, so."""

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any

from tinydb.table import Document

from reviewcli.changes import Effect, Run
from reviewcli.digest import reviews_of
from reviewcli.opening import read_state
from reviewcli.runs import Runs, joined, runs_of
from reviewcli.store.conditions import Between
from reviewcli.store.database import Database
from reviewcli.text import fold_name
from reviewcli.writing import SET_ASIDE

Place = tuple[str, int]
ABOUT_REVIEWS = ("annotations", "notes")


class Dependence:
    """Weigh what a reversal would do to the documents of a corpus, before it is done."""

    def __init__(self, database: Database, effects: list[Effect], runs: list[Run]) -> None:
        self._database = database
        self._effects = effects
        self._runs = runs
        self._ours = {(one.table, one.doc_id): one for one in effects}

    def in_the_way(self) -> Iterator[Place]:
        """Name the documents that would be lost, doubled or left without what they need."""
        yield from self._other_now()
        yield from self._not_there()
        yield from self._left_alone()
        yield from self._without_review()
        yield from self._rivals()
        yield from self._labels()
        yield from self._queries()
        yield from self._sources()

    def _other_now(self) -> Iterator[Place]:
        """Name what is not as the change left it."""
        for effect in self._effects:
            present = self._database.table(effect.table).get(doc_id=effect.doc_id)
            if (dict(present) if isinstance(present, Document) else None) != effect.old:
                yield effect.table, effect.doc_id

    def _not_there(self) -> Iterator[Place]:
        """Name the first document of each run that is not where it should be."""
        for run in self._runs:
            expected = run.first
            for document in self._stored(run):
                if document.doc_id != expected:
                    break
                expected += 1
            if expected <= run.last:
                yield run.table, expected

    def _stored(self, run: Run) -> Iterator[Document]:
        rest = self._database.table(SET_ASIDE if run.added else run.table).iter_from(run.first)
        return takewhile(lambda one: one.doc_id <= run.last, rest)

    def _going(self) -> Runs:
        """Return the reviews that will be no more."""
        alone = [one.doc_id for one in self._of("reviews") if one.new is None]
        return joined([*runs_of(alone), *([run.first, run.last] for run in self._runs if not run.added)])

    def _coming(self, number: int) -> bool:
        effect = self._ours.get(("reviews", number))
        come = any(run.added and run.first <= number <= run.last for run in self._runs)
        return come or bool(effect and effect.new)

    def _of(self, table: str) -> list[Effect]:
        return [one for one in self._effects if one.table == table]

    def _left_alone(self) -> Iterator[Place]:
        """Name the annotations and notes whose review would go and who would stay."""
        for table in ABOUT_REVIEWS:
            for first, last in self._going():
                for document in self._database.table(table).search(Between("review", first, last)):
                    if (table, document.doc_id) not in self._ours:
                        yield table, document.doc_id

    def _without_review(self) -> Iterator[Place]:
        """Name the reviews that annotations and notes would come back to, and that are not there."""
        reviews = self._database.table("reviews")
        wanted = {int(one.new["review"]) for one in self._effects if one.table in ABOUT_REVIEWS and one.new}
        going = self._going()
        for number in wanted:
            gone = any(first <= number <= last for first, last in going)
            if not self._coming(number) and (gone or not reviews.contains(doc_id=number)):
                yield "reviews", number

    def _rivals(self) -> Iterator[Place]:
        """Name the annotations by the same person, of the same group, beside those to come."""
        coming = [one for one in self._of("annotations") if one.new]
        slots = {_slot(one.new) for one in coming if one.new}
        for first, last in runs_of(number for one in coming for number in reviews_of(one)):
            for other in self._database.table("annotations").search(Between("review", first, last)):
                if ("annotations", other.doc_id) not in self._ours and _slot(other) in slots:
                    yield "annotations", other.doc_id

    def _labels(self) -> Iterator[Place]:
        """Name the annotations whose label would go, the labels that would be there twice or are missing."""
        ours = self._of("labels")
        going = {one.old["name"] for one in ours if one.old and not one.new}
        coming = {fold_name(one.new["name"]) for one in ours if one.new}
        if going:
            for document in self._database.table("annotations").iter_from(1):
                if document["label"] in going and ("annotations", document.doc_id) not in self._ours:
                    yield "annotations", document.doc_id
        needed = {one.new["label"] for one in self._of("annotations") if one.new}
        if not (coming or needed):
            return
        scheme = list(self._database.table("labels").iter_from(1))
        for label in scheme:
            if ("labels", label.doc_id) not in self._ours and fold_name(label["name"]) in coming:
                yield "labels", label.doc_id
        present = {label["name"] for label in scheme if label["name"] not in going}
        if needed - present - {one.new["name"] for one in ours if one.new}:
            given = set(range(1, read_state(self._database)["next_labels"]))
            yield from (("labels", doc_id) for doc_id in given - {label.doc_id for label in scheme})

    def _queries(self) -> Iterator[Place]:
        """Name the saved queries whose names would be there twice."""
        coming = {fold_name(one.new["name"]) for one in self._of("queries") if one.new}
        if coming:
            for saved in self._database.table("queries").iter_from(1):
                if ("queries", saved.doc_id) not in self._ours and fold_name(saved["name"]) in coming:
                    yield "queries", saved.doc_id

    def _sources(self) -> Iterator[Place]:
        """Name the reviews whose source would go, the sources that would be there twice or are missing."""
        sources = self._database.table("sources")
        ours = self._of("sources")
        for effect in ours:
            if effect.old and not effect.new:
                yield from self._reviews_of_source(effect.doc_id)
            elif effect.new and not effect.old:
                yield from (("sources", one.doc_id) for one in sources.iter_from(1) if _same(one, effect.new))
        coming = {one.doc_id for one in ours if one.new}
        needed = {
            int(document["origin"]["source"])
            for run in self._runs
            if run.added
            for document in self._stored(run)
        }
        yield from (("sources", one) for one in needed - coming if not sources.contains(doc_id=one))

    def _reviews_of_source(self, source: int) -> Iterator[Place]:
        going = self._going()
        for document in self._database.table("reviews").iter_from(going[0][0] if going else 1):
            number = document.doc_id
            gone = any(first <= number <= last for first, last in going)
            if document["origin"]["source"] == source and not gone:
                yield "reviews", number


def _slot(annotation: Any) -> tuple[int, str, str]:
    return int(annotation["review"]), annotation["annotator"], annotation["group"] or annotation["label"]


def _same(source: Any, other: Any) -> bool:
    return bool(source["digest"] == other["digest"] or (other["path"] and source["path"] == other["path"]))


def by_table(places: Iterable[Place]) -> dict[str, Runs]:
    """Gather documents by table."""
    found: dict[str, list[int]] = {}
    for table, doc_id in places:
        found.setdefault(table, []).append(doc_id)
    return {table: runs_of(ids) for table, ids in found.items()}
