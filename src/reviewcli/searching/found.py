"""Read the numbers of the reviews that a selection holds: in order, by rank, or how many they are."""

from reviewcli.query.tree import Query
from reviewcli.query.wanted import wanted_terms
from reviewcli.searching.expressions import any_of, expression
from reviewcli.searching.selecting import REVIEWS, Selector
from reviewcli.store.database import Database, SqliteDatabase
from reviewcli.store.words import WordIndex


class Found:
    """The reviews of one selection, read as they are asked for."""

    def __init__(self, database: SqliteDatabase, index: WordIndex, query: Query) -> None:
        selector = Selector(database, index)
        self._query = query
        self._database = database
        self._index = index
        self._vocabulary = selector.vocabulary
        self._selection = selector.select(query)

    @property
    def exact(self) -> bool:
        """Tell whether each of them answers the query; else all that do are among them."""
        return self._selection.exact

    @property
    def ranked(self) -> bool:
        """Tell whether FTS5 can rank them: whether each of them has words that are to be there."""
        return self._selection.match is not None

    def numbers(self, after: int | None, size: int, *, descending: bool = False) -> list[int]:
        """List at most `size` numbers, in order, from the first on or from after one that was listed."""
        source, parameters = self._from()
        beyond = "<" if descending else ">"
        start = (2**62 if descending else 0) if after is None else after
        order = "DESC" if descending else "ASC"
        sql = f"SELECT {source} AND {self._id} {beyond} ? ORDER BY {self._id} {order} LIMIT ?"
        return [number for (number,) in self._database.rows(sql, (*parameters, start, size))]

    def best(self, size: int) -> list[int]:
        """List at most `size` numbers, or all for -1, by rank, the smaller of equals first.

        It is BM25 as FTS5 has it.
        """
        source, parameters = self._from()
        sql = f"SELECT {source} ORDER BY found.rank, found.rowid LIMIT ?"
        if not self._selection.ranked:
            fts = self._index.fts
            chosen = f"{fts} MATCH ? AND rowid IN (SELECT {source})"
            sql = f"SELECT rowid FROM {fts} WHERE {chosen} ORDER BY rank, rowid LIMIT ?"
            parameters = (self._wanted(), *parameters)
        return [number for (number,) in self._database.rows(sql, (*parameters, size))]

    def scores(self) -> dict[int, float]:
        """Say how well reviews answer the words of the query, by number: more for better."""
        wanted = self._wanted()
        fts = self._index.fts
        sql = f"SELECT rowid, -rank FROM {fts} WHERE {fts} MATCH ?"
        return dict(self._database.rows(sql, (wanted,))) if wanted else {}

    def _wanted(self) -> str:
        """Write what asks FTS5 for any of the words by which the query ranks."""
        terms = dict.fromkeys(wanted_terms(self._query))
        return any_of(filter(None, (expression(term, self._vocabulary) for term in terms)))

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
        match, (sql, parameters, _), _ = self._selection
        what = what or self._id
        if match is None:
            return f"{what} FROM {REVIEWS} AS reviews WHERE {sql}", parameters
        fts = self._index.fts
        joined = (
            "" if sql == "1" else f" CROSS JOIN {REVIEWS} AS reviews ON reviews.id = found.rowid AND {sql}"
        )
        # The parameters of a join stand before those of the condition.
        return f"{what} FROM {fts} AS found{joined} WHERE {fts} MATCH ?", (*parameters, match)


def found(database: Database, query: Query) -> Found | None:
    """Find the reviews of a corpus that answer a query by its index; None where it has no index."""
    index = database.words("reviews")
    if index is None or not isinstance(database, SqliteDatabase):
        return None
    return Found(database, index, query)
