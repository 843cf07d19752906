"""Take labels off reviews."""

from typing import Annotated

import typer

from reviewcli.commands.completing import complete_number_or_label
from reviewcli.commands.session import session_of
from reviewcli.commands.tagging import DryRunOption, YesOption, agree, report
from reviewcli.commands.verb import command
from reviewcli.numbers import is_numbers, parse_numbers


def untag(
    ctx: typer.Context,
    *,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="NUMBER... [LABEL]",
            help="Which reviews (3, or 1-5,8), then the label; without one, all of yours.",
            autocompletion=complete_number_or_label,
        ),
    ],
    yes: YesOption = False,
    dry_run: DryRunOption = False,
) -> None:
    """Take labels off reviews.

    Takes off only your own; what others gave stays."""
    label = None if is_numbers(words[-1]) else words[-1]
    session, numbers = session_of(ctx), parse_numbers(words[:-1] if label else words)
    with session.corpus() as corpus:
        if not dry_run:
            agree(numbers, "untag", yes=yes)
        done = corpus.untag(numbers, label, session.stamp(), dry_run=dry_run)
    report(done, session, dry_run=dry_run)


app = command(untag, name="untag", example="reviewcli untag 3\nreviewcli untag 1-2,5 positive")
