"""Put the names of labels in the place of their numbers, where a data set says what they are."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reviewcli.sources.tables.rows import Row, Table
from reviewcli.tables.labelling import LabelName

CARD = "README.md"
_LARGEST = 1 << 20
_COLUMN = re.compile(r"\s*- name: (.+)")
_NAME = re.compile(r"\s+'?\d+'?: (.+)")


def label_names(metadata: Mapping[bytes, bytes]) -> dict[str, Sequence[str]]:
    """Find the names of labels in order, by column, as `datasets` leaves them in a file."""
    try:
        features = json.loads(metadata[b"huggingface"])["info"]["features"]
    except (KeyError, ValueError, TypeError):
        return {}
    found: dict[str, Sequence[str]] = {}
    for column, feature in features.items() if isinstance(features, dict) else ():
        inner = feature.get("feature", feature) if isinstance(feature, dict) else {}
        names = inner.get("names") if isinstance(inner, dict) else None
        if isinstance(names, list):
            found[column] = [str(one) for one in names]
    return found


def with_names(record: Mapping[str, Any], names: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Put the names of labels in the place of their numbers."""
    found = {column: _named(record.get(column), some) for column, some in names.items() if column in record}
    return {**record, **found}


def _named(value: Any, names: Sequence[str]) -> Any:
    if isinstance(value, list):
        return [_named(one, names) for one in value]
    there = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(names)
    return LabelName(names[value]) if there else None if value == -1 else value


def names_in_card(text: str) -> dict[str, Sequence[str]]:
    """Find the names of labels in order, by column, in the card of a data set."""
    found: dict[str, list[str]] = {}
    column, inside = "", False
    head = text.removeprefix("---").partition("\n---")[0]
    for line in head.splitlines():
        if named := _COLUMN.fullmatch(line):
            column, inside = _unquoted(named[1]), False
        elif line.strip() == "names:":
            inside = True
        elif inside and (name := _NAME.fullmatch(line)):
            found.setdefault(column, []).append(_unquoted(name[1]))
    return dict(found)


def _unquoted(value: str) -> str:
    try:
        return str(json.loads(value)) if value.startswith('"') else value.strip().strip("'")
    except ValueError:
        return value


def named_by_card(table: Table, folder: Path) -> Table:
    """Return a table with the names that the card in its folder tells; without one, as it is."""
    try:
        with (folder / CARD).open("rb") as file:
            names = names_in_card(file.read(_LARGEST).decode("utf-8", "replace"))
    except OSError:
        return table
    return table._replace(rows=_Named(table.rows, names)) if names else table


class _Named:
    """Rows with names in the place of numbers."""

    def __init__(self, rows: Iterable[Row], names: Mapping[str, Sequence[str]]) -> None:
        self._rows = rows
        self._names = names

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            yield row if row.record is None else row._replace(record=with_names(row.record, self._names))
