"""Read the reviews of a corpus: those that answer a query, those of some numbers, and how many they are."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from time import strftime
from typing import TYPE_CHECKING

from tinydb.table import Document

from reviewcli.documents import review_from
from reviewcli.errors import CorpusError
from reviewcli.model import Review
from reviewcli.store.conditions import Between, OneOf
from reviewcli.store.database import Database
from reviewcli.text import fold_name

if TYPE_CHECKING:  # a listing of all reads no query
    from reviewcli.query.request import Request
    from reviewcli.query.respelling import Known, Respelling
    from reviewcli.query.tree import Word
    from reviewcli.searching.found import Found

FIRST_BATCH, LARGEST_BATCH = 64, 4096
SCATTERED = 4
"""How many numbers to each review may lie between the first and the last that are read together."""


def local_day() -> str:
    """Tell which day it is where the machine stands, from which relative dates count."""
    return strftime("%Y-%m-%d")


class Reading:
    """The reviews of one corpus, as they are read; nothing is held."""

    def __init__(self, database: Database, path: Path, today: Callable[[], str]) -> None:
        self._database = database
        self._path = path
        self._today = today

    def request(self, query: str, *, saved_as: str = "") -> "Request":
        """Read a query, which may name what is saved and count from today. Raises QueryError.

        `saved_as` is the name under which it is to be saved.
        """
        from reviewcli.query.parse import parse_request
        from reviewcli.query.request import Given

        return parse_request(query, Given(self._today(), self._saved), saved_as=fold_name(saved_as))

    def _saved(self) -> Mapping[str, str]:
        from reviewcli.saved import saved_texts

        return saved_texts(self._database)

    def answering(self, query: str, *, best_first: bool = False) -> Iterator[Review]:
        """Give the reviews that answer the query, all for an empty one.

        They come in its order; when it wishes none, in that of numbers, or with `best_first` by relevance.
        They are read as they are asked for, some at a time, so that the corpus may be changed meanwhile.
        Raises QueryError.
        """
        if not query.strip():
            return self._all()
        from reviewcli.query.request import Order

        request = self.request(query)
        if best_first and not request.orders:
            request = request._replace(orders=(Order("relevance"),))
        return self._ordered(request)

    def _ordered(self, request: "Request") -> Iterator[Review]:
        from reviewcli.query.request import Order
        from reviewcli.searching.found import found

        first, answers = next(iter(request.orders), Order("number")), found(self._database, request.query)
        if first.key == "number" and (answers or not first.descending):
            return self._found(request, answers, descending=first.descending)
        if answers and answers.ranked and request.orders == (Order("relevance"),):
            return self._tested(self._best(answers), request, answers)
        from reviewcli.query.order import in_order

        return self._present(in_order(self._found(request, answers), request, self._score(request, answers)))

    def _best(self, answers: "Found") -> Iterator[Review]:
        """Give the reviews that an index found by rank; the first few without listing all."""
        first = answers.best(FIRST_BATCH)
        yield from self._present(first)
        if len(first) == FIRST_BATCH:
            yield from self._present(answers.best(-1)[FIRST_BATCH:])

    def _score(self, request: "Request", answers: "Found | None") -> Callable[[Review], float] | None:
        """Tell how well each review answers the terms; None where the order does not ask."""
        if all(order.key != "relevance" for order in request.orders):
            return None
        from reviewcli.searching.ranking import scores_of

        scores = scores_of(request.query, self._all()) if answers is None else answers.scores()
        return lambda review: scores.get(review.number, 0.0)

    def _found(
        self, request: "Request", answers: "Found | None", *, descending: bool = False
    ) -> Iterator[Review]:
        """Give the reviews that answer the terms, in order of number."""
        everyone = self._all() if answers is None else self._at(answers, descending=descending)
        return self._tested(everyone, request, answers)

    def _tested(
        self, reviews: Iterator[Review], request: "Request", answers: "Found | None"
    ) -> Iterator[Review]:
        """Leave out the reviews that do not answer, where the index could not tell."""
        if answers and answers.exact:
            return reviews
        from reviewcli.query.match import compile_query

        matches = compile_query(request.query)
        return (review for review in reviews if matches(review))

    def _at(self, answers: "Found", *, descending: bool) -> Iterator[Review]:
        """Give the reviews that an index found, so many at a time."""
        last, size = None, FIRST_BATCH
        while True:
            with self._database.snapshot():
                page = answers.numbers(last, size, descending=descending)
                batch = self._complete(self._database.table("reviews").get(doc_ids=page))
            if not page:
                return
            yield from reversed(batch) if descending else batch
            last, size = page[-1], min(size * 2, LARGEST_BATCH)

    def similar(self, number: int) -> Iterator[Review]:
        """Give the reviews most like one, by the words that tell most of it. Raises NotFoundError."""
        from reviewcli.query.request import Order, Request
        from reviewcli.searching.similar import telling

        (review,) = self.numbered([number])
        query = telling(review, self.count(""), self._frequencies())
        if query is None:
            return iter(())
        found = self._ordered(Request(query, (Order("relevance"),)))
        return (other for other in found if other.number != number)

    def _frequencies(self) -> Callable[["Word"], int]:
        """Return what counts the reviews that answer a word."""
        from reviewcli.searching.found import found
        from reviewcli.searching.ranking import frequencies_in

        if self._database.words("reviews") is None:
            return frequencies_in(self._all())

        def count(word: "Word") -> int:
            answers = found(self._database, word)
            return answers.count() if answers else 0

        return count

    def count(self, query: str) -> int:
        """Count the reviews that answer the query. Raises QueryError."""
        if not query.strip():
            index = self._database.words("reviews")
            total = index.total() if index else None
            return len(self._database.table("reviews")) if total is None else total
        from reviewcli.searching.found import found

        request = self.request(query)
        answers = found(self._database, request.query)
        if answers and answers.exact:
            return answers.count()
        return sum(1 for _ in self._found(request, answers))

    def respellings(self, query: str) -> list["Respelling"]:
        """Propose spellings, as reviews write them, for words of a query that hardly any review holds.

        Raises QueryError.
        """
        from reviewcli.query.respelling import Respelling, as_written, respellings

        return [
            Respelling(word, as_written(better, self.answering(f'"{better}"')))
            for word, better in respellings(self.request(query).query, self._nearby())
        ]

    def _nearby(self) -> Callable[[str], Iterable["Known"]]:
        """Return what gives the words of reviews that are spelt like another."""
        from reviewcli.query.respelling import vocabulary
        from reviewcli.searching.nearby import nearby

        known = cache(lambda: vocabulary(self._all()))
        return nearby(self._database) or (lambda _: known())

    def numbers(self, query: str) -> list[int]:
        """List the numbers of the reviews that answer the query. Raises QueryError."""
        from reviewcli.searching.found import found

        request = self.request(query)
        answers = found(self._database, request.query)
        if request.orders or answers is None or not answers.exact:
            return [review.number for review in self._ordered(request)]
        return answers.numbers(None, -1)

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

    def _present(self, numbers: Sequence[int]) -> Iterator[Review]:
        """Give reviews by number, those that are still there, in the order of the numbers."""
        table = self._database.table("reviews")
        for start in range(0, len(numbers), FIRST_BATCH):
            page = numbers[start : start + FIRST_BATCH]
            with self._database.snapshot():
                batch = {one.number: one for one in self._complete(table.get(doc_ids=list(page)))}
            yield from (batch[number] for number in page if number in batch)

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
            return self._complete(documents)

    def _complete(self, batch: list[Document]) -> list[Review]:
        """Join reviews with what stands about them in other tables."""
        return list(self._joined(batch)) if batch else []

    def _joined(self, batch: list[Document]) -> Iterator[Review]:
        numbers = [one.doc_id for one in batch]
        first, last = min(numbers), max(numbers)
        within: Between | OneOf = Between("review", first, last)
        if last - first > SCATTERED * len(batch):
            within = OneOf("review", frozenset(numbers))
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
