"""Show whole reviews."""

from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.commands.completing import complete_query
from reviewcli.commands.output import FormatOption, LimitOption, Wanted, joined, put_out
from reviewcli.commands.session import session_of
from reviewcli.commands.verb import command
from reviewcli.numbers import is_numbers, parse_numbers

if TYPE_CHECKING:
    from reviewcli.model import Review

SHOWN = 20


def show_reviews(
    ctx: typer.Context,
    *,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="NUMBER... | QUERY",
            help="Which: 3, or 1-5,8, or those that answer a query.",
            autocompletion=complete_query,
        ),
    ],
    form: FormatOption = None,
    limit: LimitOption = None,
) -> None:
    """Read whole reviews.

    Shows each with its labels, notes, language, source and how sure its boundaries are."""
    session = session_of(ctx)

    def draw(reviews: list["Review"]) -> None:
        from reviewcli.views.reading import review_panel
        from reviewcli.views.terminal import show

        for review in reviews:
            show(review_panel(review), color=session.color)
        if not reviews:
            session.say(f"No review answers: {joined(words)}")

    named = all(map(is_numbers, words))
    with session.corpus() as corpus:
        asked = joined(words, needed=True)
        found = iter(corpus.get(parse_numbers(words))) if named else corpus.reviews(asked)
        put_out(found, Wanted(form, limit, 0 if named else SHOWN), draw, session)


app = command(
    show_reviews,
    name="show",
    query=True,
    example="reviewcli show 3\nreviewcli show 1-2,8\nreviewcli show lang:el\nreviewcli show 3 --format json",
)
