"""Tag reviews with a label."""

from typing import Annotated

import typer

from reviewcli.commands.completing import complete_number_or_label
from reviewcli.commands.session import session_of
from reviewcli.commands.tagging import DryRunOption, YesOption, agree, report
from reviewcli.commands.verb import command
from reviewcli.errors import UsageError
from reviewcli.numbers import parse_numbers


def tag(
    ctx: typer.Context,
    *,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="NUMBER... LABEL",
            help="Which reviews (3, or 1-5,8), then the label.",
            autocompletion=complete_number_or_label,
        ),
    ],
    new: Annotated[
        bool, typer.Option("--new", help="Add the label to the scheme if it is not there.")
    ] = False,
    yes: YesOption = False,
    dry_run: DryRunOption = False,
) -> None:
    """Give reviews a label.

    It takes the place of your other label of the same group."""
    if len(words) < 2:
        raise UsageError(
            "A review's number and a label are needed.", hint="For example: reviewcli tag 3 critical"
        )
    session, numbers, label = session_of(ctx), parse_numbers(words[:-1]), words[-1]
    with session.corpus() as corpus:
        if not dry_run:
            agree(numbers, "tag", yes=yes)
        done = corpus.tag(numbers, label, session.stamp(), new=new, dry_run=dry_run)
    report(done, session, dry_run=dry_run)


app = command(
    tag,
    name="tag",
    example="reviewcli tag 3 critical\nreviewcli tag 1-2,5 positive\nreviewcli tag 4 funny --new",
)
