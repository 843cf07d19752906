"""Write a folder that `datasets.load_dataset` reads: JSON lines for each part, and a dataset card."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from reviewcli.formats.dataset_card import card
from reviewcli.formats.frame import Writer
from reviewcli.formats.scheme import Scheme, chosen_of, columns_of
from reviewcli.jsonlines import json_text
from reviewcli.model import Review

COLUMNS = {
    "number": "int64",
    "key": "string",
    "text": "string",
    "title": "string",
    "author": "string",
    "rating": "float64",
    "rating_scale": "float64",
    "date": "string",
    "language": "string",
    "item": "string",
    "source": "string",
    "helpful": "int64",
    "verified": "bool",
    "recommended": "bool",
}
NOTES, ALONE = "notes", "labels"
TRAIN = "train"


def examples(reviews: Iterable[Review], scheme: Scheme) -> Iterator[dict[str, Any]]:
    """Give the rows: for each group the place of the label in it, for labels alone their places."""
    groups = [
        (column, group, {name: at for at, name in enumerate(scheme.groups[group])})
        for group, column in label_columns(scheme).items()
    ]
    places = {name: at for at, name in enumerate(scheme.alone)}
    for review in reviews:
        row = {name: getattr(review, name) for name in COLUMNS}
        row |= {column: at.get(chosen_of(review, group) or "") for column, group, at in groups}
        if places:
            row[ALONE] = sorted(places[name] for name in review.labels if name in places)
        yield row | {NOTES: list(review.notes)}


def label_columns(scheme: Scheme) -> dict[str, str]:
    """Name the column of each group."""
    return columns_of(scheme, (*COLUMNS, NOTES, ALONE))


def write(reviews: Iterable[Review], scheme: Scheme) -> Iterator[bytes]:
    """Write the rows of one part."""
    return ((json_text(row) + "\n").encode() for row in examples(reviews, scheme))


def place(target: Path, part: str) -> Path:
    """Put each part into the folder, under its name."""
    return target / f"{part or TRAIN}.jsonl"


def beside(target: Path, parts: Sequence[str], scheme: Scheme) -> dict[Path, bytes]:
    """Write the dataset card, which says what the columns are, and the names of labels in their order."""
    files = {part or TRAIN: place(target, part).name for part in parts}
    return {target / "README.md": card(target.name, files, features(scheme)).encode()}


def features(scheme: Scheme) -> dict[str, str | tuple[str, ...] | list[Any]]:
    """Return the type of each column: a name, the names of a group's labels, or a list of one of these."""
    grouped = {column: scheme.groups[group] for group, column in label_columns(scheme).items()}
    alone = {ALONE: [scheme.alone]} if scheme.alone else {}
    return {**COLUMNS, **grouped, **alone, NOTES: ["string"]}


WRITER = Writer(write, place, beside)
