"""Found a new corpus, whole or not at all."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tinydb.table import Document

from reviewcli.copying import spare_beside
from reviewcli.labels import STARTING_SCHEME
from reviewcli.opening import COUNTERS, FORMAT, INDEXES, STATE_ID, TEXTS
from reviewcli.store import open_store
from reviewcli.store.database import Database
from reviewcli.store.private import create_private, refused

Fill = Callable[[Database], None]


def found_corpus(path: Path, fill: Fill = lambda _: None) -> bool:
    """Make a new corpus at `path`, with what `fill` puts into it; tell whether it was we who made it.

    It is made under another name and takes its place whole, so that neither a crash nor another
    process that founds the same corpus leaves half of one.
    """
    target = Path(os.path.realpath(path))
    spare = spare_beside(target)
    try:
        _discard(spare)
        create_private(spare, known_as=path)
        with open_store(spare, indexes=INDEXES, texts=TEXTS) as database, database.transaction():
            _lay_foundations(database)
            fill(database)
        _require_whole(spare, path)
        return _take_place(spare, target)
    finally:
        _discard(spare)


def _require_whole(spare: Path, path: Path) -> None:
    """Refuse a file of which a part stayed in SQLite's log, as it does where the disk took no more."""
    if spare.with_name(f"{spare.name}-wal").exists():
        raise refused(path, OSError("the disk did not take all of it"))


def _lay_foundations(database: Database) -> None:
    state = {"format": FORMAT} | dict.fromkeys(COUNTERS, 1) | {"next_labels": len(STARTING_SCHEME) + 1}
    database.table("meta").write_all([Document(state, STATE_ID)])
    database.table("reviews").write_all([])  # so that there is an index that finds nothing
    scheme = (Document(label._asdict(), number) for number, label in enumerate(STARTING_SCHEME, 1))
    database.table("labels").write_all(scheme)


def _take_place(spare: Path, target: Path) -> bool:
    """Give `spare` the name `target` unless that is taken; file systems without links get a rename."""
    try:
        os.link(spare, target)
    except FileExistsError:
        return False
    except OSError:
        return _rename(spare, target)
    return True


def _rename(spare: Path, target: Path) -> bool:
    if target.exists():
        return False
    try:
        spare.rename(target)
    except OSError as error:
        raise refused(target, error) from error
    return True


def _discard(spare: Path) -> None:
    for ending in ("", "-wal", "-shm", ".lock", ".writer"):
        with suppress(OSError):
            spare.with_name(spare.name + ending).unlink()
