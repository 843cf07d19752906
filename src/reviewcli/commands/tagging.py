"""Share what tagging and untagging have in common: the question before many, the report after."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.commands.session import Session
from reviewcli.errors import UsageError
from reviewcli.numbers import format_numbers

if TYPE_CHECKING:
    from reviewcli.annotating import Tagging

ASK_ABOVE = 3

YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask before a change of many reviews.")]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")]


def agree(numbers: list[int], what: str, *, yes: bool) -> None:
    """Let the person agree to a change of many reviews; raise when they do not or cannot."""
    if len(numbers) <= ASK_ABOVE or yes:
        return
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError(
            f"This would {what} {len(numbers)} reviews, and there is nobody to ask.",
            hint="Add --yes to do it, or --dry-run to see what would change.",
        )
    typer.confirm(
        f"{what.capitalize()} {len(numbers)} reviews ({format_numbers(numbers)})?", abort=True, err=True
    )


def report(taggings: list["Tagging"], session: Session, *, dry_run: bool) -> None:
    """Say what was done to each review, and how to take it back."""
    from reviewcli.views.reports import print_lines, tagging_lines

    print_lines(tagging_lines(taggings), color=session.color)
    if dry_run:
        session.say("Nothing was changed: this was a dry run.")
    elif any(one.changed for one in taggings):
        session.say_way_back()
