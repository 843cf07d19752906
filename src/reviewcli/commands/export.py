"""Write reviews, and what people did to them, into files."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from reviewcli.commands.choosing import WhereOption
from reviewcli.commands.completing import complete_format
from reviewcli.commands.exchange import only, write_annotations
from reviewcli.commands.session import Session, session_of
from reviewcli.commands.verb import command
from reviewcli.errors import UsageError


def export(  # noqa: PLR0913  # each is an option
    ctx: typer.Context,
    *,
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Where to; with --decisions, sources that were imported."),
    ],
    where: WhereOption = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="FORMAT",
            autocompletion=complete_format,
            help="Which format, where the name of FILE does not say.",
            show_default=False,
        ),
    ] = None,
    labels: Annotated[
        str | None,
        typer.Option(
            "--labels",
            metavar="all|majority|gold|BY",
            help="Whose labels, where annotators differ.",
            show_default=False,
        ),
    ] = None,
    split: Annotated[
        str | None,
        typer.Option(
            "--split", metavar="80/10/10", help="Make parts to train and test with.", show_default=False
        ),
    ] = None,
    seed: Annotated[
        int, typer.Option("--seed", metavar="NUMBER", help="With --split, draw the parts otherwise.")
    ] = 0,
    decisions: Annotated[
        bool, typer.Option("--decisions", help="Write where reviews begin, beside each source.")
    ] = False,
    annotations: Annotated[
        bool, typer.Option("--annotations", help="Write labels, notes, boundaries and history into FILE.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write reviews, or what people did to them, into files.

    The name of FILE says the format: .json, .jsonl, .csv, .tsv, .parquet, .xlsx, .md, .html or .spacy. With
    --to it is any of these or tinydb, doccano, labelstudio, prodigy, huggingface, huggingface-parquet,
    argilla, fasttext or sklearn. FILE may be - for standard output. What a format has no place for is said.

    Without --labels, formats that say who gave a label hold all labels, and the others those that most
    annotators gave. With --split, NAME.csv becomes NAME.train.csv, NAME.validation.csv and NAME.test.csv,
    each with its share of every label; near-duplicates stay together.

    With --decisions, NAME.decisions.json beside NAME.txt holds where its reviews begin; whoever imports the
    two gets the same reviews. With --annotations, FILE (- is standard output) holds all human work, one fact
    a line, and import --annotations loads it into another corpus of the same sources.
    """
    session = session_of(ctx)
    if decisions or annotations:
        if (decisions and annotations) or where is not None or to or labels or split:
            raise UsageError("Only one thing can be exported at a time.", hint="Leave the other options out.")
        if annotations:
            write_annotations(only(files), session, force=force)
        else:
            _write_decisions(files, session, force=force)
        return
    from reviewcli.commands.exporting import order_of, write_reviews

    if where is not None and not where.strip():
        raise UsageError(
            "--where asks for nothing.", hint="Give it a query, or leave it out for all reviews."
        )
    if to and len(files) > 1:
        raise UsageError(
            "With --to there is one file.", hint="Export one by one, or let names say the formats."
        )

    orders = {name: order_of(name, to, labels, split, seed) for name in files}
    write_reviews(orders, where or "", session, force=force)


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
    example="reviewcli export reviews.csv\n"
    "reviewcli export reviews.jsonl --where is:tagged --split 80/10/10\n"
    "reviewcli export - --to fasttext --where is:tagged --labels majority\n"
    "reviewcli export --annotations work.jsonl\n"
    "reviewcli export --decisions page.txt",
)
