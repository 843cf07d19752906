"""Put files where people asked for them: all of them whole, or none."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reviewcli.errors import ReviewError, UsageError
from reviewcli.store.jsonfile import sync_folder

Deliver = Callable[[Path, Iterable[bytes]], None]


def require_free(paths: Iterable[Path], *, force: bool, kept: Path | None = None) -> None:
    """Raise ReviewError where something is in the way of a file; `force` allows to write over a file.

    `kept` is a file that nothing is ever written over.
    """
    for path in paths:
        if path.is_dir():
            raise ReviewError(f"{path} is a folder.", hint="Name a file.")
        if kept and path.exists() and kept.exists() and path.samefile(kept):
            raise UsageError(f"{path} is the corpus itself.", hint="Name another file.")
        if path.is_file() and not force:
            raise ReviewError(f"There is a file {path} already.", hint="Add --force to write over it.")


@contextmanager
def delivery(folders: Iterable[Path] = ()) -> Iterator[Deliver]:
    """Give a function that writes a file under another name beside it; in the end all get their names.

    When anything goes wrong before, none does, and what was written is removed. What is no regular file,
    such as a named pipe, is written into at once. `folders` are made first where they are not there, the
    outer ones before the inner.
    """
    made = _made(folders)
    waiting: list[tuple[Path, Path]] = []

    def deliver(path: Path, pieces: Iterable[bytes]) -> None:
        target = Path(os.path.realpath(path))  # a file that is a link stays one
        try:
            if target.exists() and not target.is_file():
                _fill(os.open(target, os.O_WRONLY), pieces, durable=False)
                return
            spare = target.with_name(f".{target.name[:100]}.{os.getpid()}.tmp")
            spare.unlink(missing_ok=True)
            waiting.append((spare, target))
            _fill(os.open(spare, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666), pieces, durable=True)
        except OSError as error:
            raise _refused(path, error) from error

    try:
        yield deliver
        for spare, target in waiting:
            try:
                spare.replace(target)
                sync_folder(target.parent)
            except OSError as error:
                raise _refused(target, error) from error
    finally:
        for spare, _ in waiting:
            with suppress(OSError):
                spare.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):  # it is not empty when all went well
                folder.rmdir()


def _made(folders: Iterable[Path]) -> list[Path]:
    made = []
    for folder in folders:
        try:
            if not folder.is_dir():
                folder.mkdir()
                made.append(folder)
        except OSError as error:
            raise _refused(folder, error) from error
    return made


def _fill(descriptor: int, pieces: Iterable[bytes], *, durable: bool) -> None:
    with os.fdopen(descriptor, "wb", buffering=1 << 20) as file:
        file.writelines(pieces)
        file.flush()
        if durable:
            os.fsync(file.fileno())


def _refused(path: Path, error: OSError) -> ReviewError:
    return ReviewError(
        f"{path} cannot be written: {error.strerror or error}.", hint="Check the folder and your rights."
    )
