"""Show whole reviews."""

from typing import Annotated

import typer

from reviewcli.commands.output import FormatOption, chosen
from reviewcli.commands.session import session_of
from reviewcli.commands.verb import command
from reviewcli.numbers import parse_numbers


def show_reviews(
    ctx: typer.Context,
    *,
    numbers: Annotated[list[str], typer.Argument(metavar="NUMBER...", help="Which: 3, or 1-5,8.")],
    form: FormatOption = None,
) -> None:
    """Read whole reviews.

    Shows each with its labels, language, source and how sure its boundaries are."""
    session, form = session_of(ctx), chosen(form)
    with session.corpus() as corpus:
        reviews = corpus.get(parse_numbers(numbers))
    if form != "table":
        from reviewcli.views.records import write_records

        write_records(reviews, form)
        return
    from reviewcli.views.reading import review_panel
    from reviewcli.views.terminal import show

    for review in reviews:
        show(review_panel(review), color=session.color)


app = command(
    show_reviews,
    name="show",
    example="reviewcli show 3\nreviewcli show 1-2,8\nreviewcli show 3 --format json",
)
