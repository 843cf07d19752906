"""Give commands, screens and scripts one door to a corpus: read it, and change it reversibly."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from reviewcli.model import Review
from reviewcli.opening import open_database, untold
from reviewcli.progress import Progress, unseen
from reviewcli.reading import Reading, local_day
from reviewcli.store.database import Database

if TYPE_CHECKING:  # what only some commands need is loaded by the method that needs it
    from reviewcli.annotating import Tagging
    from reviewcli.changes import Stamp
    from reviewcli.doubts import OpenGap
    from reviewcli.history import History
    from reviewcli.importing import Intake
    from reviewcli.labels import Label
    from reviewcli.noting import Noting
    from reviewcli.query.request import Request
    from reviewcli.query.respelling import Respelling
    from reviewcli.reshaping import Merging
    from reviewcli.shelf import SavedQueries
    from reviewcli.sources.plaintext import Source
    from reviewcli.split.decisions import Decisions
    from reviewcli.split.rules import Cutting
    from reviewcli.undoing import Reversal, Reverser


def open_corpus(path: Path, tell: "Callable[[str], None]" = untold) -> "Corpus":
    """Open the corpus at `path`, and tell when it had to be migrated; otherwise as `open_database`."""
    return Corpus(open_database(path, tell), path)


def create_corpus(path: Path, sources: Iterable["Source"] = (), stamp: "Stamp | None" = None) -> bool:
    """Make a corpus at `path` with the reviews of `sources` in it; tell whether it was we who made it."""
    from reviewcli.founding import found_corpus

    def fill(database: Database) -> None:
        if stamp:
            Corpus(database, path).add_sources(sources, stamp)

    return found_corpus(path, fill)


class Corpus:
    """A collection of reviews in one file, open until `close`; usable in a `with` statement."""

    def __init__(self, database: Database, path: Path, today: Callable[[], str] = local_day) -> None:
        self._database = database
        self._reading = Reading(database, path, today)
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @property
    def database(self) -> Database:
        """Return the TinyDB database that holds everything."""
        return self._database

    def reviews(self, query: str = "") -> Iterator[Review]:
        """Give the reviews that answer the query, in its order or that of numbers; all for an empty one.

        They are read as they are asked for, some at a time, so that the corpus may be changed meanwhile.
        Raises QueryError.
        """
        return self._reading.answering(query)

    def search(self, query: str) -> Iterator[Review]:
        """Give the reviews that answer the query, in its order, or best first when it wishes none.

        What is best is told by BM25 over the words that it asks for. Otherwise as `reviews`.
        """
        return self._reading.answering(query, best_first=True)

    def similar(self, number: int) -> Iterator[Review]:
        """Give the reviews most like another, the most like it first. Raises NotFoundError.

        They are found by the words that tell most of it: often in it, and in few others.
        """
        return self._reading.similar(number)

    def request(self, query: str) -> "Request":
        """Read a query for what it asks, with what is saved here and today in mind. Raises QueryError."""
        return self._reading.request(query)

    def count(self, query: str = "") -> int:
        """Count the reviews that answer the query. Raises QueryError."""
        return self._reading.count(query)

    def respellings(self, query: str) -> list["Respelling"]:
        """Propose spellings for words of a query that hardly any review holds. Raises QueryError."""
        return self._reading.respellings(query)

    def numbers(self, query: str) -> list[int]:
        """List the numbers of the reviews that answer the query, in its order. Raises QueryError."""
        return self._reading.numbers(query)

    def get(self, numbers: Iterable[int]) -> list[Review]:
        """Fetch reviews by number, in the order asked. Raises NotFoundError when one does not exist."""
        return self._reading.numbered(numbers)

    def add_sources(
        self,
        sources: Iterable["Source"],
        stamp: "Stamp",
        cutting: "Cutting | None" = None,
        progress: Progress = unseen,
        *,
        mapping: Mapping[str, str] | None = None,
    ) -> list["Intake"]:
        """Take in the reviews of sources that are not there yet; all of it is one change.

        `cutting` says how to split texts, by the model when left out, `mapping` which columns are what.
        """
        from reviewcli.tabling import How, import_any
        from reviewcli.writing import writing

        with writing(self._database, stamp) as writer:
            how = How(cutting, mapping, progress)
            return [import_any(one, self._database, writer, stamp, how) for one in sources]

    def mapping_of(self, columns: Sequence[str]) -> Mapping[str, str] | None:
        """Return which columns were said to be what when a table with the same ones was imported."""
        from reviewcli.planning import remembered_in

        return remembered_in(self._database)(columns)

    def labels(self) -> list["Label"]:
        """List the label scheme, in order."""
        from reviewcli.annotating import scheme

        return scheme(self._database)

    def tag(
        self, numbers: Iterable[int], label: str, stamp: "Stamp", *, new: bool = False, dry_run: bool = False
    ) -> list["Tagging"]:
        """Give each review the label, in the place of the annotator's other one of its group.

        With `new`, a label that is not in the scheme is added to it; with `dry_run`, the answer is what
        would be done, and nothing is. All of it is one change. Raises NotFoundError for a review or
        label that does not exist, UsageError for an impossible name.
        """
        from reviewcli.annotating import Annotator, choose_label
        from reviewcli.writing import writing

        with writing(self._database, stamp, dry_run=dry_run) as writer:
            existing = [document.doc_id for document in self._reading.documents(numbers)]
            chosen = choose_label(label, self._database, writer, new=new)
            return Annotator(self._database, writer, stamp).tag(existing, chosen)

    def untag(
        self, numbers: Iterable[int], label: str | None, stamp: "Stamp", *, dry_run: bool = False
    ) -> list["Tagging"]:
        """Take the annotator's own label off each review, all of theirs when none is named; one change.

        Raises NotFoundError for a review or label that does not exist.
        """
        from reviewcli.annotating import Annotator, choose_label
        from reviewcli.writing import writing

        with writing(self._database, stamp, dry_run=dry_run) as writer:
            existing = [document.doc_id for document in self._reading.documents(numbers)]
            chosen = choose_label(label, self._database, writer, new=False) if label else None
            return Annotator(self._database, writer, stamp).untag(existing, chosen)

    def note(
        self, numbers: Iterable[int], text: str | None, stamp: "Stamp", *, dry_run: bool = False
    ) -> list["Noting"]:
        """Write a note on each review, or take the annotator's own off where there is no text; one change.

        Raises NotFoundError for a review that does not exist, UsageError for what is no note.
        """
        from reviewcli.noting import Noter, note_text
        from reviewcli.writing import writing

        wanted = None if text is None else note_text(text)
        with writing(self._database, stamp, dry_run=dry_run) as writer:
            existing = [document.doc_id for document in self._reading.documents(numbers)]
            noter = Noter(self._database, writer, stamp)
            return noter.remove(existing) if wanted is None else noter.note(existing, wanted)

    def saved_queries(self) -> "SavedQueries":
        """Return the door to the queries that are kept under names."""
        from reviewcli.shelf import SavedQueries

        return SavedQueries(self._database, self._reading)

    def merge(self, numbers: Iterable[int], stamp: "Stamp", *, label: str | None = None) -> "Merging":
        """Make one review of neighbours, with the smallest number and all labels and notes; one change.

        `label` decides where one annotator gave them different labels of one group. Raises NotFoundError
        for a review or label that does not exist, UsageError for reviews that are no neighbours and
        LabelConflictError for labels that nobody decided about.
        """
        from reviewcli.labels import find_label
        from reviewcli.reshaping import Reshaper
        from reviewcli.writing import writing

        with writing(self._database, stamp) as writer:
            chosen = find_label(label, self.labels()) if label else None
            return Reshaper(self._database, writer).merge(self._reading.documents(numbers), chosen)

    def split(self, number: int, after: Iterable[int], stamp: "Stamp") -> list[int]:
        """Cut a review after the paragraphs named, from 1 on; return its parts' numbers; one change.

        The first part keeps the number, labels and notes. Raises NotFoundError and UsageError as `hold`.
        """
        from reviewcli.reshaping import Reshaper
        from reviewcli.writing import writing

        with writing(self._database, stamp) as writer:
            return Reshaper(self._database, writer).split(self._reading.documents([number])[0], list(after))

    def decisions_about(self, source: "Source", by: str) -> "Decisions":
        """Return what has to be decided so that importing a source gives the reviews there are now.

        Raises NotFoundError for a source that was never imported as it is now.
        """
        from reviewcli.exporting import decisions_of

        with self._database.snapshot():
            return decisions_of(source, self._database, by)

    def open_gaps(self) -> list["OpenGap"]:
        """List the gaps that a person should be asked about, cut at or not, in reading order.

        Raises CorpusError when a review is damaged.
        """
        from reviewcli.doubts import open_gaps

        try:
            return list(open_gaps(self._database.table("reviews").iter_from(1)))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise self._reading.damaged("A review") from error

    def confirm(self, left: int, right: int, stamp: "Stamp") -> None:
        """Keep that a person decided for the boundary between two neighbours, as `hold`; one change."""
        from reviewcli.reshaping import Reshaper
        from reviewcli.writing import writing

        with writing(self._database, stamp) as writer:
            before, after = self._reading.documents([left, right])
            Reshaper(self._database, writer).confirm(before, after)

    def hold(self, number: int, after: int, stamp: "Stamp") -> None:
        """Keep that a person decided against a boundary after a paragraph of a review; one change.

        Raises NotFoundError for a review that does not exist, UsageError for a gap that does not.
        """
        from reviewcli.reshaping import Reshaper
        from reviewcli.writing import writing

        with writing(self._database, stamp) as writer:
            Reshaper(self._database, writer).hold(self._reading.documents([number])[0], after)

    def history(self) -> "History":
        """Return the door to what was done, and by whom."""
        from reviewcli.history import History

        return History(self._database, self.path)

    def undo(self, change: int | None, stamp: "Stamp", *, dry_run: bool = False) -> "Reversal":
        """Take a change back, the last that stands when none is named; that is a change too.

        With `dry_run`, the answer is what would be done, and nothing is. Raises NotFoundError when there is
        nothing to take back, ReviewError when a later change depends on it.
        """
        return self._reverse(lambda reverser: reverser.undo(change), stamp, dry_run=dry_run)

    def redo(self, change: int | None, stamp: "Stamp", *, dry_run: bool = False) -> "Reversal":
        """Do an undone change again, the last undone when none is named; otherwise as `undo`."""
        return self._reverse(lambda reverser: reverser.redo(change), stamp, dry_run=dry_run)

    def _reverse(
        self, plan: "Callable[[Reverser], Reversal]", stamp: "Stamp", *, dry_run: bool
    ) -> "Reversal":
        from reviewcli.undoing import Reverser, apply
        from reviewcli.writing import writing

        with writing(self._database, stamp, dry_run=dry_run) as writer:
            reversal = plan(Reverser(self._database, self.history()))
            if not dry_run:
                apply(reversal, writer)
            return reversal
