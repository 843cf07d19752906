"""Read the reviews of a corpus: those that answer a query, those of some numbers, and how many they are."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from tinydb.table import Document

from reviewcli.documents import review_from
from reviewcli.errors import CorpusError
from reviewcli.model import Review
from reviewcli.store.conditions import Between
from reviewcli.store.database import Database

FIRST_BATCH, LARGEST_BATCH = 64, 4096


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
        from reviewcli.query.match import compile_query
        from reviewcli.query.parse import parse

        matches = compile_query(parse(query))
        return (review for review in self._all() if matches(review))

    def count(self, query: str) -> int:
        """Count the reviews that answer the query. Raises QueryError."""
        if not query.strip():
            return len(self._database.table("reviews"))
        return sum(1 for _ in self.answering(query))

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

    def _all(self) -> Iterator[Review]:
        start, size = 1, FIRST_BATCH
        while batch := self._batch(start, size):
            yield from batch
            start, size = batch[-1].number + 1, min(size * 2, LARGEST_BATCH)

    def _batch(self, start: int, size: int) -> list[Review]:
        with self._database.snapshot():
            documents = list(islice(self._database.table("reviews").iter_from(start), size))
            return list(self._complete(documents)) if documents else []

    def _complete(self, batch: list[Document]) -> Iterator[Review]:
        """Join reviews, in order of number, with what stands about them in other tables."""
        within = Between("review", batch[0].doc_id, batch[-1].doc_id)
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

    def _by_review(self, table: str, within: Between) -> dict[int, list[Document]]:
        found: dict[int, list[Document]] = {}
        for document in self._database.table(table).search(within):
            if not within(document):  # an index may still know what the document does not say any more
                raise self.damaged(f"One of the {table}")
            found.setdefault(document["review"], []).append(document)
        return found
