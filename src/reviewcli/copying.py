"""Copy a corpus whole into another file, under another name first."""

import os
import re
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from reviewcli.store.database import Database
from reviewcli.store.holder import state_of
from reviewcli.store.jsonfile import sync_folder
from reviewcli.store.private import create_private, refused

LEFT_AFTER = 3600


def copy_whole(database: Database, target: Path, *, instead_of: Iterable[Path] = ()) -> None:
    """Copy a corpus to `target`, all of it or nothing, while others may go on writing.

    The files `instead_of` which it comes are removed just before it takes its place. Raises ReviewError
    when it cannot be written.
    """
    spare = spare_beside(target)
    try:
        spare.unlink(missing_ok=True)
        create_private(spare, known_as=target)
        database.copy_to(spare)
        force_to_disk(spare)
        for one in instead_of:
            one.unlink(missing_ok=True)
        spare.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise refused(target, error) from error
    finally:
        with suppress(OSError):
            spare.unlink()


def force_to_disk(path: Path) -> None:
    """Have the system write all of a file to the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def spare_beside(target: Path) -> Path:
    """Return the name under which this process makes a file that then takes the place of `target`.

    What processes that were killed left under such names long ago is removed.
    """
    pattern = re.compile(
        rf"\.{re.escape(target.stem)}\.([0-9]+)\.new{re.escape(target.suffix)}(-wal|-shm|\.lock)?"
    )
    with suppress(OSError):
        for one in target.parent.iterdir():
            if (found := pattern.fullmatch(one.name)) and is_left_over(one, int(found[1])):
                one.unlink()
    return target.with_name(f".{target.stem}.{os.getpid()}.new{target.suffix}")


def is_left_over(path: Path, process: int) -> bool:
    """Tell whether a file is an hour old and the process that made it has ended."""
    return time.time() - path.stat().st_mtime > LEFT_AFTER and not state_of(process)


def free_name(path: Path, why: str) -> Path:
    """Return a name beside a corpus that no file has, with what it is kept for and the time in it."""
    from datetime import UTC, datetime

    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    endings = ("", *(f"-{number}" for number in range(2, 99)))
    names = (path.with_name(f"{path.stem}.{why}-{moment}{more}{path.suffix}") for more in endings)
    return next(name for name in names if not name.exists())
