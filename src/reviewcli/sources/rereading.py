"""Keep the bytes of a file or stream where they can be read again and again without being held."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from reviewcli.errors import SourceError
from reviewcli.progress import Progress

STDIN = "-"
CHUNK = 1 << 18
_HELD = 1 << 22


class Kept:
    """The bytes of one source: each iteration gives all of them from the start, in chunks.

    Those of a file are read from it, and a file that is changed meanwhile is a SourceError. Those of a
    pipe or of standard input, which pass but once, are kept in a temporary file, or when they are few
    in memory.
    """

    def __init__(self, name: str, progress: Progress) -> None:
        """Find the source called `name`, `-` for standard input; raise SourceError when it cannot be read."""
        self.name = "standard input" if name == STDIN else name
        self._state: tuple[int, ...] = ()
        self._spool: IO[bytes] | None = None
        if name == STDIN:
            self._spool = self._spooled(sys.stdin.buffer, progress)
        else:
            with self._opened() as file:
                if stat.S_ISFIFO(os.fstat(file.fileno()).st_mode):
                    self._spool = self._spooled(file, progress)
                self._state = _state(file)

    def __iter__(self) -> Iterator[bytes]:
        """Read everything from the start."""
        return self.stretch(0, sys.maxsize)

    def stretch(self, start: int, length: int) -> Iterator[bytes]:
        """Read so many bytes from a place on, or as many as there are."""
        with self.opened() as file:
            at, end = start, start + length
            while chunk := self._read(file, min(CHUNK, end - at)) if file.seek(at) == at else b"":
                yield chunk
                at += len(chunk)

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """Give the bytes as a file in which one can go to and fro; who else reads may move its place."""
        if self._spool:
            yield self._spool
            return
        with self._opened() as file:
            self._require_unchanged(file)
            yield file
            self._require_unchanged(file)

    @property
    def size(self) -> int:
        """Count the bytes."""
        return self._spool.seek(0, os.SEEK_END) if self._spool else self._state[2]

    def _spooled(self, stream: IO[bytes], progress: Progress) -> IO[bytes]:
        from tempfile import SpooledTemporaryFile

        spool = SpooledTemporaryFile(_HELD)  # noqa: SIM115  # lives as long as the source
        done = 0
        while chunk := self._read(stream, CHUNK):
            spool.write(chunk)
            done += len(chunk)
            progress(f"Reading {self.name}", done, 0)
        return spool

    def _opened(self) -> IO[bytes]:
        """Open the file, unless it is something else."""
        path = Path(self.name)
        try:
            kind = path.stat().st_mode
            if stat.S_ISDIR(kind):
                raise SourceError(
                    f"{self.name} is a folder.", hint=f"Name the files in it: {self.name.rstrip('/')}/*.txt"
                )
            if not (stat.S_ISREG(kind) or stat.S_ISFIFO(kind)):
                raise SourceError(
                    f"{self.name} is a device, not a file.", hint="Name a text file, or - for standard input."
                )
            return path.open("rb")
        except FileNotFoundError as error:
            raise SourceError(
                f"There is no file {self.name}.", hint="Check the name and the folder you are in."
            ) from error
        except (OSError, ValueError) as error:
            raise self._unreadable(error) from error

    def _read(self, stream: IO[bytes], size: int) -> bytes:
        try:
            return stream.read(size)
        except OSError as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: OSError | ValueError) -> SourceError:
        reason = getattr(error, "strerror", None) or error
        return SourceError(f"{self.name} cannot be read: {reason}.", hint="Check the file and your rights.")

    def _require_unchanged(self, file: IO[bytes]) -> None:
        if _state(file) != self._state:
            raise SourceError(
                f"{self.name} was changed while it was read.", hint="Nothing was written. Import it again."
            )


class Watched:
    """Bytes of which somebody sees how far they are read; `size` is how many they are."""

    def __init__(self, chunks: Iterable[bytes], size: int, label: str, progress: Progress) -> None:
        self._chunks = chunks
        self._size = size
        self._label = label
        self._progress = progress

    def __iter__(self) -> Iterator[bytes]:
        """Read them from the start, if they can be read again."""
        done = 0
        for chunk in self._chunks:
            done += len(chunk)
            self._progress(f"Reading {self._label}", done, self._size)
            yield chunk


def _state(file: IO[bytes]) -> tuple[int, ...]:
    facts = os.fstat(file.fileno())
    return facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtime_ns
