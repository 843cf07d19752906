"""Copy a corpus whole into another file, under another name first."""

import os
from contextlib import suppress
from pathlib import Path

from reviewcli.store.database import Database
from reviewcli.store.jsonfile import sync_folder
from reviewcli.store.private import create_private, refused


def copy_whole(database: Database, target: Path) -> None:
    """Copy a corpus to `target`, all of it or nothing, while others may go on writing.

    Raises ReviewError when it cannot be written.
    """
    spare = target.with_name(f".{target.stem}.{os.getpid()}.new{target.suffix}")
    try:
        spare.unlink(missing_ok=True)
        create_private(spare, known_as=target)
        database.copy_to(spare)
        _force_to_disk(spare)
        spare.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise refused(target, error) from error
    finally:
        with suppress(OSError):
            spare.unlink()


def _force_to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def free_name(path: Path, why: str) -> Path:
    """Return a name beside a corpus that no file has, with what it is kept for and the time in it."""
    from datetime import UTC, datetime

    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    endings = ("", *(f"-{number}" for number in range(2, 99)))
    names = (path.with_name(f"{path.stem}.{why}-{moment}{more}{path.suffix}") for more in endings)
    return next(name for name in names if not name.exists())
