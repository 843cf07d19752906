"""Make files and folders that only their owner reads."""

import os
from contextlib import suppress
from pathlib import Path

from reviewcli.errors import ReviewError


def create_private(path: Path, *, known_as: Path | None = None) -> None:
    """Create an empty file with mode 0600, and its folders, unless there is one.

    Raises ReviewError, which speaks of the file as `known_as`, when that cannot be.
    """
    make_folder(path.parent)
    try:
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise refused(known_as or path, error) from error


def make_folder(folder: Path) -> None:
    """Create a folder and those above it, private to the owner; raise ReviewError when that cannot be."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise refused(folder, error) from error


def refused(path: Path, error: OSError) -> ReviewError:
    """Say why the system does not let us write a file."""
    return ReviewError(
        f"{path} cannot be written: {error.strerror or error}.",
        hint="Name a place you may write with --corpus, or make room or rights there.",
    )
