"""Count reviews."""

import sys

import typer

from reviewcli.commands.output import QueryArgument, joined
from reviewcli.commands.session import session_of
from reviewcli.commands.verb import command


def count(ctx: typer.Context, *, query: QueryArgument = None) -> None:
    """Count reviews.

    Prints how many answer QUERY; how many there are without one."""
    with session_of(ctx).corpus() as corpus:
        sys.stdout.write(f"{corpus.count(joined(query))}\n")


app = command(
    count,
    name="count",
    query=True,
    example="reviewcli count\nreviewcli count is:untagged\nreviewcli count tag:critical",
)
