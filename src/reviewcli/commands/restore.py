"""Put a backup in the place of the corpus."""

import sys
from typing import Annotated

import typer

from reviewcli.commands.session import session_of
from reviewcli.commands.verb import command


def restore_corpus(
    ctx: typer.Context,
    *,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file that backup wrote.")],
) -> None:
    """Put a backup in the place of the corpus.

    What was there is first kept in a file beside it, whose name is said."""
    from reviewcli.config import path_of
    from reviewcli.saving import restore
    from reviewcli.views.door import line

    session, backup = session_of(ctx), path_of(file)
    path = path_of(session.corpus_choice().value)
    kept = restore(path, backup, session.stamp())
    sys.stdout.write(line(f"{path} holds what {backup} holds now.") + "\n")
    if kept:
        session.say(f"What was there is kept in {kept}.")


app = command(restore_corpus, name="restore", example="reviewcli restore copy.db")
