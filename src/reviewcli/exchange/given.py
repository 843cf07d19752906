"""Hold the annotations of reviews while many are moved and given, and write what became of each once."""

from collections.abc import Iterator, Mapping
from typing import Any

from tinydb.table import Document

from reviewcli.store.conditions import Between
from reviewcli.store.database import Database
from reviewcli.writing import Writer

Slot = tuple[str, str]


def slot_of(annotation: Mapping[str, Any]) -> Slot:
    """Say of what one person gives a review one: of a group, or of a label that stands for itself."""
    return annotation["annotator"], annotation["group"] or annotation["label"]


class Given:
    """What people gave to each review, as it will be."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._by_review: dict[int, dict[Slot, _Place]] = {}
        self._taken: list[_Place] = []

    def to(self, review: int) -> Mapping[Slot, Mapping[str, Any]]:
        """Return the annotations of a review by slot."""
        return {slot: place.new for slot, place in self._of(review).items() if place.new is not None}

    def _of(self, review: int) -> "dict[Slot, _Place]":
        if review not in self._by_review:
            found = self._database.table("annotations").search(Between("review", review, review))
            self._by_review[review] = {slot_of(one): _Place(one, dict(one)) for one in found}
        return self._by_review[review]

    def give(self, review: int, annotation: Mapping[str, Any]) -> None:
        """Put an annotation in the place of what stands in its slot."""
        places = self._of(review)
        place = places.setdefault(slot_of(annotation), _Place(None, None))
        place.new = {"review": review, **annotation}

    def move(self, gone: int, keeper: int) -> None:
        """Move everything from a review to another; what that has already is there once."""
        there = self._of(keeper)
        for slot, place in self._of(gone).items():
            if slot in there:
                place.new = None
                self._taken.append(place)
            elif place.new is not None:
                place.new = {**place.new, "review": keeper}
                there[slot] = place
        self._by_review[gone] = {}

    def write(self, writer: Writer) -> None:
        """Give the writer one edit for each annotation that is other than it was."""
        for place in self._places():
            if place.old is None and place.new is not None:
                writer.add("annotations", place.new)
            elif place.old is not None and place.new is None:
                writer.remove("annotations", place.old)
            elif place.old is not None and place.new is not None:
                writer.change("annotations", place.old, place.new)

    def _places(self) -> "Iterator[_Place]":
        yield from self._taken
        for review in sorted(self._by_review):
            yield from self._by_review[review].values()


class _Place:
    """An annotation as it is stored and as it will be; None where there is none."""

    def __init__(self, old: Document | None, new: Mapping[str, Any] | None) -> None:
        self.old = old
        self.new = new
