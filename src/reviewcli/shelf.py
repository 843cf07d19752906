"""Give commands, screens and scripts one door to the saved queries of a corpus."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reviewcli.reading import Reading
from reviewcli.saved import SavedQuery, Shelf, saved_queries, saved_query
from reviewcli.store.database import Database

if TYPE_CHECKING:  # reading what is saved changes nothing
    from reviewcli.changes import Stamp


class SavedQueries:
    """The queries that are kept under names in one corpus; each change of them is a change of the corpus."""

    def __init__(self, database: Database, reading: Reading) -> None:
        self._database = database
        self._reading = reading

    def list(self) -> list[SavedQuery]:
        """List them, by name."""
        return saved_queries(self._database)

    def get(self, name: str) -> SavedQuery:
        """Return the query that was saved under a name. Raises NotFoundError when there is none."""
        return saved_query(name, self._database)

    def save(self, name: str, query: str, stamp: "Stamp") -> SavedQuery | None:
        """Save a query under a name, in the place of the one that is returned, if any.

        Raises UsageError for what cannot be a name, QueryError for a query that cannot be read, or stands
        in itself.
        """
        with self._shelf(stamp) as shelf:
            self._reading.request(query, saved_as=name)
            return shelf.save(name, query)

    def rename(self, name: str, new: str, stamp: "Stamp") -> None:
        """Give a saved query another name. Raises NotFoundError, UsageError and ReviewError."""
        with self._shelf(stamp) as shelf:
            shelf.rename(name, new)

    def remove(self, name: str, stamp: "Stamp") -> SavedQuery:
        """Forget a saved query. Raises NotFoundError."""
        with self._shelf(stamp) as shelf:
            return shelf.remove(name)

    @contextmanager
    def _shelf(self, stamp: "Stamp") -> Iterator[Shelf]:
        from reviewcli.writing import writing

        with writing(self._database, stamp) as writer:
            yield Shelf(self._database, writer)
