"""Guess which column of a table says what, by its name and by what stands in it, and say why."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from reviewcli.tables.entry import Record
from reviewcli.tables.fields import IDENTITY, LABELS, TEXT, named
from reviewcli.tables.shaping import date_reader, numeric, share
from reviewcli.tables.values import Reader, truth, whole

ENOUGH = 0.5
_LONG = 30
_MOST_LABELS = 20


class Guess(NamedTuple):
    """Which column stands for each field, and a reason for each."""

    mapping: dict[str, str]
    reasons: dict[str, str]


def guess(columns: Sequence[str], sample: Sequence[Record]) -> Guess:
    """Guess the columns of a table from a sample of its records; where none is a text, none is mapped."""
    values = {column: _plain(column, sample) for column in columns}
    mapping: dict[str, str] = {}
    reasons: dict[str, str] = {}
    for field, column in named([one for one in columns if values[one]]).items():
        if _fits(field, values[column], len(sample)):
            mapping[field], reasons[field] = column, "by its name"
    longest = _longest({one: held for one, held in values.items() if one not in _others(mapping)})
    if longest and (TEXT not in mapping or _much_longer(values[longest], values[mapping[TEXT]])):
        mapping[TEXT], reasons[TEXT] = longest, "by its long texts"
    if "rating" not in mapping:
        rated = [one for one in columns if one not in mapping.values() and _looks_rated(values[one])]
        if len(rated) == 1:
            mapping["rating"], reasons["rating"] = rated[0], "by its numbers from 0 to 5"
    order = {field: at for at, field in enumerate((TEXT, *reasons))}
    return Guess(dict(sorted(mapping.items(), key=lambda one: order[one[0]])), reasons)


def _plain(column: str, sample: Sequence[Record]) -> list[Any]:
    """List the values of a column, unless they are objects."""
    found = [value for record in sample if (value := record.get(column)) is not None and value != ""]
    return [] if any(isinstance(one, dict) for one in found) else found


def _fits(field: str, values: list[Any], rows: int) -> bool:
    readers: Mapping[str, Reader] = {
        "rating": numeric,
        "date": date_reader(values),
        "helpful": whole,
        "verified": truth,
        "recommended": truth,
    }
    if field == TEXT:
        return sum(isinstance(one, str) and numeric(one) is None for one in values) * 2 > len(values)
    if field == LABELS:
        return _few_names(values)
    if field == IDENTITY:
        return len(values) == rows and len({str(one) for one in values}) == rows
    if field in readers:
        return share(readers[field], values) >= ENOUGH
    return all(isinstance(one, str | int | float) for one in values)


def _few_names(values: list[Any]) -> bool:
    """Tell whether values can be labels: few different ones that begin with letters, or lists of such."""
    names = {str(name) for one in values for name in (one if isinstance(one, list) else [one])}
    several = len(values) > 2 * len(names) or len(names) <= 5
    return (
        several and len(names) <= _MOST_LABELS and all(len(one) <= 40 and one[:1].isalpha() for one in names)
    )


def _others(mapping: Mapping[str, str]) -> set[str]:
    return {column for field, column in mapping.items() if field != TEXT}


def _mean(values: list[Any]) -> float:
    texts = [one for one in values if isinstance(one, str)]
    return sum(map(len, texts)) / len(texts) if texts else 0.0


def _longest(values: Mapping[str, list[Any]]) -> str | None:
    found = max(values, key=lambda one: _mean(values[one]), default=None)
    return found if found is not None and _mean(values[found]) >= _LONG and _words(values[found]) else None


def _words(values: list[Any]) -> bool:
    """Tell whether most of the values have blanks in them, which addresses of pages have not."""
    texts = [one for one in values if isinstance(one, str)]
    return sum(" " in one.strip() for one in texts) * 2 > len(texts)


def _much_longer(one: list[Any], other: list[Any]) -> bool:
    return _mean(one) > 4 * _mean(other) and _mean(other) < _LONG


def _looks_rated(values: list[Any]) -> bool:
    found = [numeric(one) for one in values]
    small = [one for one in found if one is not None and 0 <= one <= 5 and one * 2 == int(one * 2)]
    return len(values) > 2 and len(small) == len(values) and len(set(small)) > 1 and max(small) > 2
