"""Write what people did beside the sources it is about."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from reviewcli.commands.session import session_of
from reviewcli.commands.verb import command
from reviewcli.errors import UsageError


def export(
    ctx: typer.Context,
    *,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Sources that were imported.")],
    decisions: Annotated[
        bool, typer.Option("--decisions", help="Write where reviews begin, beside each source.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write your decisions beside a source.

    NAME.decisions.json beside NAME.txt holds what you mended; whoever imports the two gets the same reviews.
    """
    if not decisions:
        raise UsageError("What to export is not said.", hint="Add --decisions.")
    from reviewcli.exporting import write_beside
    from reviewcli.sources.plaintext import decisions_name, read_source
    from reviewcli.split.decisions import format_decisions
    from reviewcli.views.door import line

    session = session_of(ctx)
    with session.corpus() as corpus:
        for name in files:
            found = corpus.decisions_about(read_source(name), session.stamp().annotator)
            target = Path(name).with_name(decisions_name(name))
            write_beside(target, format_decisions(found), force=force)
            count = len(found.decisions)
            sys.stdout.write(line(f"{target}: {count} {'decision' if count == 1 else 'decisions'}.") + "\n")


app = command(export, name="export", example="reviewcli export --decisions page.txt")
