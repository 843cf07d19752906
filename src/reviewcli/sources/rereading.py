"""Keep the bytes of a file or stream where they can be read again and again without being held."""

import os
import stat
import sys
from collections.abc import Iterator
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
        if self._spool:
            yield from self._from_spool(self._spool)
            return
        with self._opened() as file:
            self._require_unchanged(file)
            while chunk := self._read(file):
                yield chunk
            self._require_unchanged(file)

    @property
    def size(self) -> int:
        """Count the bytes."""
        return self._spool.seek(0, os.SEEK_END) if self._spool else self._state[2]

    def _from_spool(self, spool: IO[bytes]) -> Iterator[bytes]:
        at = 0
        while chunk := spool.read(CHUNK) if spool.seek(at) == at else b"":
            yield chunk
            at += len(chunk)

    def _spooled(self, stream: IO[bytes], progress: Progress) -> IO[bytes]:
        from tempfile import SpooledTemporaryFile

        spool = SpooledTemporaryFile(_HELD)  # noqa: SIM115  # lives as long as the source
        done = 0
        while chunk := self._read(stream):
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

    def _read(self, stream: IO[bytes]) -> bytes:
        try:
            return stream.read(CHUNK)
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


def _state(file: IO[bytes]) -> tuple[int, ...]:
    facts = os.fstat(file.fileno())
    return facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtime_ns
