"""Say what went wrong in one sentence, with one hint that mends it and an exit code."""

from typing import ClassVar


class ReviewError(Exception):
    """Report something that a user can mend; the root of every error we raise on purpose.

    `hint` is one sentence that says what to do. `exit_code` is what the process ends with:
    1 for what the user can mend, 2 for wrong usage, 3 for a damaged or newer corpus.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(ReviewError):
    """Report words on the command line that do not fit together."""

    exit_code = 2


class QueryError(ReviewError):
    """Report a query that cannot be read; `column` counts characters of `query` from 1."""

    exit_code = 2

    def __init__(self, message: str, *, column: int, hint: str = "") -> None:
        super().__init__(f"{message.rstrip('.')} (column {column}).", hint=hint)
        self.column = column
        self.query = ""


class SourceError(ReviewError):
    """Report a file or stream that cannot be read as reviews."""


class NoTextError(SourceError):
    """Report a file or stream that was read and holds no text."""


class NotFoundError(ReviewError):
    """Report a review, label or corpus that is named but does not exist."""


class CorpusError(ReviewError):
    """Report a corpus that cannot be used as it is: damaged, foreign or of a newer format."""

    exit_code = 3


class BusyError(ReviewError):
    """Report a corpus that another process holds for writing for too long."""
