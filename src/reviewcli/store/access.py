"""Choose how to open a SQLite file: to write it where that is allowed, else to read what cannot change."""

import os
from pathlib import Path


def mode_for(path: Path) -> str:
    """Name the mode in which SQLite opens a file; it needs to write the folder too, for its log.

    Where there is no log beside a file that cannot be written, the file cannot change.
    """
    if os.access(path, os.W_OK) and os.access(Path(os.path.realpath(path)).parent, os.W_OK):
        return "rw"
    log = Path(f"{os.path.realpath(path)}-wal")
    return "ro" if log.exists() else "ro&immutable=1"
