"""Import reviews from text, and what people did to them elsewhere."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.commands.exchange import load_annotations, only
from reviewcli.commands.session import Session, session_of
from reviewcli.commands.tables import hand_back, mapping_from, preview_table, require_fit
from reviewcli.commands.verb import command
from reviewcli.errors import UsageError

if TYPE_CHECKING:
    from reviewcli.model import Review
    from reviewcli.sources.plaintext import Source
    from reviewcli.split.rules import Cutting


def import_reviews(  # noqa: PLR0913  # each is an option
    ctx: typer.Context,
    *,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="Texts, saved pages or tables, also compressed, and folders of them; - is standard input.",
        ),
    ],
    rule: Annotated[
        str, typer.Option("--split", metavar="RULE", help="model, paragraph, blank, none, or a pattern.")
    ] = "model",
    expect: Annotated[
        int | None, typer.Option("--expect", min=1, help="How many reviews there are.", show_default=False)
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN,...",
            help="Which columns of a table are what: text=comment,rating=score.",
            show_default=False,
        ),
    ] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Show what would come of it, and write nothing.")
    ] = False,
    annotations: Annotated[
        bool, typer.Option("--annotations", help="Load what export --annotations wrote into FILE.")
    ] = False,
) -> None:
    """Take in reviews from texts, saved web pages and tables.

    A text, which may be of any size, is split into reviews, and those that are not in the corpus yet
    are added. Nothing has to stand between one review and the next. The corpus is made when it does not
    exist. Files may be compressed, and each text in a ZIP archive is read. With a pattern, the lines that
    match it stand between reviews.

    Tables are .csv, .tsv, .json, .jsonl, .ndjson, .parquet and .xlsx. Exports of shops, stores and
    annotation tools are known by their columns; those of other tables are guessed, unless --map names them.
    Rows that cannot be read are written into a file beside the table, to be mended and imported.

    With --annotations, what people did to the same reviews in another corpus is added to what was done here.
    """
    if annotations:
        if rule != "model" or expect is not None or columns is not None:
            raise UsageError("Annotations are not split.", hint="Leave out --split, --expect and --map.")
        load_annotations(only(files), session_of(ctx), preview=preview)
        return
    from reviewcli.split.rules import Cutting

    session, cutting, mapping = session_of(ctx), Cutting(rule, expect), mapping_from(columns)
    check_count(expect, len(files))
    sources = read_all(files, session)
    check_count(expect, len(sources))
    require_fit(sources, cutting, mapping, session)
    if preview:
        show_preview(sources, cutting, mapping, session)
    else:
        take_in(sources, cutting, mapping, session)


def check_count(expect: int | None, texts: int) -> None:
    """Refuse a count of reviews for more than one text; an archive may hold several."""
    if expect is not None and texts > 1:
        raise UsageError("A count of reviews goes with one file.", hint="Import the files one by one.")


def read_all(files: list[str], session: Session) -> list["Source"]:
    """Read the files, and say what was passed over in archives."""
    from reviewcli.sources.archives import read_sources
    from reviewcli.sources.folders import files_meant

    names = list(chain.from_iterable(map(files_meant, files)))
    passed_over: list[str] = []
    with session.progress() as progress:
        sources = list(
            chain.from_iterable(read_sources(name, progress, passed_over.append) for name in names)
        )
    for sentence in passed_over:
        session.say(sentence)
    return sources


def take_in(
    sources: list["Source"], cutting: "Cutting", mapping: Mapping[str, str] | None, session: Session
) -> None:
    """Add what is new to the corpus, and report it."""
    from reviewcli.importing import read_reviews
    from reviewcli.views.reports import intake_lines, print_lines

    if cutting.rule != "model" or cutting.expect is not None:
        for source in sources:  # a wrong rule is said before a corpus is made for it
            read_reviews(source, cutting)
    with session.corpus_to_fill() as corpus, session.progress() as progress:
        intakes = corpus.add_sources(sources, session.stamp(), cutting, progress, mapping=mapping)
    print_lines(intake_lines(intakes), color=session.color)
    hand_back(intakes, sources, session)
    if any(intake.open_edges or intake.open_inside for intake in intakes):
        session.say("To decide about them, a key each: reviewcli split --doubtful")
    if any(intake.changed for intake in intakes):
        session.say_way_back()


def show_preview(
    sources: list["Source"], cutting: "Cutting", mapping: Mapping[str, str] | None, session: Session
) -> None:
    """Show the first reviews of tables, and where texts would be cut, how sure that is and why."""
    for source in sources:
        if source.table is not None:
            preview_table(source, mapping, session)
    texts = [source for source in sources if source.table is None]
    if texts:
        show_cut(texts, cutting, session)
    else:
        session.say("Nothing was written: this was a preview.")


def show_cut(sources: list["Source"], cutting: "Cutting", session: Session) -> None:
    """Show where the texts would be cut, how sure that is and why."""
    from reviewcli.importing import caution, read_reviews
    from reviewcli.views.preview import preview_line, preview_tables
    from reviewcli.views.reports import open_gaps_said
    from reviewcli.views.terminal import on_terminal, show

    count = Counter[str]()

    def counted() -> Iterator["Review"]:
        for review in chain.from_iterable(read_reviews(source, cutting) for source in sources):
            count["edges"] += review.before.open
            count["inside"] += sum(gap.open for gap in review.gaps)
            yield review

    numbered = enumerate(counted(), 1)
    if on_terminal():
        for table in preview_tables(numbered):
            show(table, color=session.color)
    else:
        sys.stdout.writelines(preview_line(number, review) for number, review in numbered)
    said = f" It has {open_gaps_said(count['edges'], count['inside'])}." if count.total() else ""
    for warning in filter(None, (caution(source, cutting) for source in sources)):
        session.say(warning)
    session.say(f"Nothing was written: this was a preview.{said}")


app = command(
    import_reviews,
    name="import",
    example="reviewcli import page.txt\n"
    "reviewcli import page.html\n"
    "reviewcli import page.txt --preview\n"
    "reviewcli import shop.csv\n"
    "reviewcli import survey.csv --map text=comment,rating=score\n"
    "reviewcli import - < page.txt\n"
    "reviewcli import --annotations work.jsonl\n"
    "reviewcli import a.txt --corpus a.db",
)
