"""Search reviews and show the passages found."""

from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.commands.output import FormatOption, LimitOption, QueryArgument, Wanted, joined, put_out
from reviewcli.commands.session import Session, session_of
from reviewcli.commands.spelling import ask_spelling
from reviewcli.commands.verb import command
from reviewcli.errors import UsageError

if TYPE_CHECKING:
    from reviewcli.model import Review

HITS = 20


def search(
    ctx: typer.Context,
    *,
    query: QueryArgument = None,
    similar: Annotated[
        int | None,
        typer.Option("--similar", metavar="NUMBER", help="Find the reviews most like this one.", min=1),
    ] = None,
    form: FormatOption = None,
    limit: LimitOption = None,
) -> None:
    """Find passages in reviews.

    Shows the reviews that answer QUERY, best first, each by the passage that does. With --similar, no QUERY
    is needed: the words are taken that tell most of a review."""
    session = session_of(ctx)
    if similar is not None:
        show_similar(similar, query, Wanted(form, limit, HITS), session)
        return
    asked = joined(query, needed=True)

    def draw(reviews: list["Review"]) -> None:
        from reviewcli.views.hits import found, hit_table
        from reviewcli.views.terminal import show

        if reviews:
            show(hit_table(reviews, corpus.request(asked).query), found(reviews), color=session.color)
        else:
            session.say(f"No review answers: {asked}")

    with session.corpus() as corpus:
        shown = put_out(corpus.search(asked), Wanted(form, limit, HITS), draw, session)
        ask_spelling(asked, shown, corpus, session)


def show_similar(number: int, query: list[str] | None, wanted: Wanted, session: Session) -> None:
    """Show the reviews most like one."""
    if query:
        raise UsageError("A query does not go with --similar.", hint="Leave one of them out.")

    def draw(reviews: list["Review"]) -> None:
        from reviewcli.query.tree import Everything
        from reviewcli.views.hits import found, hit_table
        from reviewcli.views.terminal import show

        if reviews:
            show(hit_table(reviews, Everything()), found(reviews), color=session.color)
        else:
            session.say(f"No review is like review {number}.")

    with session.corpus() as corpus:
        put_out(corpus.similar(number), wanted, draw, session)


app = command(
    search,
    name="search",
    query=True,
    example="reviewcli search Zinoviev\nreviewcli search '\"Left Opposition\"'\nreviewcli search Lenin -dry\n"
    "reviewcli search --similar 3",
)
