"""Decide how results come out: which format, how many, and what to say when there are more."""

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Literal, TypeVar

import typer

from reviewcli.errors import UsageError
from reviewcli.views.terminal import on_terminal

T = TypeVar("T")

OutputFormat = Literal["table", "plain", "json", "jsonl", "csv"]

QueryArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[QUERY]...", help='What to look for: words, "a phrase", -word, tag:, lang:, is:.'
    ),
]
FormatOption = Annotated[
    OutputFormat | None,
    typer.Option(
        "--format", help="How to write results; table on a terminal, plain in a pipe.", show_default=False
    ),
]
LimitOption = Annotated[
    int | None,
    typer.Option("--limit", min=0, help="Show at most so many; 0 shows all.", show_default=False),
]


def chosen(form: OutputFormat | None) -> OutputFormat:
    """Return the format asked for, or the one that fits who reads."""
    return form or ("table" if on_terminal() else "plain")


def joined(query: list[str] | None, *, needed: bool = False) -> str:
    """Return the query that the words on the command line make; raise UsageError when one is needed."""
    text = " ".join(query or ())
    if needed and not text.strip():
        raise UsageError(
            "There is nothing to search for.", hint="Write words after search: reviewcli search Zinoviev"
        )
    return text


def first(reviews: Iterator[T], limit: int | None, *, otherwise: int) -> tuple[list[T], bool]:
    """Take as many reviews as a table is to show, and tell whether there are more."""
    most = otherwise if limit is None else limit
    if most == 0:
        return list(reviews), False
    taken = list(islice(reviews, most + 1))
    return taken[:most], len(taken) > most


def cut(reviews: Iterator[T], limit: int | None) -> Iterator[T]:
    """Give at most `limit` reviews to a program; all of them when no limit is set."""
    return islice(reviews, limit) if limit else reviews
