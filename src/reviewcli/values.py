"""Say what a change did as old and new values, for people and programs."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from reviewcli.changes import Effect, Run
from reviewcli.digest import changed_fields
from reviewcli.documents import edge_of

_UNSHOWN, _EDGES = ("key", "number"), ("before", "after")
_OF_NO_REVIEW = {
    "labels": ("scheme", "name"),
    "sources": ("source", "name"),
    "elsewhere": ("line of history", "did"),
}


class Value(NamedTuple):
    """One value of one review that changed; None where there was or is none.

    `review` is None for what belongs to no review: `reviews` that came or went together, by their numbers,
    a `source`, a label of the `scheme`, or a `line of history` of another corpus.
    """

    review: int | None
    what: str
    old: Any
    new: Any
    by: str = ""


def values(effects: Iterable[Effect], runs: Iterable[Run]) -> Iterator[Value]:
    """Give the values that a change set gave another value."""
    for run in runs:
        numbers = str(run.first) if run.first == run.last else f"{run.first}-{run.last}"
        yield Value(None, "reviews", *((None, numbers) if run.added else (numbers, None)))
    for effect in effects:
        yield from _values(effect)


def _values(effect: Effect) -> Iterator[Value]:
    old, new = effect.old or {}, effect.new or {}
    match effect.table:
        case "annotations":
            yield from _about_review("label", old, new, field="label")
        case "notes":
            yield from _about_review("note", old, new, field="text")
        case "reviews" if old and new:
            for name in changed_fields(effect):
                if name not in _UNSHOWN:
                    yield Value(effect.doc_id, name, _field(old, name), _field(new, name))
        case "reviews":
            yield Value(effect.doc_id, "review", old.get("text"), new.get("text"))
        case "retired":
            yield Value(effect.doc_id, "part of", old.get("into"), new.get("into"))
        case "queries":
            yield Value(None, "saved query", _saved(old), _saved(new))
        case table if table in _OF_NO_REVIEW:
            what, field = _OF_NO_REVIEW[table]
            yield Value(None, what, old.get(field), new.get(field))
        case other:
            yield Value(None, other, effect.old, effect.new)


def _field(document: Mapping[str, Any], name: str) -> Any:
    return edge_of(document, name) if name in _EDGES else document.get(name)


def _saved(document: Mapping[str, Any]) -> str | None:
    return f"{document['name']} = {document['query']}" if document else None


def _about_review(
    what: str, old: Mapping[str, Any], new: Mapping[str, Any], *, field: str
) -> Iterator[Value]:
    """Give the values of what stands about a review; what moved to another is gone here and new there."""
    by = str((new or old).get("annotator", ""))
    if old and new and old["review"] == new["review"]:
        yield Value(int(new["review"]), what, old[field], new[field], by)
        return
    if old:
        yield Value(int(old["review"]), what, old[field], None, by)
    if new:
        yield Value(int(new["review"]), what, None, new[field], by)
