"""Make readers of the columns of a table whose publisher is not known, by what stands in them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from reviewcli.tables.columns import Column, Columns
from reviewcli.tables.dates import day_first, iso_date, iso_of_epoch, iso_of_numbers
from reviewcli.tables.entry import Given, Record
from reviewcli.tables.fields import IDENTITY, LABELS, TEXT
from reviewcli.tables.labelling import labels_in
from reviewcli.tables.markup import as_it_is, has_html, text_of_html
from reviewcli.tables.values import Reader, language, name, number, stars, truth, whole

_SCALES = (5, 10, 100)
_READERS: Mapping[str, Reader] = {
    "title": name,
    "author": name,
    "item": name,
    "language": language,
    "helpful": whole,
    "verified": truth,
    "recommended": truth,
}


def columns_by(mapping: Mapping[str, str], sample: Sequence[Record]) -> Columns:
    """Return how to read a table of which `mapping` names the column of each field.

    What ratings are out of, how dates are written and whether texts are HTML is told by a sample of records.
    """
    scale = _scale(_values(mapping, "rating", sample))
    fields = {
        field: Column(column, _reader(field, _values(mapping, field, sample), scale))
        for field, column in mapping.items()
        if field not in {TEXT, LABELS, IDENTITY}
    }
    html = any(isinstance(one, str) and has_html(one) for one in _values(mapping, TEXT, sample))
    return Columns(
        mapping.get(TEXT, ""),
        fields,
        markup=text_of_html if html else as_it_is,
        scale=scale,
        identity=(mapping[IDENTITY],) if IDENTITY in mapping else (),
        labels=_labels_reader(mapping[LABELS]) if LABELS in mapping else None,
    )


def _values(mapping: Mapping[str, str], field: str, sample: Sequence[Record]) -> list[Any]:
    column = mapping.get(field)
    there = (record.get(column) for record in sample) if column is not None else ()
    return [value for value in there if value is not None and value != ""]


def _labels_reader(column: str) -> Callable[[Record], tuple[Given, ...]]:
    def read(record: Record) -> tuple[Given, ...]:
        return labels_in(record, column)

    return read


def _scale(values: list[Any]) -> float | None:
    """Tell what ratings are out of: five, ten or a hundred, whichever holds all of the sample."""
    found = [one for one in map(numeric, values) if one is not None]
    return next((one for one in _SCALES if found and max(found) <= one), None)


def numeric(value: Any) -> float | None:
    """Return a value as a number, None where it is not one."""
    try:
        return number(value)
    except (ValueError, TypeError, OverflowError):
        return None


def _reader(field: str, values: list[Any], scale: float | None) -> Reader:
    if field == "rating":
        return stars(scale, least=0, unrated=()) if scale else number
    if field == "date":
        return date_reader(values)
    return _READERS[field]


def date_reader(values: list[Any]) -> Reader:
    """Return what reads most of the values as dates: as written, as 3/4/2020 or as seconds since 1970."""
    texts = [one for one in values if isinstance(one, str)]
    days_first = day_first(texts) if texts else None
    candidates: list[Reader] = [iso_date, iso_of_epoch]
    if days_first is not None:
        candidates.append(partial(iso_of_numbers, days_first=days_first))
    return max(candidates, key=lambda read: share(read, values))


def share(read: Reader, values: Sequence[Any]) -> float:
    """Tell which part of some values can be read."""
    read_well = 0
    for value in values:
        try:
            read_well += read(value) is not None
        except (ValueError, TypeError, OverflowError):
            continue
    return read_well / len(values) if values else 0.0
