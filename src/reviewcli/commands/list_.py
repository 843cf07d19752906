"""List reviews, one a line."""

from typing import TYPE_CHECKING

import typer

from reviewcli.commands.output import FormatOption, LimitOption, QueryArgument, Wanted, joined, put_out
from reviewcli.commands.session import session_of
from reviewcli.commands.spelling import ask_spelling
from reviewcli.commands.verb import command

if TYPE_CHECKING:
    from reviewcli.model import Review

ROWS = 100


def list_reviews(
    ctx: typer.Context, *, query: QueryArgument = None, form: FormatOption = None, limit: LimitOption = None
) -> None:
    """List reviews, one a line.

    They are those that answer QUERY, in order of number; all of them without one.

    Beside a number, '?' marks a review that may be cut wrongly, and '*' one about whose boundaries a
    reader decided.
    """
    session, asked = session_of(ctx), joined(query)

    def draw(reviews: list["Review"]) -> None:
        from reviewcli.views.listing import review_table, summary
        from reviewcli.views.terminal import show

        show(review_table(reviews), summary(reviews, total=corpus.count()), color=session.color)

    with session.corpus() as corpus:
        shown = put_out(corpus.reviews(asked), Wanted(form, limit, ROWS), draw, session)
        ask_spelling(asked, shown, corpus, session)


app = command(
    list_reviews,
    name="list",
    query=True,
    example="reviewcli list\nreviewcli list lang:el\nreviewcli list is:untagged --format jsonl",
)
