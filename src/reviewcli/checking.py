"""Check a corpus: the file, the counters, what stands about what, and the history against the state."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tinydb.table import Document

from reviewcli.documents import annotation_from, require_kinds, review_from
from reviewcli.errors import CorpusError
from reviewcli.history import History
from reviewcli.keys import Keys, identity_key
from reviewcli.opening import COUNTERS, STATE_ID, read_state
from reviewcli.origins import places_of
from reviewcli.replaying import differences
from reviewcli.saved import TABLE
from reviewcli.store.database import Database
from reviewcli.text import fold_name
from reviewcli.writing import SET_ASIDE

_DAMAGE = (KeyError, TypeError, ValueError, AttributeError)


class Problem(NamedTuple):
    """Something that is wrong, in words, and whether it can be rebuilt from the rest."""

    what: str
    repairable: bool = False


def check(database: Database, path: Path) -> Iterator[Problem]:
    """Give everything that is wrong with a corpus, as it is at one moment."""
    with database.snapshot():
        for one in database.damage():
            yield Problem(f"The file: {one}.", repairable="index" in one)
        try:
            yield from _counters(database)
            yield from _reviews(database)
            yield from _about_reviews(database)
            yield from _retired(database)
            yield from _saved(database)
            yield from _history(database, History(database, path))
            yield from (Problem(one) for one in differences(database, History(database, path)))
        except CorpusError as error:
            yield Problem(error.message)


def _counters(database: Database) -> Iterator[Problem]:
    state = read_state(database)
    for name in _counters_of(state):
        highest = highest_id(database, name.removeprefix("next_"))
        if state[name] <= highest:
            yield Problem(
                f"The next of {name.removeprefix('next_')} would be {state[name]}, but there is {highest}.",
                repairable=True,
            )


def _counters_of(state: Mapping[str, object]) -> list[str]:
    """Name the counters of a corpus: those of every one, and that of the first query saved."""
    return [*COUNTERS, *(name for name in (f"next_{TABLE}",) if name in state)]


def highest_id(database: Database, table: str) -> int:
    """Return the highest id that was ever given in a table, as far as the documents tell."""
    tables = ("reviews", "retired", SET_ASIDE) if table == "reviews" else (table,)
    latest = (next(database.table(name).iter_back(2**62), None) for name in tables)
    return max((one.doc_id for one in latest if one), default=0)


def _reviews(database: Database) -> Iterator[Problem]:
    sources = {one.doc_id for one in database.table("sources").iter_from(1)}
    keys = Keys(read_state(database)["next_reviews"])
    for document in database.table("reviews").iter_from(1):
        try:
            review = review_from(document)
            require_kinds(review)
            if review.number != document.doc_id:
                yield Problem(f"Review {document.doc_id} says that its number is {document['number']}.")
            if document["origin"]["source"] not in sources:
                yield Problem(f"Review {document.doc_id} comes from a source that is not there.")
            yield from _text(document, keys)
        except _DAMAGE:
            yield Problem(f"Review {document.doc_id} is damaged.")


def _text(document: Document, keys: Keys) -> Iterator[Problem]:
    """Compare the text of a review with its key, and with its places in the source."""
    if not _key_fits(document, keys):
        yield Problem(f"Review {document.doc_id} has another text, or another key, than it was stored with.")
    origin, places = document["origin"], places_of(document)
    lengths = [end - start for start, end in places]
    fits = lengths == [len(line) for line in document["text"].split("\n")]
    if not fits or (origin["start"], origin["end"]) != (places[0][0], places[-1][1]):
        yield Problem(f"Review {document.doc_id} is not as long as its place in the source.")


def _key_fits(document: Document, keys: Keys) -> bool:
    """Tell whether a key is that of the text, or of what else a review is known by."""
    origin = document["origin"]
    if "id" in origin:
        return bool(document["key"] == identity_key(origin["id"]))
    return document["key"] == origin.get("as") or keys.fits(document["key"], document["text"])


def _about_reviews(database: Database) -> Iterator[Problem]:
    reviews = database.table("reviews")
    scheme = list(database.table("labels").iter_from(1))
    if not all(isinstance(one.get("name"), str) and isinstance(one.get("group", ""), str) for one in scheme):
        yield Problem("A label of the scheme is damaged.")
    labels = {name for one in scheme if isinstance(name := one.get("name"), str)}
    given: set[tuple[object, ...]] = set()
    for document in database.table("annotations").iter_from(1):
        name = f"Annotation {document.doc_id}"
        try:
            annotation = annotation_from(document)
            slot = (document["review"], annotation.annotator, annotation.group or annotation.label)
            if not reviews.contains(doc_id=document["review"]):
                yield Problem(f"{name} ({annotation.label}) is about review {slot[0]}, which is not there.")
            if annotation.label not in labels:
                yield Problem(f"{name} has the label {annotation.label}, which is not in the scheme.")
            if slot in given:
                yield Problem(f"{name} is a second {slot[2]} by {slot[1]} of review {slot[0]}.")
            given.add(slot)
        except _DAMAGE:
            yield Problem(f"{name} is damaged.")
    for document in database.table("notes").iter_from(1):
        number = document.get("review")
        if not isinstance(number, int) or not reviews.contains(doc_id=number):
            yield Problem(f"Note {document.doc_id} is about review {number}, which is not there.")


def _retired(database: Database) -> Iterator[Problem]:
    reviews, retired = database.table("reviews"), database.table("retired")
    for document in retired.iter_from(1):
        number, into = document.doc_id, document.get("into")
        if reviews.contains(doc_id=number):
            yield Problem(f"Review {number} is there, and also said to be part of another.")
        if not isinstance(into, int) or into == number:
            yield Problem(f"What became of review {number} is not said.")
        elif not reviews.contains(doc_id=into) and not retired.contains(doc_id=into):
            yield Problem(f"Review {number} is said to be part of review {into}, which is not there.")


def _saved(database: Database) -> Iterator[Problem]:
    names: set[str] = set()
    for document in database.table(TABLE).iter_from(1):
        name, query = document.get("name"), document.get("query")
        if not (isinstance(name, str) and isinstance(query, str)):
            yield Problem(f"Saved query {document.doc_id} is damaged.")
        elif fold_name(name) in names:
            yield Problem(f"There are two saved queries {name}.")
        else:
            names.add(fold_name(name))


def _history(database: Database, history: History) -> Iterator[Problem]:
    """Compare the lines of the history with the change sets that they are about."""
    lines = {one.doc_id: one for one in database.table("history").iter_from(1)}
    last = read_state(database)["next_changes"] - 1
    for number in range(1, last + 1):
        line = lines.pop(number, None)
        made = history.made(number)
        if line is not None and any(line.get(name) != made[name] for name in made if name != "did"):
            yield Problem(f"The line of change {number} does not say what the change did.", repairable=True)
    for number in lines:
        yield Problem(f"The history has a line of change {number}, which is not there.", repairable=True)


def repair(database: Database, path: Path) -> None:
    """Rebuild what follows from the rest: indexes, counters and the lines of the history, all in one step."""
    with database.transaction():
        database.rebuild_indexes()
        state = read_state(database)
        for name in _counters_of(state):
            state[name] = max(state[name], highest_id(database, name.removeprefix("next_")) + 1)
        database.table("meta").write_all([Document(state, STATE_ID)])
        history = History(database, path)
        numbers = range(1, state["next_changes"])
        kept = {one.doc_id: one.get("did") for one in database.table("history").iter_from(1)}
        lines: Iterable[Document] = (_line(history.made(number), kept.get(number)) for number in numbers)
        database.table("history").write_all(lines, [number for number in kept if number not in numbers])


def _line(made: Document, did: object) -> Document:
    """Keep the words of a line where there were any: they may name what is no more."""
    return Document({**made, "did": did} if isinstance(did, str) else dict(made), made.doc_id)
