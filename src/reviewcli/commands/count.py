"""Count reviews."""

import sys

import typer

from reviewcli.commands.output import QueryArgument, joined
from reviewcli.commands.session import session_of
from reviewcli.commands.spelling import ask_spelling
from reviewcli.commands.verb import command


def count(ctx: typer.Context, *, query: QueryArgument = None) -> None:
    """Count reviews.

    Prints how many answer QUERY; how many there are without one."""
    session, asked = session_of(ctx), joined(query)
    with session.corpus() as corpus:
        counted = corpus.count(asked)
        sys.stdout.write(f"{counted}\n")
        ask_spelling(asked, counted, corpus, session)


app = command(
    count,
    name="count",
    query=True,
    example="reviewcli count\nreviewcli count is:untagged\nreviewcli count tag:critical",
)
