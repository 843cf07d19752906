"""Keep TinyDB's tables in one readable JSON file, replaced whole and under a lock."""

import errno
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage

from reviewcli.errors import NotFoundError, ReviewError
from reviewcli.store.failures import damaged, too_busy
from reviewcli.store.jsontext import decode, encode_tables
from reviewcli.store.private import create_private, refused

if TYPE_CHECKING:  # who only reads notes no purpose
    from reviewcli.store.holder import Purpose

LONGEST_ID = 18

Tables = dict[str, dict[str, Any]]


class JsonFileStorage(Storage):
    """A TinyDB storage in a plain TinyDB JSON file that is never seen half written.

    A write goes to a temporary file beside it, is forced to the disk and takes the old one's place
    in one step. Writers take turns by a lock on a side file, which the system frees when a process
    dies; a writer waits at most `patience` seconds.
    """

    def __init__(self, path: str | Path, *, create: bool = True, patience: float = 10.0) -> None:
        """Use the file at `path`; raise NotFoundError when it is missing and not to be created."""
        super().__init__()
        self.path = Path(path)
        self._patience = patience
        self._state: Tables | None = None
        self._depth = 0
        self._dirty = self._failed = self._reading = False
        if create and not self.path.exists():
            create_private(self.path)
        elif not self.path.exists():
            raise NotFoundError(f"There is no file at {self.path}.")

    def read(self) -> Tables | None:
        """Return all tables, None when there are none; inside a transaction, as it has made them."""
        return self._state if self._depth else self._load()

    def _load(self) -> Tables | None:
        try:
            text = self.path.read_text(encoding="utf-8")
            tables = decode(text) if text.strip() else None
        except OSError as error:
            raise ReviewError(
                f"{self.path} cannot be read: {error.strerror}.", hint="Check the file."
            ) from error
        except (ValueError, RecursionError) as error:
            raise damaged(self.path) from error
        if tables is not None and not is_tinydb(tables):
            raise damaged(self.path)
        return tables

    def write(self, data: Tables) -> None:
        """Replace everything by `data`; inside a transaction, when that ends."""
        with self.transaction():
            self._state = data
            self._dirty = True

    def table_names(self) -> list[str]:
        """List the TinyDB tables that exist."""
        return sorted(self.read() or {})

    @contextmanager
    def transaction(self, purpose: "Purpose | None" = None) -> Iterator[None]:
        """Make all writes inside one: all of them are kept, or none. May be nested.

        An inner one that fails takes the outer one with it. While it lasts, its purpose is noted for
        those who wait. Raises BusyError when another process has been writing for longer than the patience.
        """
        if self._depth:
            if self._reading:
                raise RuntimeError("a transaction cannot begin inside a snapshot")
            with self._inner():
                yield
            return
        from reviewcli.store.holder import noted

        with self.lock(), noted(self.path, purpose), self._held(reading=False):
            yield
            if self._failed:
                raise RuntimeError("a write inside this transaction failed, so none of it was kept")
            if self._dirty:
                self._replace(encode_tables(self._state or {}))

    @contextmanager
    def _inner(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self._failed = True
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """See one state of the file throughout, whatever others write meanwhile."""
        if self._depth:
            yield
            return
        with self._held(reading=True):
            yield

    @contextmanager
    def _held(self, *, reading: bool) -> Iterator[None]:
        """Keep one state in memory."""
        self._state = self._load()
        self._dirty = self._failed = False
        self._depth, self._reading = 1, reading
        try:
            yield
        finally:
            self._depth = 0
            self._state = None

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep others from writing, whatever the file holds. Raises BusyError when that takes too long."""
        from filelock import FileLock, Timeout

        lock = FileLock(f"{os.path.realpath(self.path)}.lock", timeout=self._patience, mode=0o600)
        try:
            lock.acquire()
        except Timeout as error:
            raise too_busy(self.path) from error
        except OSError as error:
            raise refused(self.path, error) from error
        try:
            yield
        finally:
            lock.release()

    def _replace(self, text: str) -> None:
        """Put `text` in the place of the file, so that at every moment the old or the new one is there."""
        target = Path(os.path.realpath(self.path))
        if not os.access(target, os.W_OK):  # else the folder alone would decide whether it is replaced
            raise refused(self.path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
        spare = target.with_name(f".{target.name}.tmp")  # one name: what a killed writer left is used again
        try:
            write_durably(spare, text, mode=target.stat().st_mode & 0o777)
            spare.replace(target)
            sync_folder(target.parent)
        except OSError as error:
            raise refused(self.path, error) from error
        finally:
            with suppress(OSError):
                spare.unlink()

    def copy_to(self, target: Path) -> None:
        """Copy all of the file, as it is at one moment, into another, while others go on writing."""
        try:
            write_durably(target, encode_tables(self._load() or {}), mode=0o600)
        except OSError as error:
            raise refused(target, error) from error

    def fill_from(
        self, path: Path, purpose: "Purpose | None" = None, before: Callable[[], None] | None = None
    ) -> None:
        """Replace everything by what the file at `path` holds, in one step, `before` being called first.

        Raises BusyError when another process has been writing for longer than the patience.
        """
        with self.transaction(purpose):
            if before:
                before()
            self.write(type(self)(path, create=False).read() or {})

    def damage(self) -> list[str]:
        """List what is wrong with the file: nothing, once it can be read."""
        self._load()
        return []

    def rebuild_indexes(self) -> None:
        """Do nothing: there are no indexes."""

    def version(self) -> object:
        """Return a value that changes when the file has been replaced."""
        facts = self.path.stat()
        return facts.st_ino, facts.st_mtime_ns, facts.st_size


def write_durably(path: Path, text: str, *, mode: int) -> None:
    """Write a new file and force it to the disk; a file or link that is in the way is not followed."""
    with suppress(FileNotFoundError):
        path.unlink()
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Force a folder's entries to the disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def is_tinydb(tables: object) -> bool:
    """Tell whether a JSON value has the shape of a TinyDB file: tables of documents by integer id."""
    return isinstance(tables, Mapping) and all(
        isinstance(table, Mapping)
        and all(is_doc_id(key) and isinstance(doc, Mapping) for key, doc in table.items())
        for table in tables.values()
    )


def is_doc_id(key: str) -> bool:
    """Tell whether a key is an integer as TinyDB writes it, and no larger than SQLite takes."""
    return len(key) <= LONGEST_ID and key.lstrip("-").isdecimal() and str(int(key)) == key
