"""Cut the text of a query into its pieces: brackets, minus signs, quoted texts and bare runs."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias, cast

from reviewcli.errors import QueryError

Kind: TypeAlias = Literal["open", "close", "minus", "or", "quoted", "bare"]

_CLOSERS = {'"': '"', "“": "”", "„": "“”", "”": "”", "«": "»", "»": "«"}
"""Each opening quote and what may close it; English, German, French, Danish and Swedish habits."""

_PIECE = (
    r"\s*(?:(?P<open>\()|(?P<close>\))|(?P<minus>[-−])"
    r"|(?P<quoted>(?P<field>[^\W\d_]+:)?[\"“„”«»])"
    r"|(?P<bare>[^\s()\"“„”«»]+))"
)


class Piece(NamedTuple):
    """One piece of a query: its text without quotes, what field it is the value of, and where it begins."""

    kind: Kind
    text: str
    column: int
    field: str = ""


def pieces(source: str) -> Iterator[Piece]:
    """Cut a query into pieces; raise QueryError for a quote that is not closed and a minus before nothing."""
    pattern = re.compile(_PIECE)
    at = 0
    while found := pattern.match(source, at):
        kind = cast(Kind, found.lastgroup)
        at = found.end()
        column = found.start(kind) + 1
        if kind == "quoted":
            at = _closing(source, at) + 1
            yield Piece(kind, source[found.end() : at - 1], column, (found["field"] or "").removesuffix(":"))
        elif kind == "minus":
            _require_next(source, at, column)
            yield Piece(kind, found[kind], column)
        else:
            yield Piece("or" if found[kind] == "OR" else kind, found[kind], column)


def _closing(source: str, inside: int) -> int:
    """Find the quote that closes the one right before `inside`."""
    closers = _CLOSERS[source[inside - 1]]
    end = min((at for closer in closers if (at := source.find(closer, inside)) >= 0), default=-1)
    if end < 0:
        raise QueryError(
            "A quote is opened and not closed.",
            column=inside,
            hint=f"Write {closers[-1]} where the phrase ends.",
        )
    mark = source[end + 1 : end + 2]
    if mark in ("*", "~"):
        raise QueryError(
            f"'{mark}' stands after a quote.",
            column=end + 2,
            hint=f"Write '{mark}' right after a word that is not quoted.",
        )
    return end


def _require_next(source: str, at: int, column: int) -> None:
    following = source[at : at + 1]
    if not following or following.isspace() or following == ")":
        raise QueryError(
            "'-' stands before nothing.",
            column=column,
            hint="Write '-' right before the word or group that must not be there, or quote it.",
        )
