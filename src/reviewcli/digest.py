"""Say in words what a change set did, and which reviews it is about."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from reviewcli.changes import Effect, Run, net
from reviewcli.runs import Runs, format_runs, joined, runs_of, size

LONGEST_NUMBERS = 24
NameOf = Callable[[int], str]


def digest(change_set: Mapping[str, Any], source_of: NameOf) -> dict[str, Any]:
    """Return the line that the history keeps of a change set.

    `did` says it in words, `about` holds the numbers of the reviews it is about, `touched` the ids of the
    documents in each table. `source_of` names the source of a review.
    Raises KeyError, TypeError or ValueError for what is no change set.
    """
    effects, runs = net(change_set["edits"])
    loaded = [f"loaded annotations from {change_set['loads']}"] if "loads" in change_set else []
    return {
        "annotator": change_set["annotator"],
        "time": change_set["time"],
        "command": change_set["command"],
        "did": "; ".join(loaded or _told(effects, runs, source_of)) or "changed nothing that is shown",
        "about": about(effects, runs),
        "touched": touched(effects, runs),
    }


def about(effects: Iterable[Effect], runs: Iterable[Run]) -> Runs:
    """Return the numbers of the reviews that a change set is about."""
    numbers = {number for effect in effects for number in reviews_of(effect)}
    return joined([*runs_of(numbers), *([run.first, run.last] for run in runs if run.table == "reviews")])


def reviews_of(effect: Effect) -> Iterator[int]:
    """Give the numbers of the reviews that one document is about, as it was and as it is."""
    if effect.table in {"reviews", "retired"}:
        yield effect.doc_id
    for document in (effect.old, effect.new):
        if document and effect.table in {"annotations", "notes"}:
            yield int(document["review"])
        if document and effect.table == "retired":
            yield int(document["into"])


def touched(effects: Iterable[Effect], runs: Iterable[Run]) -> dict[str, Runs]:
    """Return the ids of the documents that a change set wrote or took away, by table."""
    ids: dict[str, list[int]] = {}
    for effect in effects:
        ids.setdefault(effect.table, []).append(effect.doc_id)
    found = {table: runs_of(some) for table, some in ids.items()}
    for run in runs:
        found[run.table] = joined([*found.get(run.table, []), [run.first, run.last]])
    return found


def _told(effects: list[Effect], runs: list[Run], source_of: NameOf) -> Iterator[str]:
    by_table: dict[str, list[Effect]] = {}
    for effect in effects:
        by_table.setdefault(effect.table, []).append(effect)
    reviews, retired = by_table.get("reviews", []), by_table.get("retired", [])
    sources = by_table.get("sources", [])
    yield from _labels(by_table.get("labels", []))
    yield from _saved(by_table.get("queries", []))
    if runs and not sources and len(reviews) == 1:
        parts = joined([runs_of([reviews[0].doc_id])[0], *([run.first, run.last] for run in runs)])
        yield f"split review {reviews[0].doc_id} into {format_runs(parts)}"
    elif runs or sources:
        yield from _imported(runs, sources, source_of)
        if reviews and not retired:
            fields = sorted({name for one in reviews for name in changed_fields(one)})
            yield f"changed {reviews_told([one.doc_id for one in reviews])} ({', '.join(fields)})"
    elif retired:
        yield from _merged(retired)
    else:
        yield from _boundaries(reviews)
    if not retired:
        yield from _tagged(by_table.get("annotations", []))
        yield from _noted(by_table.get("notes", []))


def _labels(effects: Iterable[Effect]) -> Iterator[str]:
    for effect in effects:
        if effect.new and not effect.old:
            yield f"added the label {effect.new['name']}"
        elif effect.old and not effect.new:
            yield f"took away the label {effect.old['name']}"
        else:
            yield f"changed the label {(effect.new or {}).get('name')}"


def _saved(effects: Iterable[Effect]) -> Iterator[str]:
    for effect in effects:
        old, new = effect.old or {}, effect.new or {}
        if not new:
            yield f"forgot the query {old['name']}"
        elif old and old["name"] != new["name"]:
            yield f"called the query {old['name']} {new['name']}"
        else:
            yield f"saved the query {new['name']}"


def _imported(runs: list[Run], sources: list[Effect], source_of: NameOf) -> Iterator[str]:
    names = [str((one.new or one.old or {})["name"]) for one in sources]
    added = [[run.first, run.last] for run in runs if run.added and run.table == "reviews"]
    count = size(joined(added))
    if added and not names:
        names = [source_of(added[0][0])]
    reviews = "1 review" if count == 1 else f"{count:,} reviews"
    gaps = sum(int((one.new or {}).get("decided", 0)) for one in sources)
    decided = (
        f", in which a reader decided about {'1 gap' if gaps == 1 else f'{gaps:,} gaps'}" if gaps else ""
    )
    yield f"imported {reviews} from {', '.join(names)}{decided}" if names else f"took away {_runs_told(runs)}"


def _runs_told(runs: list[Run]) -> str:
    return f"reviews {format_runs(joined([run.first, run.last] for run in runs))}"


def _merged(retired: Iterable[Effect]) -> Iterator[str]:
    into: dict[int, list[int]] = {}
    for effect in retired:
        into.setdefault(int((effect.new or effect.old or {})["into"]), []).append(effect.doc_id)
    for keeper, gone in into.items():
        yield f"merged {format_runs(runs_of([keeper, *gone]))} into {keeper}"


def _boundaries(reviews: list[Effect]) -> Iterator[str]:
    numbers = [one.doc_id for one in reviews]
    fields = sorted({name for one in reviews for name in changed_fields(one)})
    if fields == ["after", "before"] and len(reviews) == 2:
        yield f"confirmed the boundary between {numbers[0]} and {numbers[1]}"
    elif len(reviews) == 1 and "text" not in fields:
        yield f"settled what stands in or beside review {numbers[0]} ({', '.join(fields)})"
    elif reviews:
        yield f"changed {reviews_told(numbers)} ({', '.join(fields)})"


def changed_fields(effect: Effect) -> list[str]:
    """List the fields in which a document differs from what it was."""
    old, new = effect.old or {}, effect.new or {}
    return [name for name in dict.fromkeys((*old, *new)) if old.get(name) != new.get(name)]


def _tagged(annotations: Iterable[Effect]) -> Iterator[str]:
    given: dict[str, list[int]] = {}
    taken: dict[str, list[int]] = {}
    for effect in annotations:
        if effect.new:
            given.setdefault(str(effect.new["label"]), []).append(int(effect.new["review"]))
        elif effect.old:
            taken.setdefault(str(effect.old["label"]), []).append(int(effect.old["review"]))
    yield from (f"tagged {reviews_told(numbers)} {label}" for label, numbers in given.items())
    yield from (f"took {label} off {reviews_told(numbers)}" for label, numbers in taken.items())


def _noted(notes: Iterable[Effect]) -> Iterator[str]:
    added = [int(one.new["review"]) for one in notes if one.new]
    removed = [int(one.old["review"]) for one in notes if one.old and not one.new]
    if added:
        yield f"wrote a note on {reviews_told(added)}"
    if removed:
        yield f"took a note off {reviews_told(removed)}"


def reviews_told(numbers: Iterable[int]) -> str:
    """Name reviews by their numbers, or say how many they are when those are too long to read."""
    runs = runs_of(numbers)
    text = format_runs(runs)
    if size(runs) == 1:
        return f"review {text}"
    return f"reviews {text}" if len(text) <= LONGEST_NUMBERS else f"{size(runs):,} reviews"
