"""Keep TinyDB's tables in one SQLite file: durable, transactional and read on demand."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage

from reviewcli.errors import NotFoundError
from reviewcli.store.access import mode_for
from reviewcli.store.naming import PREFIX, decode_name, field_expression, sql_name
from reviewcli.store.rows import LazyTable, Row
from reviewcli.store.words import Vocabulary, WordIndex
from reviewcli.store.writes import batches, delete_many, put_many

if TYPE_CHECKING:  # who only reads notes no purpose
    from reviewcli.store.holder import Purpose

# Readers and writers of a write-ahead log share a small file. Where a full disk has no room for it, one
# process at a time does without, so that the corpus can still be read.
_NO_SHARED_MEMORY = {sqlite3.SQLITE_IOERR_SHMOPEN, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_SHMMAP}


class SqliteStorage(Storage):
    """A TinyDB storage in which each table is an SQL table of `(id, doc)` with the document as JSON.

    `indexes` names, for a table, the fields that conditions look up; `texts` says how the words of a
    table's documents are told, which makes a word index of it. Writes happen in write-ahead
    log mode with `synchronous=FULL`: once a write returns, neither a crash nor a power cut loses it.
    Readers never wait; a writer waits at most `patience` seconds for another.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        create: bool = True,
        indexes: Mapping[str, Sequence[str]] | None = None,
        texts: Mapping[str, Vocabulary] | None = None,
        patience: float = 10.0,
    ) -> None:
        """Open the file at `path`; raise NotFoundError when it is missing and not to be created."""
        super().__init__()
        self.path = Path(path)
        self._indexes = indexes or {}
        self._words = {name: WordIndex(self, name, analysis) for name, analysis in (texts or {}).items()}
        self._patience = patience
        self._depth, self._reading = 0, False
        if create and not self.path.exists():
            from reviewcli.store.private import create_private

            create_private(self.path)
        elif not self.path.exists():
            raise NotFoundError(f"There is no file at {self.path}.")
        with self._translated():
            self._connection = self._connect(patience)
        self.query("PRAGMA synchronous=FULL")

    def _connect(self, patience: float) -> sqlite3.Connection:
        uri = f"{self.path.absolute().as_uri()}?mode={mode_for(self.path)}"
        return sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            from reviewcli.store.failures import translate

            raise translate(error, self.path) from error
        except UnicodeDecodeError as error:  # in what SQLite itself has to say, as about a spoilt name
            from reviewcli.store.failures import damaged

            raise damaged(self.path) from error

    def query(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Run one statement and return all its rows; errors come out as ReviewError."""
        with self._translated():
            try:
                return self._connection.execute(sql, parameters).fetchall()
            except sqlite3.OperationalError as error:
                code = getattr(error, "sqlite_errorcode", None)
                if code not in _NO_SHARED_MEMORY or self._connection.in_transaction:
                    raise
                self._connect_alone()
                return self._connection.execute(sql, parameters).fetchall()

    def many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each of many rows."""
        with self._translated():
            self._connection.executemany(sql, rows)

    def _connect_alone(self) -> None:
        """Connect anew, without the file that processes share; the lock that takes is held until the end."""
        self._connection.close()
        self._connection = self._connect(self._patience)
        self._connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        self._connection.execute("PRAGMA synchronous=FULL")

    @contextmanager
    def transaction(self, purpose: "Purpose | None" = None) -> Iterator[None]:
        """Make all writes inside one: all of them are kept, or none. May be nested.

        While it lasts, its purpose is noted for those who wait.
        Raises BusyError when another process has been writing for longer than the patience.
        """
        from reviewcli.store.holder import noted

        outer = self._depth == 0
        if not outer and self._reading:
            raise RuntimeError("a transaction cannot begin inside a snapshot")
        if outer:
            self._use_log()
        self.query("BEGIN IMMEDIATE" if outer else "SAVEPOINT inner")
        self._depth += 1
        if outer:
            self._forget_words()
        try:
            with noted(self.path, purpose if outer else None):
                yield
                self.query("COMMIT" if outer else "RELEASE inner")
        except BaseException:
            self._end("ROLLBACK") if outer else self._end_inner()
            self._forget_words()
            raise
        finally:
            self._depth -= 1

    def _use_log(self) -> None:
        """Turn the write-ahead log on, if it is not: at the first write, so that opening changes nothing."""
        if self.query("PRAGMA journal_mode")[0][0] != "wal":
            self.query("PRAGMA journal_mode=WAL")

    def _end(self, statement: str) -> None:
        """End a transaction, unless SQLite has done so by itself, as it does after some errors."""
        if self._connection.in_transaction:
            self.query(statement)

    def _end_inner(self) -> None:
        """Take an inner transaction back, unless it was over already when it was interrupted."""
        with self._translated():
            try:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK TO inner")
                    self._connection.execute("RELEASE inner")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                    raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """See one state of the file throughout, whatever others write meanwhile."""
        if self._depth:
            yield
            return
        self.query("BEGIN")
        self._depth, self._reading = 1, True
        try:
            yield
        finally:
            self._depth, self._reading = 0, False
            self._end("COMMIT")

    def version(self) -> object:
        """Return a value that changes when another process has written."""
        return self.query("PRAGMA data_version")[0][0]

    def table_names(self) -> list[str]:
        """List the TinyDB tables that exist."""
        rows = self.query(
            "SELECT name FROM sqlite_schema WHERE type='table' AND substr(name, 1, 5)=?", (PREFIX,)
        )
        return sorted(decode_name(name) for (name,) in rows)

    def has_table(self, name: str) -> bool:
        """Tell whether a TinyDB table exists."""
        quoted = sql_name(name)
        return bool(self.query("SELECT 1 FROM sqlite_schema WHERE type='table' AND name=?", (quoted[1:-1],)))

    def words(self, name: str) -> WordIndex | None:
        """Return the index of the words of a table, if it has one."""
        return self._words.get(name)

    def _forget_words(self) -> None:
        for index in self._words.values():
            index.forget()

    def create_table(self, name: str) -> None:
        """Create a TinyDB table with its indexes, if it is not there."""
        table = sql_name(name)
        if name in self._words and not self.has_table(name):
            self._words[name].create()
        self.query(f"CREATE TABLE IF NOT EXISTS {table} (id INTEGER PRIMARY KEY, doc TEXT NOT NULL)")
        for field in self._indexes.get(name, ()):
            index = sql_name(f"{name}.{field}")
            self.query(f"CREATE INDEX IF NOT EXISTS {index} ON {table} ({field_expression(field)})")

    def drop_table(self, name: str) -> None:
        """Drop a TinyDB table, if it is there."""
        with self.transaction():
            self.query(f"DROP TABLE IF EXISTS {sql_name(name)}")
            if index := self._words.get(name):
                index.drop()

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables as mappings that read on demand, or None when there are none."""
        names = self.table_names()
        return {name: LazyTable(self, name) for name in names} or None  # type: ignore[misc]  # lazy

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace everything by `data`, as TinyDB's own classes ask for."""
        with self.transaction():
            whole = {name: dict(table.items()) for name, table in data.items()}
            for name in self.table_names():
                self.drop_table(name)
            for name, table in whole.items():
                self.create_table(name)
                self.put_many(name, ((int(doc_id), document) for doc_id, document in table.items()))

    def put_many(self, name: str, documents: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
        """Write documents, new or replaced, as they come; to be called inside a transaction."""
        put_many(self, name, documents)

    def delete_many(self, name: str, ids: Iterable[int]) -> None:
        """Delete the documents of these ids, as far as they are there; to be called inside a transaction."""
        delete_many(self, name, ids)

    def clear(self, name: str) -> None:
        """Delete all documents of a table in one step."""
        self.query(f"DELETE FROM {sql_name(name)}")
        if index := self._words.get(name):
            index.clear()

    def copy_to(self, target: Path) -> None:
        """Copy all of the file, as it is at one moment, into an empty file, while others go on writing."""
        with self._translated(), closing(sqlite3.connect(target)) as copy:
            self._connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")

    def fill_from(
        self, path: Path, purpose: "Purpose | None" = None, before: Callable[[], None] | None = None
    ) -> None:
        """Replace everything by what the file at `path` holds, in one step; those who read see old or new.

        `before` is called once nobody else can write. Raises BusyError when another process has been
        writing for longer than the patience.
        """
        from reviewcli.store.filling import STEPS, Turn

        self._use_log()
        with (
            self._translated(),
            closing(sqlite3.connect(path)) as source,
            Turn(self.path, purpose, before, self._patience) as turn,
        ):
            pages: int = source.execute("PRAGMA page_count").fetchone()[0]
            source.backup(self._connection, pages=max(1, pages // STEPS), progress=turn)
        self._use_log()

    def damage(self) -> list[str]:
        """List what SQLite finds wrong with the file and its indexes, and which indexes are missing."""
        found = [str(row[0]) for row in self.query("PRAGMA integrity_check(20)") if row[0] != "ok"]
        there = {name for (name,) in self.query("SELECT name FROM sqlite_schema WHERE type='index'")}
        for table in filter(self.has_table, self._indexes):
            for field in self._indexes[table]:
                if sql_name(f"{table}.{field}")[1:-1] not in there:
                    found.append(f"there is no index of {table} by {field}")
        for table in filter(self.has_table, self._words):
            from reviewcli.store.wordcheck import faults

            found += faults(self._words[table], table, LazyTable(self, table), self)
        return found

    def rebuild_indexes(self) -> None:
        """Make all indexes anew."""
        with self.transaction():
            for table in filter(self.has_table, self._indexes):
                self.create_table(table)
            self.query("REINDEX")
            for table in filter(self.has_table, self._words):
                self.rebuild_words(table)

    def rebuild_words(self, name: str) -> None:
        """Make the word index of a table anew."""
        index = self._words[name]
        with self.transaction():
            index.drop()
            index.create()
            for batch in batches(LazyTable(self, name).pairs()):
                index.add(batch.items())
            index.flush()

    def close(self) -> None:
        """Close the file; the last one to close folds the write-ahead log into it."""
        with self._translated():
            self._connection.close()
