"""Take a change back."""

import typer

from reviewcli.commands.reversing import ChangeArgument, reverse
from reviewcli.commands.session import session_of
from reviewcli.commands.tagging import DryRunOption, YesOption
from reviewcli.commands.verb import command


def undo(
    ctx: typer.Context,
    *,
    change: ChangeArgument = None,
    yes: YesOption = False,
    dry_run: DryRunOption = False,
) -> None:
    """Take the last change back.

    Shows what that does, and does it. Given again it walks further back; redo walks forward. A change that
    is named must have nothing built on it since.
    """
    reverse("undo", change, session_of(ctx), yes=yes, dry_run=dry_run)


app = command(undo, name="undo", example="reviewcli undo\nreviewcli undo --dry-run\nreviewcli undo 2")
