"""Name the fields of a query, and read a clause by the field that it names: one entry a field."""

from collections.abc import Callable
from typing import NoReturn

from reviewcli.query.fields.names import read_by, read_language, read_state, read_tag
from reviewcli.query.fields.numbers import read_number
from reviewcli.query.fields.texts import read_text
from reviewcli.query.fields.value import Value, nearest
from reviewcli.query.tree import FieldClause
from reviewcli.query.wording import shorten
from reviewcli.text import fold, fold_name


def _read_date(value: Value) -> FieldClause:
    from reviewcli.query.fields.dates import read_date  # the calendar costs start-up

    return read_date(value)


READERS: dict[str, Callable[[Value], FieldClause]] = {
    "tag": read_tag,
    "by": read_by,
    "is": read_state,
    "lang": read_language,
    "date": _read_date,
    **dict.fromkeys(("rating", "words", "number", "helpful"), read_number),
    **dict.fromkeys(("author", "title", "item", "source", "note"), read_text),
}
SORT, SAVED = "sort", "query"
FIELDS = (*READERS, SORT, SAVED)
_MEANT = {
    "annotator": "by",
    "label": "tag",
    "language": "lang",
    "reviewer": "author",
    "stars": "rating",
    "file": "source",
    "order": "sort",
    "saved": "query",
}


def split_field(text: str) -> tuple[str, str] | None:
    """Part a bare run at its colon into the folded name of a field and its value.

    Answer None where the colon is no field's: a time (`12:30`), a path (`http://…`), a scope (`a::b`).
    """
    name, colon, value = text.partition(":")
    if not colon or not name.isalpha() or value.startswith((":", "/")):
        return None
    return fold(name), value


def read_clause(value: Value) -> FieldClause:
    """Read the clause of a field, named in folded letters; raise QueryError where it cannot be meant."""
    return READERS[value.field](value)


def require_meaning(value: Value) -> None:
    """Raise QueryError for a field that there is not, or that is asked for nothing."""
    if value.field not in FIELDS:
        _refuse_field(value)
    if not fold_name(value.text):
        value.refuse(
            f"'{value.field}:' asks for nothing.",
            f"Write a value right after the colon, or '{value.field}' to search for the word.",
        )


def _refuse_field(value: Value) -> NoReturn:
    near = _MEANT.get(value.field) or nearest(value.field, FIELDS)
    text = shorten(f"{value.field}:{value.text}")
    quoted = f'quote it to search for the text with the colon: "{text}".'
    value.refuse(
        f"'{shorten(value.field)}:' is not a field; the fields are {', '.join(FIELDS)}.",
        f"Write '{near}:{value.shown}', or {quoted}" if near else quoted.capitalize(),
    )
