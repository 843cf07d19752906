"""Copy a corpus whole into another file, and put such a copy in its place."""

import os
from contextlib import suppress
from pathlib import Path

from reviewcli.copying import copy_whole, free_name
from reviewcli.errors import CorpusError, NotFoundError, ReviewError, UsageError
from reviewcli.opening import open_database
from reviewcli.store.database import Database
from reviewcli.store.private import refused

_BESIDE = ("-wal", "-shm")


def back_up(database: Database, path: Path, target: Path, *, force: bool = False) -> None:
    """Copy the corpus at `path` to `target`, whole or not at all, while others may go on writing.

    Raises ReviewError when there is a file already, unless `force` is given, or it cannot be written;
    UsageError when the names say that the two files are of different kinds.
    """
    _require_same_kind(path, target)
    if target.exists() and path.samefile(target):
        raise UsageError(f"{target} is the corpus itself.", hint="Name another file for the backup.")
    if target.exists() and not force:
        raise ReviewError(f"There is a file {target} already.", hint="Add --force to write over it.")
    copy_whole(database, Path(os.path.realpath(target)))


def _require_same_kind(path: Path, other: Path) -> None:
    kinds = [one.suffix.lower() == ".json" for one in (path, other)]
    if kinds[0] != kinds[1]:
        wanted = "ends in .json" if kinds[0] else "does not end in .json"
        raise UsageError(
            f"{other} cannot hold a copy of {path}, which is of another kind.",
            hint=f"Name a file that {wanted}.",
        )


def restore(path: Path, backup: Path) -> Path | None:
    """Put a backup in the place of the corpus at `path`; return where what was there is kept, if any.

    Raises NotFoundError or CorpusError, with nothing changed, when the backup is not there or no good.
    """
    _require_same_kind(path, backup)
    path = Path(os.path.realpath(path))  # a corpus that is a link stays one
    if not backup.exists():
        raise NotFoundError(f"There is no backup at {backup}.", hint="Check the name.")
    if path.exists() and path.samefile(backup):
        raise UsageError(f"{backup} is the corpus itself.", hint="Name the file of a backup.")
    with open_database(backup) as good:
        if damage := good.damage():
            raise CorpusError(
                f"The backup {backup} is damaged: {damage[0]}.", hint="Nothing was changed. Take another one."
            )
        kept = keep_aside(path) if path.exists() else None
        if not path.exists():
            back_up(good, backup, path)
            return kept
    with open_database(path) as database:
        database.fill_from(backup)
    return kept


def keep_aside(path: Path) -> Path:
    """Copy a corpus beside itself under a name of its own; a damaged one is moved there as it is."""
    kept = free_name(path, "before")
    try:
        with open_database(path) as database:
            back_up(database, path, kept)
    except CorpusError:
        try:
            for ending in ("", *_BESIDE):
                with suppress(FileNotFoundError):
                    path.with_name(path.name + ending).rename(kept.with_name(kept.name + ending))
        except OSError as error:
            raise refused(kept, error) from error
    return kept
