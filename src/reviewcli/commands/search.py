"""Search reviews and show the passages found."""

import typer

from reviewcli.commands.output import FormatOption, LimitOption, QueryArgument, chosen, cut, first, joined
from reviewcli.commands.session import session_of
from reviewcli.commands.verb import command

HITS = 20


def search(
    ctx: typer.Context, *, query: QueryArgument = None, form: FormatOption = None, limit: LimitOption = None
) -> None:
    """Find passages in reviews.

    Shows the reviews that answer QUERY, in order of number, each by the passage that does."""
    session, form, asked = session_of(ctx), chosen(form), joined(query, needed=True)
    with session.corpus() as corpus:
        reviews = corpus.reviews(asked)
        if form != "table":
            from reviewcli.views.records import write_records

            write_records(cut(reviews, limit), form)
            return
        from reviewcli.query.parse import parse
        from reviewcli.views.hits import found, hit_table
        from reviewcli.views.terminal import show

        shown, more = first(reviews, limit, otherwise=HITS)
        if shown:
            show(hit_table(shown, parse(asked)), found(shown), color=session.color)
        else:
            session.say(f"No review answers: {asked}")
        if more:
            session.say(f"These are the first {len(shown)}; --limit 0 shows all.")


app = command(
    search,
    name="search",
    query=True,
    example="reviewcli search Zinoviev\nreviewcli search '\"Left Opposition\"'\nreviewcli search Lenin -dry",
)
