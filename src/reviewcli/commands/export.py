"""Write what people did into files."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from reviewcli.commands.exchange import only, write_annotations
from reviewcli.commands.session import Session, session_of
from reviewcli.commands.verb import command
from reviewcli.errors import UsageError


def export(
    ctx: typer.Context,
    *,
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Sources that were imported; with --annotations, where to."),
    ],
    decisions: Annotated[
        bool, typer.Option("--decisions", help="Write where reviews begin, beside each source.")
    ] = False,
    annotations: Annotated[
        bool, typer.Option("--annotations", help="Write labels, notes, boundaries and history into FILE.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write what people did into files.

    With --decisions, NAME.decisions.json beside NAME.txt holds where its reviews begin; whoever imports the
    two gets the same reviews. With --annotations, FILE (- is standard output) holds all human work, one fact
    a line, and import --annotations loads it into another corpus of the same sources.
    """
    if decisions == annotations:
        what = "Only one of the two can be exported at a time" if decisions else "What to export is not said"
        raise UsageError(f"{what}.", hint="Add --decisions or --annotations.")
    session = session_of(ctx)
    if annotations:
        write_annotations(only(files), session, force=force)
    else:
        _write_decisions(files, session, force=force)


def _write_decisions(files: list[str], session: Session, *, force: bool) -> None:
    from reviewcli.exporting import write_beside
    from reviewcli.sources.plaintext import decisions_name, read_source
    from reviewcli.split.decisions import format_decisions
    from reviewcli.views.door import line

    with session.corpus() as corpus:
        for name in files:
            found = corpus.decisions_about(read_source(name), session.stamp().annotator)
            target = Path(name).with_name(decisions_name(name))
            write_beside(target, format_decisions(found), force=force)
            count = len(found.decisions)
            sys.stdout.write(line(f"{target}: {count} {'decision' if count == 1 else 'decisions'}.") + "\n")


app = command(
    export,
    name="export",
    example="reviewcli export --annotations work.jsonl\nreviewcli export --decisions page.txt",
)
