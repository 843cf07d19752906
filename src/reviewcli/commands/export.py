"""Write what people did into files."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from reviewcli.commands.choosing import WhereOption
from reviewcli.commands.exchange import only, write_annotations, write_reviews
from reviewcli.commands.session import Session, session_of
from reviewcli.commands.verb import command
from reviewcli.errors import UsageError


def export(  # noqa: PLR0913  # each is an option
    ctx: typer.Context,
    *,
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Sources that were imported; else where to write."),
    ],
    decisions: Annotated[
        bool, typer.Option("--decisions", help="Write where reviews begin, beside each source.")
    ] = False,
    annotations: Annotated[
        bool, typer.Option("--annotations", help="Write labels, notes, boundaries and history into FILE.")
    ] = False,
    reviews: Annotated[
        bool, typer.Option("--reviews", help="Write reviews into FILE: .csv, .json, .jsonl or .tsv.")
    ] = False,
    where: WhereOption = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write what people did into files.

    With --decisions, NAME.decisions.json beside NAME.txt holds where its reviews begin; whoever imports the
    two gets the same reviews. With --annotations, FILE (- is standard output) holds all human work, one fact
    a line, and import --annotations loads it into another corpus of the same sources. With --reviews, FILE
    holds the reviews themselves, those that answer --where QUERY, in its order.
    """
    if (chosen := decisions + annotations + reviews) != 1:
        what = "Only one of the three can be exported at a time" if chosen else "What to export is not said"
        raise UsageError(f"{what}.", hint="Add --decisions, --annotations or --reviews.")
    if where is not None and not (reviews and where.strip()):
        raise UsageError("--where says which reviews to write.", hint="Give it a query, with --reviews.")
    session = session_of(ctx)
    if reviews:
        write_reviews(only(files), where or "", session, force=force)
    elif annotations:
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
            write_beside(target, [format_decisions(found)], force=force)
            count = len(found.decisions)
            sys.stdout.write(line(f"{target}: {count} {'decision' if count == 1 else 'decisions'}.") + "\n")


app = command(
    export,
    name="export",
    example="reviewcli export --annotations work.jsonl\nreviewcli export --decisions page.txt\n"
    "reviewcli export --reviews greek.csv --where lang:el",
)
