"""Write notes on reviews and take them off, as edits."""

from collections.abc import Iterable
from typing import NamedTuple

from tinydb.table import Document

from reviewcli.changes import Stamp
from reviewcli.errors import UsageError
from reviewcli.store.conditions import Between
from reviewcli.store.database import Database
from reviewcli.writing import Writer

LONGEST = 10_000


class Noting(NamedTuple):
    """What was done about the notes on one review: how many were taken off, and whether one was written."""

    number: int
    removed: int = 0
    added: bool = False

    @property
    def changed(self) -> bool:
        """Tell whether anything is different now."""
        return self.added or self.removed > 0


def note_text(text: str) -> str:
    """Return a note as it is kept. Raises UsageError for an empty one, and for one that is too long."""
    wanted = text.strip()
    if not wanted:
        raise UsageError(
            "The note is empty.", hint="Write what is to be noted, or --remove to take yours off."
        )
    if len(wanted) > LONGEST:
        raise UsageError(
            f"The note has {len(wanted):,} characters.", hint=f"A note has at most {LONGEST:,} of them."
        )
    return wanted


class Noter:
    """Change the notes that one person wrote, through the writer of one command."""

    def __init__(self, database: Database, writer: Writer, stamp: Stamp) -> None:
        self._notes = database.table("notes")
        self._writer = writer
        self._stamp = stamp

    def note(self, numbers: Iterable[int], text: str) -> list[Noting]:
        """Write a note on each review, but none that this person wrote there already."""
        return [self._note_one(number, text) for number in numbers]

    def _note_one(self, number: int, text: str) -> Noting:
        if any(one["text"] == text for one in self._mine(number)):
            return Noting(number)
        by = {"annotator": self._stamp.annotator, "time": self._stamp.time}
        self._writer.add("notes", {"review": number, "text": text, **by})
        return Noting(number, added=True)

    def remove(self, numbers: Iterable[int]) -> list[Noting]:
        """Take all notes of this person off each review."""
        return [self._remove_one(number) for number in numbers]

    def _remove_one(self, number: int) -> Noting:
        mine = self._mine(number)
        for note in mine:
            self._writer.remove("notes", note)
        return Noting(number, removed=len(mine))

    def _mine(self, number: int) -> list[Document]:
        about = self._notes.search(Between("review", number, number))
        return [one for one in about if one.get("annotator") == self._stamp.annotator]
