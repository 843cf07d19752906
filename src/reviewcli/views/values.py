"""Write old and new values, a line each, for people and for programs."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from reviewcli.text import count_words
from reviewcli.values import Value
from reviewcli.views.door import json_text
from reviewcli.views.reports import Piece
from reviewcli.views.theme import NUMBER, label_style

SHOWN_VALUES, SHOWN_LETTERS = 20, 40
NOTHING = "none"
_NAMES = {"before": "its beginning", "after": "its end", "joined": "gaps joined inside"}
_FOR_PROGRAMS = ("origin", "source", "language")


def value_lines(values: Iterable[Value]) -> Iterator[list[Piece]]:
    """Say the first values that matter to a person, and how many more there are."""
    rest = (value for value in values if value.what not in _FOR_PROGRAMS or value.review is None)
    yield from (value_line(value) for value in islice(rest, SHOWN_VALUES))
    if more := sum(1 for _ in rest):
        yield [(f"… and {more:,} more", "dim")]


def value_line(value: Value) -> list[Piece]:
    """Say of one value what it was and what it is."""
    if value.review is None:
        return _of_no_review(value)
    start: list[Piece] = [("Review ", ""), (str(value.review), NUMBER), (": ", "")]
    match value.what:
        case "review":
            text, came = (value.new, True) if value.new is not None else (value.old, False)
            return [*start, ("added, " if came else "taken away, ", ""), (short(text), "")]
        case "part of":
            what = "stands for itself" if value.new is None else f"is part of review {value.new}"
            return [*start, (what, "")]
    by = [(f" ({value.by})", "dim")] if value.by else []
    name = _NAMES.get(value.what, value.what)
    old, new = _sides(value)
    return [*start, (f"{name} ", ""), old, (" → ", ""), new, *by]


def _of_no_review(value: Value) -> list[Piece]:
    came = value.new is not None
    side = value.new if came else value.old
    content = side if isinstance(side, str) else json_text(side)
    match value.what:
        case "reviews":
            many = "-" in content
            return [("Reviews " if many else "Review ", ""), (content, NUMBER), (_fate(came), "")]
        case "scheme":
            return [("Label ", ""), (content, label_style(content)), (_fate(came), "")]
        case "source" if value.old is not None and came:
            return [("Source ", ""), (short(value.old), ""), (" → ", ""), (short(value.new), "")]
        case _:
            return [(f"{value.what.capitalize()} ", ""), (short(content), ""), (_fate(came), "")]


def _fate(came: bool) -> str:  # noqa: FBT001  # one word for each of two
    return ": added" if came else ": taken away"


def _sides(value: Value) -> tuple[Piece, Piece]:
    """Write both values; two texts that begin alike are told apart by their length."""
    old, new = (NOTHING if side is None else short(side) for side in (value.old, value.new))
    if old == new:
        old, new = (f"{count_words(str(side)):,} words" for side in (value.old, value.new))
    if value.what == "label":
        styles = ("dim" if side is None else label_style(side) for side in (value.old, value.new))
        return (old, next(styles)), (new, next(styles))
    return (old, ""), (new, "")


def short(content: object) -> str:
    """Write a value as short as it can be recognised by."""
    match content:
        case {"confidence": float() | int() as sure, "reasons": [*reasons]}:
            because = f" ({reasons[0]})" if reasons else ""
            return f"{sure:.2f}{because}"
        case {"start": start, "end": end}:
            return f"characters {start}–{end}"
        case str():
            words = " ".join(content[: SHOWN_LETTERS * 4].split())
            cut = len(words) > SHOWN_LETTERS
            return f"{words[:SHOWN_LETTERS].rstrip()}…" if cut else words
        case _:
            return json_text(content)[:SHOWN_LETTERS]


def value_record(value: Value) -> dict[str, Any]:
    """Return a value as the JSON object that programs rely on."""
    return {
        "review": value.review,
        "what": value.what,
        "old": value.old,
        "new": value.new,
        "annotator": value.by or None,
    }
