"""List reviews, one a line."""

import typer

from reviewcli.commands.output import FormatOption, LimitOption, QueryArgument, chosen, cut, first, joined
from reviewcli.commands.session import session_of
from reviewcli.commands.verb import command

ROWS = 100


def list_reviews(
    ctx: typer.Context, *, query: QueryArgument = None, form: FormatOption = None, limit: LimitOption = None
) -> None:
    """List reviews, one a line.

    They are those that answer QUERY, in order of number; all of them without one.

    A '?' beside a number marks a review whose boundaries are doubtful.
    """
    session, form, asked = session_of(ctx), chosen(form), joined(query)
    with session.corpus() as corpus:
        reviews = corpus.reviews(asked)
        if form != "table":
            from reviewcli.views.records import write_records

            write_records(cut(reviews, limit), form)
            return
        from reviewcli.views.listing import review_table, summary
        from reviewcli.views.terminal import show

        shown, more = first(reviews, limit, otherwise=ROWS)
        show(review_table(shown), summary(shown, total=corpus.count()), color=session.color)
        if more:
            session.say(f"These are the first {len(shown)}; --limit 0 shows all.")


app = command(
    list_reviews,
    name="list",
    query=True,
    example="reviewcli list\nreviewcli list lang:el\nreviewcli list is:untagged --format jsonl",
)
