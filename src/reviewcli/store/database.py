"""Open a corpus file as a TinyDB database, over SQLite or over a plain JSON file."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tinydb import TinyDB

from reviewcli.store.tables import SafeTable, SqliteTable

if TYPE_CHECKING:  # who only reads notes no purpose
    from reviewcli.store.holder import Purpose
    from reviewcli.store.words import Vocabulary, WordIndex


class Database(TinyDB):
    """A TinyDB whose writes are durable and whose transactions span tables."""

    table_class = SafeTable

    _storage: Any

    def table(self, name: str, **options: Any) -> SafeTable:
        """Get a table, as TinyDB does."""
        table = super().table(name, **options)
        assert isinstance(table, SafeTable)
        return table

    def transaction(self, purpose: "Purpose | None" = None) -> AbstractContextManager[None]:
        """Make all writes inside one: all of them are kept, or none.

        Those who wait for it in vain are told its purpose.
        """
        transaction: AbstractContextManager[None] = self._storage.transaction(purpose)
        return transaction

    def snapshot(self) -> AbstractContextManager[None]:
        """See one state of all tables throughout, whatever others write meanwhile."""
        snapshot: AbstractContextManager[None] = self._storage.snapshot()
        return snapshot

    def version(self) -> object:
        """Return a value that changes when another process has written."""
        version: object = self._storage.version()
        return version

    def copy_to(self, target: Path) -> None:
        """Copy everything, as it is at one moment, into an empty file, while others go on writing."""
        self._storage.copy_to(target)

    def fill_from(
        self, path: Path, purpose: "Purpose | None" = None, before: Callable[[], None] | None = None
    ) -> None:
        """Replace everything by what a file of the same kind holds, in one step.

        `before` is called once nobody else can write any more, and nothing has been replaced yet.
        """
        self._storage.fill_from(path, purpose, before)

    def damage(self) -> list[str]:
        """List what is wrong with the file itself, in words; nothing when it is sound."""
        damage: list[str] = self._storage.damage()
        return damage

    def rebuild_indexes(self) -> None:
        """Make all indexes anew."""
        self._storage.rebuild_indexes()

    def words(self, table: str) -> "WordIndex | None":
        """Return the index of the words of a table, where the file keeps one."""
        return None

    def tables(self) -> set[str]:
        """Name the tables that exist."""
        return set(self._storage.table_names())


class SqliteDatabase(Database):
    """A TinyDB in a SQLite file."""

    table_class = SqliteTable

    def words(self, table: str) -> "WordIndex | None":
        """Return the index of the words of a table, if it was opened with one."""
        index: WordIndex | None = self._storage.words(table)
        return index

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement that reads, and return all its rows."""
        rows: list[tuple[Any, ...]] = self._storage.query(sql, parameters)
        return rows

    def rebuild_words(self, table: str) -> None:
        """Make the word index of a table anew."""
        self._storage.rebuild_words(table)

    def drop_table(self, name: str) -> None:
        """Drop a table with all its documents."""
        self._storage.drop_table(name)
        self._tables.pop(name, None)


class JsonDatabase(Database):
    """A TinyDB in a plain JSON file."""

    def drop_table(self, name: str) -> None:
        """Drop a table with all its documents."""
        with self.transaction():
            super().drop_table(name)


def open_store(
    path: str | Path,
    *,
    create: bool = False,
    indexes: Mapping[str, Sequence[str]] | None = None,
    texts: "Mapping[str, Vocabulary] | None" = None,
) -> Database:
    """Open the database at `path`: plain TinyDB JSON when it ends in `.json`, SQLite otherwise.

    `indexes` names, for a table, the fields that are looked up; `texts` says how the words of a table are
    told, which only SQLite keeps an index of. Raises NotFoundError when the file is
    missing and `create` is false, CorpusError when it is something else, and ReviewError when the
    system refuses it.
    """
    if Path(path).suffix.lower() == ".json":
        from reviewcli.store.jsonfile import JsonFileStorage

        return JsonDatabase(path, storage=JsonFileStorage, create=create)
    from reviewcli.store.sqlite import SqliteStorage

    return SqliteDatabase(path, storage=SqliteStorage, create=create, indexes=indexes, texts=texts)
