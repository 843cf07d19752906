"""Import reviews from text."""

from typing import Annotated

import typer

from reviewcli.commands.session import session_of
from reviewcli.commands.verb import command


def import_reviews(
    ctx: typer.Context,
    *,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Plain text files; - is standard input.")
    ],
) -> None:
    """Take in reviews from text.

    The text is split into reviews, and those that are not in the corpus yet are added. Nothing has to
    stand between one review and the next. The corpus is made when it does not exist.
    """
    from reviewcli.sources.plaintext import read_source
    from reviewcli.views.reports import intake_lines, print_lines

    session = session_of(ctx)
    sources = [read_source(name) for name in files]
    with session.corpus_to_fill() as corpus:
        intakes = corpus.add_sources(sources, session.stamp())
    print_lines(intake_lines(intakes), color=session.color)
    if any(intake.doubtful for intake in intakes):
        session.say("To see the doubtful ones: reviewcli list is:doubtful")


app = command(
    import_reviews,
    name="import",
    example="reviewcli import page.txt\nreviewcli import - < page.txt\nreviewcli import a.txt --corpus a.db",
)
