"""Copy the corpus into a file."""

import sys
from typing import Annotated

import typer

from reviewcli.commands.session import session_of
from reviewcli.commands.verb import command


def backup(
    ctx: typer.Context,
    *,
    file: Annotated[str, typer.Argument(metavar="FILE", help="Where to; of the same kind as the corpus.")],
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Copy the corpus into a file.

    The copy holds everything, with the history, as it was at one moment; others may go on writing."""
    from reviewcli.config import path_of
    from reviewcli.saving import back_up
    from reviewcli.views.door import line

    target = path_of(file)
    with session_of(ctx).corpus() as corpus:
        back_up(corpus.database, corpus.path, target, force=force)
    sys.stdout.write(line(f"The corpus is copied to {target}.") + "\n")


app = command(backup, name="backup", example="reviewcli backup copy.db")
