"""Take turns with other writers while all of a file is replaced, also when nobody can read what it holds."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Self

from reviewcli.store.holder import Purpose, noted

_WAITING = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
STEPS = 100


class Turn:
    """Watch a copy into an SQLite file: give up when it waits too long, and note the purpose once it writes.

    `before` is called as soon as nobody else can write, before anything that was copied can be seen.
    """

    def __init__(
        self, path: Path, purpose: Purpose | None, before: Callable[[], None] | None, patience: float
    ) -> None:
        self._path, self._purpose = path, purpose
        self._before = before
        self._deadline = time.monotonic() + patience
        self._noted = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._noted.close()

    def __call__(self, status: int, *_: int) -> None:
        """Hear from SQLite how a step went."""
        if status not in _WAITING:
            self._begin()
        elif time.monotonic() > self._deadline:
            too_late = sqlite3.OperationalError("locked")
            too_late.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise too_late

    def _begin(self) -> None:
        purpose, before = self._purpose, self._before
        self._purpose = self._before = None
        if purpose:
            self._noted.enter_context(noted(self._path, purpose))
        if before:
            before()


@contextmanager
def alone(path: Path, purpose: Purpose) -> Iterator[None]:
    """Keep others from writing to a file, whatever it holds; SQLite lets nobody into one that is damaged."""
    from reviewcli.store.jsonfile import JsonFileStorage

    with ExitStack() as held:
        if path.suffix.lower() == ".json":
            held.enter_context(JsonFileStorage(path, create=False).lock())
        held.enter_context(noted(path, purpose))
        yield
