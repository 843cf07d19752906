"""Copy a corpus whole into another file, and put such a copy in its place."""

import os
import shutil
from pathlib import Path

from reviewcli.changes import Stamp
from reviewcli.copying import copy_whole, force_to_disk, free_name
from reviewcli.errors import CorpusError, NotFoundError, ReviewError, UsageError
from reviewcli.opening import open_database
from reviewcli.store.database import Database
from reviewcli.store.filling import alone
from reviewcli.store.jsonfile import sync_folder
from reviewcli.store.private import create_private, refused
from reviewcli.writing import purpose_of

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


def restore(path: Path, backup: Path, stamp: Stamp) -> Path | None:
    """Put a backup in the place of the corpus at `path`; return where what was there is kept, if any.

    At every moment there is the old or the new one. What others wrote until then is in what is kept. Raises
    NotFoundError or CorpusError, with nothing changed, when the backup is not there or no good, BusyError
    when somebody else goes on writing.
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
        if not path.exists():
            back_up(good, backup, path)
            return None
        kept: list[Path] = []
        try:
            with open_database(path) as database:
                database.fill_from(backup, purpose_of(stamp), lambda: kept.append(keep_aside(path)))
        except CorpusError:
            with alone(path, purpose_of(stamp)):
                kept.append(_keep_as_it_is(path))
                copy_whole(good, path, instead_of=[_beside(path, ending) for ending in _BESIDE])
        return kept[-1]


def keep_aside(path: Path) -> Path:
    """Copy a corpus beside itself under a name of its own."""
    kept = free_name(path, "before")
    with open_database(path) as database:
        back_up(database, path, kept)
    return kept


def _keep_as_it_is(path: Path) -> Path:
    """Copy the files of a damaged corpus, byte by byte, beside it under a name of their own."""
    kept = free_name(path, "before")
    copies = [(_beside(path, ending), _beside(kept, ending)) for ending in ("", *_BESIDE)]
    try:
        for one, copy in copies:
            if one.exists():
                create_private(copy)
                shutil.copyfile(one, copy)
                force_to_disk(copy)
        sync_folder(kept.parent)
    except OSError as error:
        for _, copy in copies:
            copy.unlink(missing_ok=True)
        raise refused(kept, error) from error
    return kept


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
