"""Say what each fact of a dump must look like, field by field."""

from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any

from reviewcli.errors import UsageError
from reviewcli.labels import new_label
from reviewcli.saved import new_name

DEEPEST = 16
_LARGEST = 1 << 52

Check = Callable[[Any], bool]


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _cut(value: Any) -> bool:
    return isinstance(value, bool)


def _number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LARGEST


def _person(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 100 and value.isprintable() and value == value.strip()


def _time(value: Any) -> bool:
    try:
        return datetime.fromisoformat(value).utcoffset() is not None
    except (TypeError, ValueError):
        return False


def _label(value: Any) -> bool:
    try:
        return isinstance(value, str) and new_label(value).name == value
    except UsageError:
        return False


def _saved_name(value: Any) -> bool:
    try:
        return isinstance(value, str) and new_name(value) == value
    except UsageError:
        return False


def _said(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _group(value: Any) -> bool:
    return value == "" or _label(value)


def _place(value: Any) -> bool:
    match value:
        case [str(), int() as at]:
            return _number(at)
        case _:
            return False


def _places(value: Any) -> bool:
    return (
        isinstance(value, list) and all(map(_place, value)) and all(one < two for one, two in pairwise(value))
    )


def _values(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, dict) and not misfits(one, _VALUE) and one.keys() == _VALUE.keys() for one in value
    )


def _side(value: Any) -> bool:
    return value is None or isinstance(value, str)


_VALUE: Mapping[str, Check] = {"by": _text, "new": _side, "old": _side, "review": _place, "what": _text}
_REVIEW: Mapping[str, Check] = {"at": _number, "begins": _text, "source": _text, "text": _text}

SHAPES: Mapping[str, Mapping[str, Mapping[str, Check]]] = {
    "source": {"source": {"digest": _text, "name": _text}},
    "label": {"label": {"group": _group, "name": _label}},
    "query": {"query": {"name": _saved_name, "query": _said}},
    "boundary": {"boundary": {"at": _number, "begins": _text, "cut": _cut, "lines": _text, "source": _text}},
    "annotation": {
        "annotation": {"annotator": _person, "group": _group, "label": _label, "time": _time},
        "review": _REVIEW,
    },
    "note": {"note": {"text": _text}, "review": _REVIEW},
    "history": {
        "history": {
            "about": _places,
            "annotator": _person,
            "command": _text,
            "did": _text,
            "number": _number,
            "time": _time,
            "values": _values,
        }
    },
}
# What these hold more is kept, for a corpus keeps the fields that it does not know.
OPEN = frozenset({"annotation", "note", "history"})


def misfits(fields: Mapping[str, Any], checks: Mapping[str, Check]) -> str:
    """Name the first field that is missing or does not fit; nothing when all do."""
    return next((name for name, fits in checks.items() if name not in fields or not fits(fields[name])), "")


def too_deep(value: Any, left: int = DEEPEST) -> bool:
    """Tell whether a value is nested deeper than anything that was written on purpose."""
    if not left:
        return True
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(too_deep(one, left - 1) for one in parts)
