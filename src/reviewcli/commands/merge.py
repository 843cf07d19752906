"""Merge reviews that are one."""

import sys
from typing import Annotated

import typer

from reviewcli.commands.session import Session, session_of
from reviewcli.commands.verb import command
from reviewcli.numbers import parse_numbers


def merge(
    ctx: typer.Context,
    *,
    numbers: Annotated[list[str], typer.Argument(metavar="NUMBER...", help="Which: 3 4, or 3-5.")],
    label: Annotated[
        str | None, typer.Option("--label", help="Which label stays where yours differ.", show_default=False)
    ] = None,
) -> None:
    """Make one review of several.

    They must follow one another in their source. The smallest number stays, with all labels and notes;
    the others say from then on what became of them.
    """
    session = session_of(ctx)
    _merge(session, parse_numbers(numbers), label)


def _merge(session: Session, numbers: list[int], label: str | None) -> None:
    from reviewcli.reshaping import LabelConflictError
    from reviewcli.views.reports import merging_lines, print_lines

    with session.corpus() as corpus:
        try:
            merging = corpus.merge(numbers, session.stamp(), label=label)
        except LabelConflictError as conflict:
            if not sys.stdin.isatty():
                raise
            session.say(conflict.message)
            answer = typer.prompt(f"Which stays, {' or '.join(conflict.labels)}?", err=True)
            merging = corpus.merge(numbers, session.stamp(), label=answer)
    print_lines(merging_lines(merging), color=session.color)
    session.say_way_back()


app = command(merge, name="merge", example="reviewcli merge 7 8\nreviewcli merge 3-4")
