"""Give reviews the labels and notes that came along with them, as edits."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from reviewcli.annotating import scheme
from reviewcli.changes import Stamp
from reviewcli.documents import annotation_document
from reviewcli.errors import NotFoundError, UsageError
from reviewcli.labels import Label, find_label, new_label
from reviewcli.model import Annotation
from reviewcli.store.conditions import Between
from reviewcli.store.database import Database
from reviewcli.tables.entry import Given
from reviewcli.writing import Writer

_LONGEST_NAME = 100
_NOT_IN_A_NAME = re.compile(r"[^\w.-]+")


class Giver:
    """Write the labels and notes of one import; a label that is in no scheme yet is added to it.

    Nobody's label is taken off: who labelled a review here keeps that, and the same label is given once.
    """

    def __init__(self, database: Database, writer: Writer, stamp: Stamp) -> None:
        self._database = database
        self._writer = writer
        self._stamp = stamp
        self._scheme = scheme(database)
        self._meant: dict[tuple[str, str], Label] = {}
        self._taken: set[tuple[int, str, str]] = set()
        self.given = 0

    def give(self, number: int, labels: Iterable[Given], *, known: bool) -> None:
        """Give a review labels; one that is `known` may have some already."""
        if known:
            for had in self._database.table("annotations").search(Between("review", number, number)):
                self._taken.add((number, had["annotator"], had["group"] or had["label"]))
        for one in labels:
            label = self._label(one)
            who = _annotator(one.annotator) or self._stamp.annotator
            slot = number, who, label.group or label.name
            if slot not in self._taken:
                self._taken.add(slot)
                annotation = Annotation(label.name, label.group, who, _time(one.time) or self._stamp.time)
                self._writer.add("annotations", annotation_document(number, annotation))
                self.given += 1

    def note(self, number: int, notes: Iterable[str], *, known: bool) -> None:
        """Put notes on a review, unless it has just these."""
        there: set[str] = set()
        if known:
            there = {
                one["text"] for one in self._database.table("notes").search(Between("review", number, number))
            }
        for text in notes:
            if text not in there:
                self._writer.add("notes", {"review": number, "text": text})

    def _label(self, given: Given) -> Label:
        meant = given.label, given.group
        if meant not in self._meant:
            self._meant[meant] = self._found(given)
        return self._meant[meant]

    def _found(self, given: Given) -> Label:
        try:
            return find_label(given.label, self._scheme)
        except NotFoundError:
            label = Label(_possible(given.label), given.group)
        for one in self._scheme:
            if one.name == label.name:
                return one
        self._writer.add("labels", label._asdict())
        self._scheme.append(label)
        return label


def _possible(name: str) -> str:
    """Return the name of a label that is nearest to one of another program."""
    try:
        return new_label(name).name
    except UsageError:
        near = _NOT_IN_A_NAME.sub("-", name.strip()).strip("-._")
        near = near if near[:1].isalpha() else f"label-{near}".strip("-")
        return new_label(near[:40]).name


def _annotator(name: str) -> str:
    """Return a name that an annotator can have."""
    return " ".join("".join(one if one.isprintable() else " " for one in name).split())[:_LONGEST_NAME]


def _time(text: str) -> str:
    """Return a time in UTC as we write it; nothing for what is none."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return ""
    time = time.replace(tzinfo=UTC) if time.tzinfo is None else time
    try:
        return time.astimezone(UTC).isoformat(timespec="milliseconds")
    except OverflowError:
        return ""
