"""Know the labels that may be given: the scheme a corpus starts with, and what a typed name means."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import normalize

from reviewcli.errors import NotFoundError, UsageError
from reviewcli.text import fold_name

_NAME = re.compile(r"[^\W\d_][\w.-]{0,39}")


class Label(NamedTuple):
    """A category of the label scheme; of one group an annotator gives a review one label.

    A label whose group is empty stands for itself and excludes no other.
    """

    name: str
    group: str = ""


STARTING_SCHEME = (
    Label("positive", "sentiment"),
    Label("mixed", "sentiment"),
    Label("critical", "sentiment"),
    Label("neutral", "sentiment"),
)
ALIASES = {"negative": "critical"}


def meaning(name: str) -> str:
    """Return what a typed name is compared by: folded, and an alias replaced by what it stands for."""
    folded = fold_name(name)
    return ALIASES.get(folded, folded)


def find_label(name: str, scheme: Iterable[Label]) -> Label:
    """Find the label that `name` means. Raises NotFoundError, with the nearest one, when there is none."""
    wanted = meaning(name)
    known = {fold_name(label.name): label for label in scheme}
    if wanted in known:
        return known[wanted]
    from difflib import get_close_matches

    nearest = get_close_matches(wanted, known, n=1)
    names = ", ".join(label.name for label in known.values())
    meant = f"Did you mean '{known[nearest[0]].name}'? " if nearest else ""
    raise NotFoundError(
        f"There is no label '{name}'; the labels are {names}.",
        hint=f"{meant}To add it to the scheme, give the same command with --new.",
    )


def new_label(name: str) -> Label:
    """Make a label of its own from a name that a person typed. Raises UsageError for what cannot be one."""
    wanted = normalize("NFC", name.strip().lower())
    if not _NAME.fullmatch(wanted):
        raise UsageError(
            f"'{name}' cannot be a label.",
            hint="A label starts with a letter and has at most 40 letters, digits, '-', '_' and '.'.",
        )
    return Label(wanted)
