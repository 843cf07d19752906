"""Read the reviews of a corpus: those that answer a query, those of some numbers, and how many they are."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tinydb.table import Document

from reviewcli.documents import review_from
from reviewcli.errors import CorpusError
from reviewcli.model import Review
from reviewcli.store.conditions import Between, OneOf
from reviewcli.store.database import Database

if TYPE_CHECKING:  # a list of all asks nothing
    from reviewcli.query.tree import Query

FIRST_BATCH, LARGEST_BATCH = 64, 4096
SCATTERED = 4
"""How many numbers to each review may lie between the first and the last that are read together."""


class Reading:
    """The reviews of one corpus, as they are read; nothing is held."""

    def __init__(self, database: Database, path: Path) -> None:
        self._database = database
        self._path = path

    def answering(self, query: str) -> Iterator[Review]:
        """Give the reviews that answer the query, in order of number; all of them for an empty one.

        They are read as they are asked for, some at a time, so that the corpus may be changed meanwhile.
        Raises QueryError.
        """
        if not query.strip():
            return self._all()
        from reviewcli.query.parse import parse

        return self._answering(parse(query))

    def count(self, query: str) -> int:
        """Count the reviews that answer the query. Raises QueryError."""
        if not query.strip():
            index = self._database.words("reviews")
            total = index.total() if index else None
            return len(self._database.table("reviews")) if total is None else total
        from reviewcli.query.parse import parse
        from reviewcli.searching.found import found

        parsed = parse(query)
        if (answers := found(self._database, parsed)) and answers.exact:
            return answers.count()
        return sum(1 for _ in self._answering(parsed))

    def numbered(self, numbers: Iterable[int]) -> list[Review]:
        """Fetch reviews by number, in the order asked. Raises NotFoundError when one does not exist."""
        with self._database.snapshot():
            return [review for document in self.documents(numbers) for review in self._complete([document])]

    def documents(self, numbers: Iterable[int]) -> list[Document]:
        """Fetch stored reviews by number, in the order asked. Raises NotFoundError as `numbered`."""
        table = self._database.table("reviews")
        asked = list(numbers)
        found = [(number, table.get(doc_id=number)) for number in asked]
        if missing := [number for number, document in found if document is None]:
            from reviewcli.history import History
            from reviewcli.missing import no_such_review

            raise no_such_review(missing, self._database, History(self._database, self._path))
        return [document for _, document in found if isinstance(document, Document)]

    def damaged(self, what: str) -> CorpusError:
        """Return the error for something that is not as it was written."""
        return CorpusError(
            f"{what} in {self._path} is damaged.", hint="Nothing was changed. Put back a copy of the file."
        )

    def _answering(self, query: "Query") -> Iterator[Review]:
        from reviewcli.query.match import compile_query
        from reviewcli.searching.found import found

        matches, answers = compile_query(query), found(self._database, query)
        if answers is None:
            return (review for review in self._all() if matches(review))
        reviews = self._at(lambda start, size: answers.numbers(start, size))
        return reviews if answers.exact else (review for review in reviews if matches(review))

    def _at(self, numbers: Callable[[int, int], list[int]]) -> Iterator[Review]:
        """Give the reviews of the numbers that are listed from one on, so many at a time."""
        start, size = 1, FIRST_BATCH
        while True:
            with self._database.snapshot():
                page = numbers(start, size)
                batch = self._complete(self._database.table("reviews").get(doc_ids=page))
            if not page:
                return
            yield from batch
            start, size = page[-1] + 1, min(size * 2, LARGEST_BATCH)

    def _all(self) -> Iterator[Review]:
        start, size = 1, FIRST_BATCH
        while batch := self._batch(start, size):
            yield from batch
            start, size = batch[-1].number + 1, min(size * 2, LARGEST_BATCH)

    def _batch(self, start: int, size: int) -> list[Review]:
        with self._database.snapshot():
            documents = list(islice(self._database.table("reviews").iter_from(start), size))
            return self._complete(documents)

    def _complete(self, batch: list[Document]) -> list[Review]:
        """Join reviews, in order of number, with what stands about them in other tables."""
        return list(self._joined(batch)) if batch else []

    def _joined(self, batch: list[Document]) -> Iterator[Review]:
        first, last = batch[0].doc_id, batch[-1].doc_id
        within: Between | OneOf = Between("review", first, last)
        if last - first > SCATTERED * len(batch):
            within = OneOf("review", frozenset(one.doc_id for one in batch))
        annotations = self._by_review("annotations", within)
        notes = self._by_review("notes", within)
        for document in batch:
            about = document.doc_id
            try:
                if document["number"] != about:
                    raise ValueError("a review stands under its number")
                yield review_from(document, annotations.get(about, ()), notes.get(about, ()))
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                raise self.damaged(f"Review {about}") from error

    def _by_review(self, table: str, within: Between | OneOf) -> dict[int, list[Document]]:
        found: dict[int, list[Document]] = {}
        for document in self._database.table(table).search(within):
            if not within(document):  # an index may still know what the document does not say any more
                raise self.damaged(f"One of the {table}")
            found.setdefault(document["review"], []).append(document)
        return found
