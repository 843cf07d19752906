"""Read labels as other programs write them."""

from collections.abc import Iterable
from typing import Any

from reviewcli.tables.entry import Given, Record, Refused

SENTIMENT = {0: "negative", 1: "positive"}
"""What the numbers mean where their names are not told, as in the `imdb` data set and most with two."""


class LabelName(str):
    """The name of a label, where a table holds its place in a list of names."""

    __slots__ = ()


def labels_in(record: Record, column: str) -> tuple[Given, ...]:
    """Read the labels of a column: one, a list, or several with `#` between them as doccano writes them."""
    return tuple(Given(one) for one in names_in(record.get(column), column))


def names_in(value: Any, column: str) -> tuple[str, ...]:
    """List the names that a value holds; what marks stretches of text is no label of a review."""
    if value is None or value == "":
        return ()
    if isinstance(value, str):
        if value.strip() in {"0", "1"}:
            return (SENTIMENT[int(value)],)
        return tuple(dict.fromkeys(one.strip() for one in value.split("#") if one.strip()))
    if isinstance(value, list | tuple):
        inside = (one for one in value if not isinstance(one, list | tuple | dict))
        return tuple(dict.fromkeys(name for one in inside for name in names_in(one, column)))
    if not isinstance(value, bool) and value in SENTIMENT:
        return (SENTIMENT[int(value)],)
    raise Refused(column, value, "is a label whose name is not told")


def has_spans(value: Any) -> bool:
    """Tell whether a value marks stretches of text."""
    return isinstance(value, list | tuple) and any(isinstance(one, list | tuple | dict) for one in value)


def marked(record: Record, *, grouped: bool) -> tuple[Given, ...]:
    """Read the labels of all columns whose values are known to be names of labels."""
    found: list[Given] = []
    for column, value in record.items():
        some: Iterable[Any] = value if isinstance(value, list | tuple) else (value,)
        alone = isinstance(value, list | tuple)
        found += [
            Given(str(one), column if grouped and not alone else "")
            for one in some
            if isinstance(one, LabelName)
        ]
    return tuple(found)
