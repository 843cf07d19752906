"""Do an undone change again."""

import typer

from reviewcli.commands.reversing import UndoneArgument, reverse
from reviewcli.commands.session import session_of
from reviewcli.commands.tagging import DryRunOption, YesOption
from reviewcli.commands.verb import command


def redo(
    ctx: typer.Context,
    *,
    change: UndoneArgument = None,
    yes: YesOption = False,
    dry_run: DryRunOption = False,
) -> None:
    """Do the last undone change again.

    Given again it walks further forward, until a new change was made; what was undone before that can be
    named, as long as nothing stands in its way.
    """
    reverse("redo", change, session_of(ctx), yes=yes, dry_run=dry_run)


app = command(redo, name="redo", example="reviewcli redo\nreviewcli redo 3 --dry-run")
