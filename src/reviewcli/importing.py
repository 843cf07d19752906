"""Turn a source that was read into the reviews that a corpus takes in."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from reviewcli.documents import review_document
from reviewcli.errors import SourceError
from reviewcli.keys import review_key
from reviewcli.language import detect
from reviewcli.model import Review
from reviewcli.origins import lay_out, origin_of
from reviewcli.progress import Progress, unseen
from reviewcli.recognising import Draft, Known
from reviewcli.rejecting import Rejects
from reviewcli.segmentation import Segment
from reviewcli.sources.plaintext import Source, decisions_name
from reviewcli.split.decisions import Decisions, parse_decisions
from reviewcli.split.rules import Cutting, split_by
from reviewcli.store.database import Database
from reviewcli.tally import Tally
from reviewcli.writing import Writer

MODEL_CUTTING = Cutting()


class TableCounts(NamedTuple):
    """What became of the rows of a table that gave no new review, and what stands in `rejects`."""

    read: int
    changed: int
    empty: int
    labels: int
    rejects: Rejects


class Intake(NamedTuple):
    """What an import took in: the numbers given, how many reviews were known, which gaps are open.

    `open_edges` is how many boundaries a person should be asked about, `open_inside` how many gaps inside
    reviews. `notes` are sentences about how the source was read.
    """

    source: str
    numbers: range
    known: int
    open_edges: int
    open_inside: int
    notes: tuple[str, ...] = ()
    table: TableCounts | None = None

    @property
    def changed(self) -> bool:
        """Tell whether the corpus is another one now."""
        return bool(self.numbers) or (
            self.table is not None and bool(self.table.changed or self.table.labels)
        )


def read_reviews(source: Source, cutting: Cutting = MODEL_CUTTING) -> Iterator[Review]:
    """Split a source into reviews, in reading order and not yet numbered (number 0), as they are asked for.

    Raises UsageError at once for a cutting that does not fit the text.
    """
    return (draft.review for draft in read_drafts(source, cutting))


def read_drafts(source: Source, cutting: Cutting) -> Iterator[Draft]:
    """Split a source into reviews as `read_reviews` does, with the places of their lines."""
    return _drafts(split_by(source.content, cutting, decisions_about(source)), source.name)


def _drafts(segments: Iterable[Segment], source_name: str) -> Iterator[Draft]:
    """Make reviews of segments.

    The key is a hash of the text and of how often that text stood in the source before, so that two
    readers who wrote the same word stay two reviews and a second import finds both again.
    """
    seen = Tally()
    for segment in segments:
        key = review_key(segment.text, occurrence=seen.add(segment.text))
        places = lay_out(segment.text, segment.span.start, segment.starts)
        yield Draft(review_of(segment, source_name, key), places)
    if not seen.total:
        raise SourceError(
            f"{source_name} holds the furniture of a page and no review's text.",
            hint="Copy the reviews with it, or a longer part of the page.",
        )


def decisions_about(source: Source) -> Decisions | None:
    """Read what people decided about the boundaries of a source. Raises SourceError for a spoilt file."""
    if not source.decisions:
        return None
    return parse_decisions(source.decisions, name=decisions_name(source.name))


def content_of(text: str) -> dict[str, Any]:
    """Return the fields of a review's document that follow from its text: its key and its language."""
    return {"key": review_key(text, occurrence=0), "language": detect(text).code}


def review_of(segment: Segment, source_name: str, key: str) -> Review:
    """Make an unnumbered review of a segment, with its language as far as it can be told."""
    fields = dict(segment.fields)
    language = fields.pop("language", None)
    return Review(
        number=0,
        key=key,
        text=segment.text,
        source=source_name,
        span=segment.span,
        language=language if isinstance(language, str) else detect(segment.text).code,
        before=segment.before,
        after=segment.after,
        gaps=segment.gaps,
        **fields,  # type: ignore[arg-type]  # each is what the field of that name takes
    )


def import_source(
    source: Source, database: Database, writer: Writer, cutting: Cutting, progress: Progress = unseen
) -> Intake:
    """Add the reviews of a source that are not in the corpus yet, and remember the source.

    They are written as they are read: what is held does not grow with the source, but for some twenty
    bytes a review, by which the same text is known again.
    """
    decided = _decided_gaps(source)
    source_id, known = recognise(source, database, writer, decided=decided)
    count = Counter[str]()
    first = writer.next_id("reviews")

    def new_documents() -> Iterator[dict[str, Any]]:
        drafts = _watched(read_drafts(source, cutting), source, progress)
        for review, places, _ in known.new_among(drafts):
            count["open"] += review.before.open
            count["inside"] += sum(gap.open for gap in review.gaps)
            document = review_document(review, origin_of(source_id, places))
            document["number"] = writer.next_id("reviews")
            yield document

    added = writer.add_many("reviews", new_documents())
    numbers = range(first, first + added)
    return Intake(
        source.name,
        numbers,
        known.recognised,
        count["open"],
        count["inside"],
        _notes(source, cutting, decided),
    )


def _watched(drafts: Iterable[Draft], source: Source, progress: Progress) -> Iterator[Draft]:
    """Pass drafts on, with somebody watching how far into the source they are."""
    what = f"Splitting {source.name}"
    for draft in drafts:
        yield draft
        progress(what, draft.review.span.end * source.size // max(1, source.length), source.size)


def caution(source: Source, cutting: Cutting) -> str:
    """Warn of a page that was not known as one, so that its furniture is in its reviews; else "" is given."""
    if cutting != MODEL_CUTTING:
        return ""
    from reviewcli.split.structure.suspecting import suspected_furniture

    found = suspected_furniture(source.content)
    return (
        found and f"It looks like a page whose layout is not known: '{found}' and the like stand in the text."
    )


def _notes(source: Source, cutting: Cutting, decided: int | None) -> tuple[str, ...]:
    notes = [f"It was {source.note}."] if source.note else []
    notes += filter(None, [caution(source, cutting)])
    if decided:
        notes.append(f"A reader decided about {decided} {'gap' if decided == 1 else 'gaps'}.")
    elif decided is None:
        notes.append(f"{decisions_name(source.name)} is about another text and was not used.")
    return tuple(notes)


def _decided_gaps(source: Source) -> int | None:
    """Count the gaps that people decided about in the file beside a source; None when that fits another."""
    decisions = decisions_about(source)
    if decisions is None:
        return 0
    return len(decisions.by_line(source.content)) if decisions.fits(source.content) else None


def recognise(
    source: Source,
    database: Database,
    writer: Writer,
    *,
    decided: int | None = None,
    by_text: bool = False,
) -> tuple[int, Known]:
    """Find the id of a source and what it already gave; a new source gets an id and gave nothing.

    At `decided` gaps people said where it is cut. `by_text` leaves out what it gave that is known by an id.

    It is the same source when it is the same file, or the same bytes under another name.
    """
    facts: dict[str, Any] = {"name": source.name, "path": source.path, "digest": source.digest}
    if decided:
        facts["decided"] = decided
    for document in database.table("sources").iter_from(1):
        if document["digest"] == source.digest or (source.path and document["path"] == source.path):
            if document["digest"] != source.digest:
                writer.change("sources", document, {**document, **facts})
            return document.doc_id, Known(_TextsOf(document.doc_id, database, by_text=by_text))
    return writer.add("sources", facts), Known(())


class _TextsOf:
    """The texts of the reviews of a source, read from the corpus each time."""

    def __init__(self, source_id: int, database: Database, *, by_text: bool) -> None:
        self._source_id = source_id
        self._database = database
        self._by_text = by_text

    def __iter__(self) -> Iterator[str]:
        for document in self._database.table("reviews").iter_from(1):
            origin = document["origin"]
            if origin["source"] == self._source_id and not (self._by_text and "id" in origin):
                yield document["text"]
