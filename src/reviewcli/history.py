"""Read the history of a corpus: what each change did, newest first, and what became of it."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tinydb.table import Document

from reviewcli.changes import Effect, Run, net
from reviewcli.digest import digest, reviews_of
from reviewcli.errors import CorpusError, NotFoundError
from reviewcli.opening import read_state
from reviewcli.runs import Runs, format_runs, overlap, runs_of
from reviewcli.store.database import Database
from reviewcli.values import Value, values
from reviewcli.writing import SET_ASIDE

_DAMAGE = (KeyError, TypeError, ValueError, AttributeError)


class Entry(NamedTuple):
    """A line of the history: who did what and when, by which command as typed.

    `about` holds the numbers of the reviews, `touched` the ids of all documents by table. An entry that
    takes another back says so by `undoes`, one that does it again by `redoes`; `undone_by` names the entry
    by which this one is taken back now.
    """

    number: int
    annotator: str
    time: str
    command: str
    did: str
    about: Runs
    touched: Mapping[str, Runs]
    undoes: int | None = None
    redoes: int | None = None
    undone_by: int | None = None

    @property
    def ordinary(self) -> bool:
        """Tell whether it is a change of its own, neither an undo nor a redo."""
        return self.undoes is None and self.redoes is None

    @property
    def stands(self) -> bool:
        """Tell whether it is a change of its own that is not undone."""
        return self.ordinary and self.undone_by is None


class History:
    """The changes of one corpus, as they are read; nothing is held."""

    def __init__(self, database: Database, path: Path) -> None:
        self._database = database
        self._path = path

    def entries(self, about: Runs | None = None) -> Iterator[Entry]:
        """Give the entries, newest first; with `about`, those about one of these reviews.

        They are read as they are asked for. Raises CorpusError for what is no entry.
        """
        undone_by: dict[int, int | None] = {}
        for document in self._lines():
            number = document.doc_id
            try:
                for kind, by in (("undoes", number), ("redoes", None)):
                    if kind in document:
                        undone_by.setdefault(int(document[kind]), by)
                if about is None or overlap(document["about"], about):
                    yield _entry(document, undone_by.get(number))
            except _DAMAGE as error:
                raise self._damaged(number) from error

    def _lines(self) -> Iterator[Document]:
        """Give the line of every change set; where none was kept, it is made of the change set."""
        wanted = self._last()
        for document in self._database.table("history").iter_back(wanted):
            yield from self._made(wanted, document.doc_id)
            yield document
            wanted = document.doc_id - 1
        yield from self._made(wanted, 0)

    def _made(self, first: int, end: int) -> Iterator[Document]:
        return (self.made(number) for number in range(first, end, -1))

    def made(self, number: int) -> Document:
        """Make the line of a change set from the change set itself."""
        change_set = self.change_set(number)
        try:
            reversal = {kind: change_set[kind] for kind in ("undoes", "redoes") if kind in change_set}
            return Document(digest(change_set, self._source_of) | reversal, number)
        except _DAMAGE as error:
            raise self._damaged(number) from error

    def _last(self) -> int:
        last: int = read_state(self._database)["next_changes"] - 1
        return last

    def _source_of(self, number: int) -> str:
        for table in ("reviews", SET_ASIDE):
            document = self._database.table(table).get(doc_id=number)
            if isinstance(document, Document):
                return str(document["source"])
        return "a source that is gone"

    def change_set(self, number: int) -> Mapping[str, Any]:
        """Fetch a change set with its edits. Raises NotFoundError when there is none."""
        last = self._last()
        if not 0 < number <= last:
            exist = "nothing was changed yet" if last < 1 else f"they are 1 to {last}"
            raise NotFoundError(
                f"There is no change {number}; {exist}.", hint="reviewcli history shows what was done."
            )
        document = self._database.table("changes").get(doc_id=number)
        if not isinstance(document, Document):
            raise self._damaged(number)
        return document

    def net(self, number: int) -> tuple[list[Effect], list[Run]]:
        """Sum up what a change set did. Raises NotFoundError when there is none."""
        change_set = self.change_set(number)
        try:
            return net(change_set["edits"])
        except _DAMAGE as error:
            raise self._damaged(number) from error

    def values(self, entry: Entry, about: Runs) -> list[Value]:
        """List the old and new values of these reviews that an entry changed."""
        effects, runs = self.net(entry.number)
        clipped = [
            Run(one.table, max(first, one.first), min(last, one.last), added=one.added)
            for one in runs
            for first, last in about
            if one.table == "reviews" and max(first, one.first) <= min(last, one.last)
        ]
        try:
            on_them = [one for one in effects if any(overlap([[at, at]], about) for at in reviews_of(one))]
            return list(values(on_them, clipped))
        except _DAMAGE as error:
            raise self._damaged(entry.number) from error

    def family(self, numbers: Iterable[int]) -> Runs:
        """Return numbers with those merged into them. Raises NotFoundError for one that was never given."""
        into: dict[int, list[int]] = {}
        for document in self._database.table("retired").iter_from(1):
            into.setdefault(int(document["into"]), []).append(document.doc_id)
        found = list(numbers)
        given = read_state(self._database)["next_reviews"] - 1
        if never := [number for number in found if not 0 < number <= given]:
            raise NotFoundError(
                f"There never was a review {format_runs(runs_of(never))}.",
                hint="reviewcli list shows all there are.",
            )
        for number in found:
            found += into.pop(number, ())
        return runs_of(found)

    def why_gone(self, number: int) -> str:
        """Say by which undo a review is no more; nothing when there is no such."""
        if not self._database.table(SET_ASIDE).contains(doc_id=number):
            return ""
        undone = (one for one in self.entries([[number, number]]) if one.undoes and "reviews" in one.touched)
        return next((f"change {one.undoes} was taken back by change {one.number}" for one in undone), "")

    def _damaged(self, number: int) -> CorpusError:
        return CorpusError(
            f"Change {number} in the history of {self._path} is damaged.",
            hint="Nothing was changed. Put back a copy of the file.",
        )


def _entry(document: Document, undone_by: int | None) -> Entry:
    return Entry(
        document.doc_id,
        str(document["annotator"]),
        str(document["time"]),
        str(document["command"]),
        str(document["did"]),
        document["about"],
        document["touched"],
        document.get("undoes"),
        document.get("redoes"),
        undone_by,
    )
