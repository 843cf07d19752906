"""Read the clauses that name one thing of a kind: a label, an annotator, a language, a state."""

import re
from typing import get_args

from reviewcli.labels import meaning
from reviewcli.query.fields.value import Value, nearest
from reviewcli.query.tree import NO_LANGUAGE, By, Is, Language, State, Tag
from reviewcli.text import fold_name

STATES: tuple[State, ...] = get_args(State)


def read_tag(value: Value) -> Tag:
    """Read a label, or an alias of one."""
    _refuse_mark(value, "a label", "Write 'is:tagged' for the reviews with any label.")
    return Tag(meaning(value.text))


def read_by(value: Value) -> By:
    """Read the whole name of an annotator."""
    _refuse_mark(value, "an annotator", "Write 'is:tagged' for the reviews that anyone gave a label.")
    return By(fold_name(value.text))


def read_language(value: Value) -> Language:
    """Read the code of a language."""
    code = fold_name(value.text)
    if code != NO_LANGUAGE and not re.fullmatch("[a-z]{2,3}", code):
        value.refuse(
            f"'{value.shown}' is not the code of a language.",
            f"Write two letters, such as lang:en, or lang:{NO_LANGUAGE} where it is not known.",
        )
    return Language(code)


def read_state(value: Value) -> Is:
    """Read a state."""
    state = fold_name(value.text)
    if state not in STATES:
        near = nearest(state, STATES)
        listed = ", ".join(STATES)
        value.refuse(
            f"'is:{value.shown}' is not a state; the states are {listed}.",
            f"Write {f'is:{near}' if near else 'one of these'}, "
            "or quote it to search for the text with the colon.",
        )
    return Is(state)


def _refuse_mark(value: Value, what: str, hint: str) -> None:
    if value.text.strip() in ("*", "~"):
        value.refuse(f"'{value.field}:{value.text.strip()}' does not name {what}.", hint)
