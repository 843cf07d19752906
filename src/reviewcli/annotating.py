"""Put labels on reviews and take them off, as edits."""

from collections.abc import Iterable
from typing import NamedTuple

from tinydb.table import Document

from reviewcli.changes import Stamp
from reviewcli.documents import annotation_document
from reviewcli.errors import NotFoundError
from reviewcli.labels import Label, find_label, new_label
from reviewcli.model import Annotation
from reviewcli.store.conditions import Between
from reviewcli.store.database import Database
from reviewcli.writing import Writer

MOST_NAMED = 10


class Tagging(NamedTuple):
    """What tagging or untagging did to one review: the labels it took off and the one it put on."""

    number: int
    removed: tuple[str, ...] = ()
    added: str | None = None

    @property
    def changed(self) -> bool:
        """Tell whether anything is different now."""
        return bool(self.removed or self.added)


def scheme(database: Database) -> list[Label]:
    """List the label scheme of a corpus, in order."""
    return [Label(one["name"], one.get("group", "")) for one in database.table("labels").iter_from(1)]


def require_annotator(name: str, database: Database) -> None:
    """Raise NotFoundError, with the nearest name, when nobody of that name has labelled a review."""
    names = sorted({str(one["annotator"]) for one in database.table("annotations")})
    if name in names:
        return
    from difflib import get_close_matches

    nearest = get_close_matches(name, names, n=1)
    meant = f"Did you mean '{nearest[0]}'? " if nearest else ""
    said = f"Labels are from {', '.join(names[:MOST_NAMED])}." if names else "No review has a label yet."
    raise NotFoundError(f"No label was given by '{name}'.", hint=f"{meant}{said}")


def choose_label(name: str, database: Database, writer: Writer, *, new: bool) -> Label:
    """Find a label of the scheme; with `new`, add one that is not there. Raises NotFoundError otherwise."""
    try:
        return find_label(name, scheme(database))
    except NotFoundError:
        if not new:
            raise
    label = new_label(name)
    writer.add("labels", label._asdict())
    return label


class Annotator:
    """Change the labels that one person gave, through the writer of one command."""

    def __init__(self, database: Database, writer: Writer, stamp: Stamp) -> None:
        self._annotations = database.table("annotations")
        self._writer = writer
        self._stamp = stamp

    def tag(self, numbers: Iterable[int], label: Label) -> list[Tagging]:
        """Give each review the label, in the place of this person's other one of its group."""
        return [self._tag_one(number, label) for number in numbers]

    def _tag_one(self, number: int, label: Label) -> Tagging:
        rivals = [one for one in self._mine(number) if excludes(label, one)]
        if any(one["label"] == label.name for one in rivals):
            return Tagging(number)
        annotation = Annotation(label.name, label.group, self._stamp.annotator, self._stamp.time)
        document = annotation_document(number, annotation)
        if rivals:  # never more than one: two of a group by one person cannot come about
            self._writer.change("annotations", rivals[0], document)
        else:
            self._writer.add("annotations", document)
        return Tagging(number, tuple(one["label"] for one in rivals), label.name)

    def untag(self, numbers: Iterable[int], label: Label | None) -> list[Tagging]:
        """Take this person's label off each review; all of theirs when none is named."""
        return [self._untag_one(number, label) for number in numbers]

    def _untag_one(self, number: int, label: Label | None) -> Tagging:
        mine = [one for one in self._mine(number) if label is None or one["label"] == label.name]
        for annotation in mine:
            self._writer.remove("annotations", annotation)
        return Tagging(number, tuple(one["label"] for one in mine))

    def _mine(self, number: int) -> list[Document]:
        about = self._annotations.search(Between("review", number, number))
        return [one for one in about if one["annotator"] == self._stamp.annotator]


def excludes(label: Label, annotation: Document) -> bool:
    """Tell whether an annotation gives way to a label: the same one, or another of its group."""
    return bool(annotation["label"] == label.name or (label.group and annotation["group"] == label.group))
