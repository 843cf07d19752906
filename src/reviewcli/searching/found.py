"""Read the numbers of the reviews that a selection holds: in order, by rank, or how many they are."""

from collections.abc import Iterator

from reviewcli.query.tree import Query
from reviewcli.searching.selecting import REVIEWS, Selection, Selector
from reviewcli.store.database import Database, SqliteDatabase
from reviewcli.store.words import WordIndex


class Found:
    """The reviews of one selection, read as they are asked for."""

    def __init__(self, database: SqliteDatabase, index: WordIndex, selection: Selection) -> None:
        self._database = database
        self._index = index
        self._selection = selection

    @property
    def exact(self) -> bool:
        """Tell whether each of them answers the query; else all that do are among them."""
        return self._selection.exact

    def numbers(self, start: int, size: int, *, descending: bool = False) -> list[int]:
        """List at most `size` numbers from `start` on, in order."""
        end, order = ("<= ?", " DESC") if descending else (">= ?", "")
        source, parameters = self._from()
        sql = f"SELECT {source} AND {self._id} {end} ORDER BY {self._id}{order} LIMIT ?"
        return [number for (number,) in self._database.rows(sql, (*parameters, start, size))]

    def best(self, size: int | None = None) -> list[int]:
        """List numbers by rank (BM25 as FTS5 has it), the smaller of equals first; for a selection by words."""
        source, parameters = self._from()
        sql = f"SELECT {source} ORDER BY found.rank, {self._id} LIMIT ?"
        return [number for (number,) in self._database.rows(sql, (*parameters, -1 if size is None else size))]

    def count(self) -> int:
        """Count them."""
        source, parameters = self._from("count(*)")
        count: int = self._database.rows(f"SELECT {source}", parameters)[0][0]
        return count

    @property
    def _id(self) -> str:
        return "reviews.id" if self._selection.match is None else "found.rowid"

    def _from(self, what: str = "") -> tuple[str, tuple[object, ...]]:
        """Write what of which tables; the words go first, for they are what narrows it most."""
        match, (sql, parameters, _) = self._selection
        what = what or self._id
        if match is None:
            return f"{what} FROM {REVIEWS} AS reviews WHERE {sql}", parameters
        fts = self._index.fts
        joined = "" if sql == "1" else f" CROSS JOIN {REVIEWS} AS reviews ON reviews.id = found.rowid AND {sql}"
        # The parameters of a join stand before those of the condition.
        return f"{what} FROM {fts} AS found{joined} WHERE {fts} MATCH ?", (*parameters, match)


def found(database: Database, query: Query) -> Found | None:
    """Find the reviews of a corpus that answer a query by its index; None where it has no index."""
    index = database.words("reviews")
    if index is None or not isinstance(database, SqliteDatabase):
        return None
    return Found(database, index, Selector(database, index).select(query))
