"""TinyDB tables whose every write is one transaction, over either of our storages."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from reviewcli.store.conditions import says_sql
from reviewcli.store.rows import LazyTable, WrittenRows
from reviewcli.store.sqlite import SqliteStorage

Updater = Callable[[Any], None]


class SafeTable(Table):
    """A TinyDB table whose ids, writes and cached results hold up when other processes write too."""

    _storage: Any
    _next_id: int | None  # type: ignore[assignment]  # TinyDB starts it as None and sets numbers later
    _version: object = None

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert a document; its id is chosen and written in one step."""
        with self._storage.transaction():
            self._forget_if_others_wrote()
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Insert documents, all of them or none."""
        with self._storage.transaction():
            self._forget_if_others_wrote()
            return super().insert_multiple(documents)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Update or insert in one step, so that nobody inserts in between."""
        with self._storage.transaction():
            return super().upsert(document, cond)

    def write_all(self, documents: Iterable[Document], removed: Iterable[int] = ()) -> None:
        """Delete the documents with the ids `removed`, then write `documents` under theirs, as one write."""

        def updater(rows: Any) -> None:
            for doc_id in removed:
                if doc_id in rows:
                    del rows[doc_id]
            for document in documents:
                rows[document.doc_id] = dict(document)

        self._update_table(updater)

    def iter_from(self, doc_id: int) -> Iterator[Document]:
        """Give the documents whose id is `doc_id` or more, in order of id."""
        return iter(sorted((one for one in self if one.doc_id >= doc_id), key=lambda one: one.doc_id))

    def iter_back(self, doc_id: int) -> Iterator[Document]:
        """Give the documents whose id is `doc_id` or less, the highest id first."""
        return iter(sorted((one for one in self if one.doc_id <= doc_id), key=lambda one: -one.doc_id))

    def search(self, cond: QueryLike) -> list[Document]:
        """Search; results kept from an earlier search count only while nobody else has written."""
        with self._storage.snapshot():
            self._forget_if_others_wrote()
            return super().search(cond)

    def _forget_if_others_wrote(self) -> None:
        version = self._storage.version()
        if version != self._version:
            self.clear_cache()
            self._version, self._next_id = version, None

    def _update_table(self, updater: Updater) -> None:
        with self._storage.transaction():
            super()._update_table(updater)


class SqliteTable(SafeTable):
    """A TinyDB table that reads and writes only the rows it is asked for."""

    _storage: SqliteStorage

    def search(self, cond: QueryLike) -> list[Document]:
        """Search; a condition that can say itself as SQL is answered by SQLite."""
        if says_sql(cond):
            where, parameters = cond.as_sql()
            return list(self._documents(self._lazy(where, parameters).pairs()))
        return super().search(cond)

    def get(self, cond: Any = None, doc_id: Any = None, doc_ids: Any = None) -> Any:
        """Get one document, or those of `doc_ids`, by reading just their rows."""
        if doc_id is None and doc_ids is not None:
            rows = self._lazy()
            found = ((number, rows.get(str(number))) for number in sorted(set(doc_ids)))
            return list(self._documents((number, row) for number, row in found if row is not None))
        return super().get(cond, doc_id, doc_ids)

    def write_all(self, documents: Iterable[Document], removed: Iterable[int] = ()) -> None:
        """Delete and write as one write, holding few of the documents."""

        def updater(rows: WrittenRows) -> None:
            rows.delete_many(removed)
            rows.put_many((document.doc_id, document) for document in documents)

        self._update_table(updater)

    def iter_from(self, doc_id: int) -> Iterator[Document]:
        """Give the documents whose id is `doc_id` or more, in order of id, a page at a time."""
        return self._documents(self._lazy().pairs(doc_id))

    def iter_back(self, doc_id: int) -> Iterator[Document]:
        """Give the documents whose id is `doc_id` or less, the highest id first, a page at a time."""
        return self._documents(self._lazy().pairs_back(doc_id))

    def _documents(self, pairs: Iterable[tuple[int, dict[str, Any]]]) -> Iterator[Document]:
        return (self.document_class(document, doc_id) for doc_id, document in pairs)

    def _lazy(self, where: str = "1", parameters: tuple[object, ...] = ()) -> LazyTable:
        return LazyTable(self._storage, self._name, where, parameters)

    def _read_table(self) -> Any:
        return self._lazy()

    def _get_next_id(self) -> int:
        number = max(self._lazy().highest_id() + 1, self._next_id or 1)
        self._next_id = number + 1
        return number

    def _update_table(self, updater: Updater) -> None:
        with self._storage.transaction():
            self._storage.create_table(self._name)
            rows = WrittenRows(self._storage, self._name)
            updater(rows)
            rows.flush()
            self.clear_cache()
