"""Put results out: in which format, how many, and what to say when there are more."""

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

import typer

from reviewcli.commands.completing import complete_query
from reviewcli.commands.session import Session
from reviewcli.commands.verb import unshielded
from reviewcli.errors import UsageError
from reviewcli.views.terminal import on_terminal

if TYPE_CHECKING:
    from reviewcli.views.records import Shape

OutputFormat = Literal["table", "plain", "json", "jsonl", "csv"]

QueryArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[QUERY]...",
        help='What to look for: words, "a phrase", -word, OR, tag:, lang:, date:, sort: and many more.',
        autocompletion=complete_query,
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
    text = " ".join(unshielded(query or ()))
    if needed and not text.strip():
        raise UsageError(
            "There is nothing to search for.", hint="Write words after search: reviewcli search Zinoviev"
        )
    return text


class Wanted(NamedTuple):
    """How results are to come out; `rows` is how many a table shows when no limit is set."""

    form: OutputFormat | None
    limit: int | None
    rows: int


def put_out(
    results: Iterator[Any],
    wanted: Wanted,
    draw: Callable[[list[Any]], None],
    session: Session,
    shape: "Shape | None" = None,
) -> int:
    """Write results in the format wanted: all for a program, what `draw` makes of them for a person.

    They are reviews unless `shape` says how others are written for a program. Return how many there were.
    """
    form = chosen(wanted.form)
    if form != "table":
        from reviewcli.views.records import REVIEWS, write_records

        written = _Counted(islice(results, _end(wanted.limit or 0)))
        write_records(written, form, shape or REVIEWS)
        return written.count
    most = wanted.rows if wanted.limit is None else wanted.limit
    taken = list(islice(results, _end(most + 1 if most else 0)))
    shown = taken[:most] if most else taken
    draw(shown)
    if len(shown) < len(taken):
        session.say(f"These are the first {len(shown)}; --limit 0 shows all.")
    return len(taken)


class _Counted:
    """Counts what passes."""

    def __init__(self, passing: Iterable[Any]) -> None:
        self._passing = passing
        self.count = 0

    def __iter__(self) -> Iterator[Any]:
        for one in self._passing:
            self.count += 1
            yield one


def _end(count: int) -> int | None:
    """Return after how many to stop: never for 0."""
    return min(count, sys.maxsize) if count else None
