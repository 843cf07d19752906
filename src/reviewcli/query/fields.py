"""Read the field clauses of a query, one entry a field: `tag:`, `lang:` and `is:`."""

import re
from collections.abc import Callable
from typing import NoReturn, cast, get_args

from reviewcli.errors import QueryError
from reviewcli.labels import meaning
from reviewcli.query.tree import NO_LANGUAGE, FieldClause, Is, Language, State, Tag
from reviewcli.text import fold, fold_name


def split_field(text: str) -> tuple[str, str] | None:
    """Part a bare run at its colon into the folded name of a field and its value.

    Answer None where the colon is no field's: a time (`12:30`), a path (`http://…`), a scope (`a::b`).
    """
    name, colon, value = text.partition(":")
    if not colon or not name.isalpha() or value.startswith((":", "/")):
        return None
    return fold(name), value


def read_clause(name: str, value: str, *, column: int) -> FieldClause:
    """Read the clause of a field, named in folded letters; raise QueryError where it cannot be meant."""
    reader = _FIELDS.get(name)
    if reader is None:
        _refuse_field(name, value, column)
    if not fold_name(value):
        raise QueryError(
            f"'{name}:' asks for nothing.",
            column=column,
            hint=f"Write a value right after the colon, or '{name}' to search for the word.",
        )
    return reader(value, column)


def _state(value: str, column: int) -> Is:
    state = fold_name(value)
    known: tuple[str, ...] = get_args(State)
    if state not in known:
        nearest = f"'is:{near}'" if (near := _nearest(state, known)) else "one of these"
        listed = ", ".join(f"is:{each}" for each in known)
        raise QueryError(
            f"'is:{shorten(value)}' is not known; there are {listed}.",
            column=column,
            hint=f"Write {nearest}, or quote it to search for the text with the colon.",
        )
    return Is(cast(State, state))


def _language(value: str, column: int) -> Language:
    code = fold_name(value)
    if code != NO_LANGUAGE and not re.fullmatch("[a-z]{2,3}", code):
        raise QueryError(
            f"'{shorten(value)}' is not the code of a language.",
            column=column,
            hint=f"Write two letters, such as lang:en, or lang:{NO_LANGUAGE} where it is not known.",
        )
    return Language(code)


def _tag(value: str, column: int) -> Tag:
    if value.strip() in ("*", "~"):
        raise QueryError(
            f"'tag:{value.strip()}' names no label.",
            column=column,
            hint="Write 'is:tagged' for the reviews with any label.",
        )
    return Tag(meaning(value))


_FIELDS: dict[str, Callable[[str, int], FieldClause]] = {"is": _state, "lang": _language, "tag": _tag}


def _refuse_field(name: str, value: str, column: int) -> NoReturn:
    nearest = _nearest(name, tuple(_FIELDS))
    text = shorten(f"{name}:{value}")
    quoted = f'quote it to search for the text with the colon: "{text}".'
    raise QueryError(
        f"'{shorten(name)}:' is not a field; the fields are {', '.join(_FIELDS)}.",
        column=column,
        hint=f"Write '{nearest}:{shorten(value)}', or {quoted}" if nearest else quoted.capitalize(),
    )


def _nearest(name: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # costs start-up, and only errors need it

    return next(iter(get_close_matches(name[:40], known, n=1, cutoff=0.65)), "")


def shorten(text: str) -> str:
    """Cut what a message quotes from a query to 40 characters."""
    return text if len(text) <= 40 else text[:39] + "…"
