"""Say what went wrong with a file in the words of the person whose file it is."""

import re
import sqlite3
from pathlib import Path

from reviewcli.errors import BusyError, CorpusError, ReviewError

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
# What SQLite calls a mere error is a statement that does not fit the file: ours fit what we wrote.
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}

_NO_INDEX = re.compile(r"^(no such table: (main\.)?|vtable constructor failed: )(text|terms|keys)_")

_NO_CODE = sqlite3.SQLITE_CORRUPT
"""Python raises errors without a code for text that is no UTF-8."""


def damaged(path: Path) -> CorpusError:
    """Say that a file is not, or no longer, what we wrote."""
    return CorpusError(
        f"{path} is damaged or is not a reviewcli corpus.",
        hint="Nothing was changed. Name another file with --corpus, or put back a copy of this one.",
    )


def too_busy(path: Path) -> BusyError:
    """Say that another process did not let us write, and who that is where it can be known."""
    from reviewcli.store.holder import holder_of

    holder = holder_of(path)
    if holder is None:
        return BusyError(
            f"Another program has been writing to {path} for too long.",
            hint="Nothing was changed. Wait for it to finish, or stop it, and try again.",
        )
    process, (who, command, since), stopped = holder
    moment = since[:19].replace("T", " ")
    held = f"'{command}' of {who} (process {process}) has been writing to {path} since {moment} UTC"
    if stopped:
        return BusyError(
            f"{held}, and is stopped.",
            hint=f"Nothing was changed. Let it go on with 'fg' in its terminal or kill -CONT {process}, "
            f"or end it with kill -KILL {process}: what it did not finish is then as if never begun.",
        )
    return BusyError(
        f"{held}.", hint=f"Nothing was changed. Wait until it is done, or end it with kill {process}."
    )


def translate(error: sqlite3.Error, path: Path) -> ReviewError:
    """Say an SQLite error in the words of the person whose file it is."""
    code = getattr(error, "sqlite_errorcode", _NO_CODE)
    if code == sqlite3.SQLITE_CORRUPT_VTAB or _NO_INDEX.search(str(error)):
        return CorpusError(
            f"The index of words in {path} is missing or damaged.",
            hint="Nothing was changed. reviewcli check --repair builds it anew.",
        )
    code &= 0xFF
    if code in _BUSY:
        return too_busy(path)
    if code in _DAMAGED:
        return damaged(path)
    reasons = {
        sqlite3.SQLITE_FULL: (f"The disk that holds {path} is full.", "Make room and try again."),
        sqlite3.SQLITE_READONLY: (
            f"{path} cannot be written.",
            "Make the file and its folder writable, or copy it.",
        ),
        sqlite3.SQLITE_CANTOPEN: (f"{path} cannot be opened.", "Check that it is a file you may read."),
    }
    message, hint = reasons.get(code, (f"{path} cannot be used: {error}.", "Check the disk and the file."))
    return ReviewError(message, hint=f"Nothing was changed. {hint}")
