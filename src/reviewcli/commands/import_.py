"""Import reviews from text."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.commands.session import Session, session_of
from reviewcli.commands.verb import command
from reviewcli.errors import UsageError

if TYPE_CHECKING:
    from reviewcli.sources.plaintext import Source
    from reviewcli.split.rules import Cutting


def import_reviews(
    ctx: typer.Context,
    *,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Texts or saved web pages; - is standard input.")
    ],
    rule: Annotated[
        str, typer.Option("--split", metavar="RULE", help="model, paragraph, blank, none, or a pattern.")
    ] = "model",
    expect: Annotated[
        int | None, typer.Option("--expect", min=1, help="How many reviews there are.", show_default=False)
    ] = None,
    preview: Annotated[bool, typer.Option("--preview", help="Show the cut, and write nothing.")] = False,
) -> None:
    """Take in reviews from texts and saved web pages.

    The text is split into reviews, and those that are not in the corpus yet are added. Nothing has to
    stand between one review and the next. The corpus is made when it does not exist. With a pattern,
    the lines that match it stand between reviews.
    """
    from reviewcli.sources.plaintext import read_source
    from reviewcli.split.rules import Cutting

    if expect is not None and len(files) > 1:
        raise UsageError("A count of reviews goes with one file.", hint="Import the files one by one.")
    sources, cutting = [read_source(name) for name in files], Cutting(rule, expect)
    if preview:
        show_preview(sources, cutting, session_of(ctx))
    else:
        take_in(sources, cutting, session_of(ctx))


def take_in(sources: list["Source"], cutting: "Cutting", session: Session) -> None:
    """Add what is new to the corpus, and report it."""
    from reviewcli.importing import read_reviews
    from reviewcli.views.reports import intake_lines, print_lines

    if cutting.rule != "model" or cutting.expect:
        for source in sources:  # a wrong rule is said before a corpus is made for it
            next(read_reviews(source, cutting), None)
    with session.corpus_to_fill() as corpus:
        intakes = corpus.add_sources(sources, session.stamp(), cutting)
    print_lines(intake_lines(intakes), color=session.color)
    if any(intake.doubtful for intake in intakes):
        session.say("To mend the doubtful ones, a key each: reviewcli split --doubtful")


def show_preview(sources: list["Source"], cutting: "Cutting", session: Session) -> None:
    """Show where the texts would be cut, how sure that is and why."""
    from reviewcli.importing import read_reviews
    from reviewcli.views.preview import preview_line, preview_table
    from reviewcli.views.terminal import on_terminal, show

    reviews = [review for source in sources for review in read_reviews(source, cutting)]
    if on_terminal():
        show(preview_table(reviews), color=session.color)
    else:
        sys.stdout.writelines(preview_line(number, review) for number, review in enumerate(reviews, 1))
    session.say("Nothing was written: this was a preview.")


app = command(
    import_reviews,
    name="import",
    example="reviewcli import page.txt\n"
    "reviewcli import page.html\n"
    "reviewcli import page.txt --preview\n"
    "reviewcli import - < page.txt\n"
    "reviewcli import a.txt --corpus a.db",
)
