"""Merge and split the reviews of a corpus, with the annotations and notes on them, as edits."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tinydb.table import Document

from reviewcli.errors import UsageError
from reviewcli.importing import content_of
from reviewcli.labels import Label
from reviewcli.mending import DECIDED, cut, held, joined
from reviewcli.numbers import format_numbers
from reviewcli.store.conditions import Between
from reviewcli.store.database import Database
from reviewcli.writing import Writer


class LabelConflictError(UsageError):
    """Report that one annotator gave reviews to be merged different labels of one group."""

    def __init__(self, one: Document, other: Document) -> None:
        self.labels = (str(one["label"]), str(other["label"]))
        super().__init__(
            f"{one['annotator']} gave review {one['review']} the label {one['label']} "
            f"and review {other['review']} {other['label']}.",
            hint=f"Say which stays: --label {one['label']} or --label {other['label']}",
        )


class Merging(NamedTuple):
    """What a merge made: the number that stays, those that went, the paragraphs after which they met."""

    number: int
    gone: tuple[int, ...]
    gaps: tuple[int, ...]


class Reshaper:
    """Change where the reviews of a corpus begin and end, through the writer of one command."""

    def __init__(self, database: Database, writer: Writer) -> None:
        self._database = database
        self._writer = writer

    def merge(self, documents: Sequence[Document], chosen: Label | None) -> Merging:
        """Make one review of neighbours; the first number stays, the others say what became of them.

        Labels and notes move along. Where one annotator gave them different labels of one group, `chosen`
        says which stays; without it that is a UsageError, as it is when the reviews are no neighbours.
        """
        ordered = sorted(documents, key=lambda one: (one["origin"]["start"], one.doc_id))
        self._require_neighbours(ordered)
        keeper = min(ordered, key=lambda one: one.doc_id)
        merged = {**joined(ordered), "number": keeper["number"]}
        self._writer.change("reviews", keeper, merged | content_of(merged["text"]))
        self._move_annotations([one.doc_id for one in ordered], keeper.doc_id, chosen)
        for document in ordered:
            if document is not keeper:
                self._move_notes(document.doc_id, keeper.doc_id)
                self._writer.remove("reviews", document)
                self._writer.put("retired", document.doc_id, {"into": keeper.doc_id})
        counts = [one["text"].count("\n") + 1 for one in ordered]
        gaps = tuple(sum(counts[: at + 1]) for at in range(len(counts) - 1))
        return Merging(keeper.doc_id, tuple(one.doc_id for one in ordered if one is not keeper), gaps)

    def _require_neighbours(self, ordered: Sequence[Document]) -> None:
        numbers = format_numbers(one.doc_id for one in ordered)
        if len(ordered) < 2:
            raise UsageError("A merge needs two reviews or more.", hint="For example: reviewcli merge 3 4")
        sources = {one["origin"]["source"] for one in ordered}
        if len(sources) > 1:
            raise UsageError(
                f"Reviews {numbers} come from different sources.", hint="Merge reviews of one source."
            )
        first, last = ordered[0]["origin"]["start"], ordered[-1]["origin"]["start"]
        merged = {one.doc_id for one in ordered}
        for document in self._database.table("reviews").search(Between("origin.start", first, last)):
            if document["origin"]["source"] in sources and document.doc_id not in merged:
                raise UsageError(
                    f"Review {document.doc_id} stands between reviews {numbers}.",
                    hint="Merge reviews that follow one another, or that one too.",
                )

    def _about(self, table: str, number: int) -> list[Document]:
        return self._database.table(table).search(Between("review", number, number))

    def _move_annotations(self, numbers: Iterable[int], keeper: int, chosen: Label | None) -> None:
        """Keep of each annotator one label of a group, and every label that stands for itself once."""
        kept: dict[tuple[str, str], Document] = {}
        for annotation in (one for number in numbers for one in self._about("annotations", number)):
            slot = annotation["annotator"], annotation["group"] or annotation["label"]
            rival = kept.setdefault(slot, annotation)
            if rival is annotation:
                self._keep(annotation, keeper)
            elif rival["label"] == annotation["label"]:
                self._writer.remove("annotations", annotation)
            else:
                self._settle(rival, annotation, keeper, chosen)

    def _keep(self, annotation: Document, keeper: int) -> None:
        if annotation["review"] != keeper:
            self._writer.change("annotations", annotation, {**annotation, "review": keeper})

    def _settle(self, kept: Document, other: Document, keeper: int, chosen: Label | None) -> None:
        if chosen is None or chosen.group != kept["group"]:
            raise LabelConflictError(kept, other)
        self._writer.remove("annotations", other)
        if kept["label"] != chosen.name:
            self._writer.change("annotations", kept, {**kept, "review": keeper, "label": chosen.name})

    def _move_notes(self, number: int, keeper: int) -> None:
        for note in self._about("notes", number):
            self._writer.change("notes", note, {**note, "review": keeper})

    def confirm(self, left: Document, right: Document) -> None:
        """Keep that a person decided for the boundary between two neighbours."""
        self._writer.change("reviews", left, {**left, "after": DECIDED})
        self._writer.change("reviews", right, {**right, "before": DECIDED})

    def hold(self, document: Document, after: int) -> None:
        """Keep that a person decided against a boundary after a paragraph of a review.

        Raises UsageError when there is no such gap.
        """
        self._writer.change("reviews", document, held(document, after))

    def split(self, document: Document, after: Sequence[int]) -> list[int]:
        """Cut a review after the paragraphs named; the first part keeps its number, labels and notes.

        Return the numbers of all parts, in order. Raises UsageError when there is no such gap.
        """
        first, *others = cut(document, after)
        self._writer.change("reviews", document, first | content_of(first["text"]))
        numbers = [document.doc_id]
        for part in others:
            number = self._writer.next_id("reviews")
            self._writer.add("reviews", part | content_of(part["text"]) | {"number": number})
            numbers.append(number)
        return numbers


def became(number: int, database: Database) -> int | None:
    """Follow a number that was merged away to the one that its text has now; None when it never was."""
    found: int | None = None
    table = database.table("retired")
    while isinstance(entry := table.get(doc_id=found or number), Document):
        found = int(entry["into"])
    return found
