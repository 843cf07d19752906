"""See the rows of one SQL table as the mappings of documents that TinyDB reads and changes."""

from collections.abc import ItemsView, Iterable, Iterator, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewcli.store.jsontext import decode, encode
from reviewcli.store.naming import sql_name

PAGE, FIRST_PAGE = 500, 50
_NO_ROWS = "(SELECT 0 AS id, '' AS doc WHERE 0)"

Row = tuple[Any, ...]


if TYPE_CHECKING:
    from typing import Protocol

    class Rows(Protocol):
        """What a mapping needs of the storage that it stands on."""

        path: Path

        def query(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
            """Run one statement and return all its rows."""
            ...

        def has_table(self, name: str) -> bool:
            """Tell whether a TinyDB table exists."""
            ...

        def many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
            """Run one statement for each of many rows."""
            ...

        def put_many(self, name: str, documents: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
            """Write documents, new or replaced."""
            ...

        def delete_many(self, name: str, ids: Iterable[int]) -> None:
            """Delete documents."""
            ...

        def clear(self, name: str) -> None:
            """Delete all documents."""
            ...


class LazyTable(Mapping[str, dict[str, Any]]):
    """One table as the mapping from id to document that TinyDB reads, fetched in pages.

    `where` and `parameters` may narrow it to the documents for which an SQL expression is true. A
    table that was never written is empty.
    """

    def __init__(
        self, storage: "Rows", name: str, where: str = "1", parameters: tuple[object, ...] = ()
    ) -> None:
        """Look at table `name`."""
        self._storage = storage
        known = storage.has_table(name)
        self._sql = f"FROM {sql_name(name) if known else _NO_ROWS} WHERE ({where})"
        self._parameters = parameters

    def __getitem__(self, key: str) -> dict[str, Any]:
        """Fetch one document; KeyError when it is not there."""
        rows = self._storage.query(f"SELECT doc {self._sql} AND id = ?", (*self._parameters, row_id(key)))
        if not rows:
            raise KeyError(key)
        return parse(rows[0][0], self._storage.path)

    def __iter__(self) -> Iterator[str]:
        """Give the ids in order."""
        rows = self._storage.query(f"SELECT id {self._sql} ORDER BY id", self._parameters)
        return (str(doc_id) for (doc_id,) in rows)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is a document, without reading it."""
        sql = f"SELECT 1 {self._sql} AND id = ?"
        return bool(self._storage.query(sql, (*self._parameters, row_id(key))))

    def __len__(self) -> int:
        """Count the documents."""
        count: int = self._storage.query(f"SELECT count(*) {self._sql}", self._parameters)[0][0]
        return count

    def highest_id(self) -> int:
        """Return the highest id in use, 0 when there is none."""
        return self._storage.query(f"SELECT max(id) {self._sql}", self._parameters)[0][0] or 0

    def items(self) -> ItemsView[str, dict[str, Any]]:
        """Give ids and documents, as `pairs` does, with the ids as TinyDB's storages write them."""
        return LazyItems(self)

    def pairs(self, start: int | None = None) -> Iterator[tuple[int, dict[str, Any]]]:
        """Give ids and documents in order of id, from `start` on, a page at a time."""
        last = -(2**63) if start is None else start - 1
        while rows := self._storage.query(
            f"SELECT id, doc {self._sql} AND id > ? ORDER BY id LIMIT {PAGE}", (*self._parameters, last)
        ):
            for doc_id, text in rows:
                yield doc_id, parse(text, self._storage.path)
            last = rows[-1][0]

    def pairs_back(self, start: int) -> Iterator[tuple[int, dict[str, Any]]]:
        """Give ids and documents from `start` down, a page at a time; small pages first, for few are read."""
        before, size = start + 1, FIRST_PAGE
        while rows := self._storage.query(
            f"SELECT id, doc {self._sql} AND id < ? ORDER BY id DESC LIMIT {size}",
            (*self._parameters, before),
        ):
            for doc_id, text in rows:
                yield doc_id, parse(text, self._storage.path)
            before, size = rows[-1][0], PAGE


class LazyItems(ItemsView[str, dict[str, Any]]):
    """The items of a lazy table, read a page at a time instead of one by one."""

    _mapping: LazyTable

    def __iter__(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Give ids and documents in order of id."""
        return ((str(doc_id), document) for doc_id, document in self._mapping.pairs())


def row_id(key: object) -> int | None:
    """Turn what TinyDB uses as a key into a row's id; None, which no row has, when it is no number."""
    try:
        return int(key)  # type: ignore[call-overload,no-any-return]  # any object may be asked for
    except (TypeError, ValueError, OverflowError):
        return None


def parse(text: object, path: Path) -> dict[str, Any]:
    """Read one stored document. Raises CorpusError when its row does not hold one."""
    try:
        document = decode(text)  # type: ignore[arg-type]  # what a row holds is not known
        if isinstance(document, dict):
            return document
        raise TypeError("no document")
    except (TypeError, ValueError, RecursionError) as error:
        from reviewcli.store.failures import damaged

        raise damaged(path) from error


class WrittenRows(MutableMapping[int, dict[str, Any]]):
    """A table as the mapping that TinyDB's updaters change, written through to SQLite.

    What is set is written at once; a document that was handed out may have been changed in place, so
    it is compared with its stored form on `flush`.
    """

    def __init__(self, storage: "Rows", name: str) -> None:
        """Change table `name`, which must exist, inside a transaction of the caller."""
        self._storage = storage
        self._name = name
        self._rows = LazyTable(storage, name)
        self._handed_out: dict[int, tuple[dict[str, Any], str]] = {}

    def __getitem__(self, doc_id: int) -> dict[str, Any]:
        """Hand out a document that the updater may change in place."""
        if doc_id not in self._handed_out:
            document = self._rows[str(doc_id)]
            self._handed_out[doc_id] = document, encode(document)
        return self._handed_out[doc_id][0]

    def __contains__(self, doc_id: object) -> bool:
        """Tell whether there is a document, without reading it."""
        return doc_id in self._handed_out or str(doc_id) in self._rows

    def __setitem__(self, doc_id: int, document: dict[str, Any]) -> None:
        """Write a document."""
        self._handed_out.pop(doc_id, None)
        self._storage.put_many(self._name, ((doc_id, document),))

    def put_many(self, documents: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
        """Write documents as they come, some at a time."""
        self.flush()
        self._handed_out.clear()
        self._storage.put_many(self._name, documents)

    def delete_many(self, ids: Iterable[int]) -> None:
        """Delete documents, as far as they are there."""
        self.flush()
        self._handed_out.clear()
        self._storage.delete_many(self._name, ids)

    def __delitem__(self, doc_id: int) -> None:
        """Delete a document; KeyError when it is not there."""
        if doc_id not in self:
            raise KeyError(doc_id)
        self._handed_out.pop(doc_id, None)
        self._storage.delete_many(self._name, (doc_id,))

    def clear(self) -> None:
        """Delete all documents in one step."""
        self._handed_out.clear()
        self._storage.clear(self._name)

    def __iter__(self) -> Iterator[int]:
        """Give the ids in order."""
        return (int(key) for key in self._rows)

    def __len__(self) -> int:
        """Count the documents."""
        return len(self._rows)

    def flush(self) -> None:
        """Write the handed-out documents that have been changed."""
        for doc_id, (document, before) in self._handed_out.items():
            if encode(document) != before:
                self._storage.put_many(self._name, ((doc_id, document),))
