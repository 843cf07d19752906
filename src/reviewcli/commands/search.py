"""Search reviews and show the passages found."""

from typing import TYPE_CHECKING

import typer

from reviewcli.commands.output import FormatOption, LimitOption, QueryArgument, Wanted, joined, put_out
from reviewcli.commands.session import session_of
from reviewcli.commands.verb import command

if TYPE_CHECKING:
    from reviewcli.model import Review

HITS = 20


def search(
    ctx: typer.Context, *, query: QueryArgument = None, form: FormatOption = None, limit: LimitOption = None
) -> None:
    """Find passages in reviews.

    Shows the reviews that answer QUERY, best first, each by the passage that does."""
    session, asked = session_of(ctx), joined(query, needed=True)

    def draw(reviews: list["Review"]) -> None:
        from reviewcli.views.hits import found, hit_table
        from reviewcli.views.terminal import show

        if reviews:
            show(hit_table(reviews, corpus.request(asked).query), found(reviews), color=session.color)
        else:
            session.say(f"No review answers: {asked}")

    with session.corpus() as corpus:
        put_out(corpus.search(asked), Wanted(form, limit, HITS), draw, session)


app = command(
    search,
    name="search",
    query=True,
    example="reviewcli search Zinoviev\nreviewcli search '\"Left Opposition\"'\nreviewcli search Lenin -dry",
)
