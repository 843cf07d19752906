"""Show what was done to a corpus."""

from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.commands.output import FormatOption, LimitOption, QueryArgument, Wanted, joined, put_out
from reviewcli.commands.session import session_of
from reviewcli.commands.verb import command
from reviewcli.numbers import is_numbers, parse_numbers

if TYPE_CHECKING:
    from reviewcli.corpus import Corpus
    from reviewcli.exchange.elsewhere import Elsewhere
    from reviewcli.history import Entry
    from reviewcli.runs import Runs

ROWS = 20


def show_history(
    ctx: typer.Context,
    *,
    query: QueryArgument = None,
    elsewhere: Annotated[
        bool, typer.Option("--elsewhere", help="Show what was done in other corpora, as loaded.")
    ] = False,
    form: FormatOption = None,
    limit: LimitOption = None,
) -> None:
    """Show what was done, newest first.

    With the NUMBER of a review, all that happened to it, with old and new values, also under the numbers
    that were merged into it. With a QUERY, the changes of the reviews that answer it now. What was done in
    another corpus came with import --annotations; its numbers are those of that corpus.
    """
    from reviewcli.views.entries import entry_shape

    session = session_of(ctx)
    with session.corpus() as corpus:
        about = _meant(corpus, query)
        history = _elsewhere(corpus) if elsewhere else corpus.history()
        values_of = (lambda entry: history.values(entry, about)) if about and _numbers(query) else None

        def draw(entries: list["Entry"]) -> None:
            from reviewcli.views.histories import history_table, summary
            from reviewcli.views.terminal import show

            show(history_table(entries, values_of), summary(entries), color=session.color)
            if not elsewhere and "elsewhere" in corpus.database.tables():
                session.say(f"What was done in other corpora: {session.line('history --elsewhere')}")

        put_out(history.entries(about), Wanted(form, limit, ROWS), draw, session, entry_shape(values_of))


def _elsewhere(corpus: "Corpus") -> "Elsewhere":
    from reviewcli.exchange.elsewhere import Elsewhere

    return Elsewhere(corpus.database)


def _numbers(query: list[str] | None) -> bool:
    return bool(query) and all(is_numbers(word) for word in query or ())


def _meant(corpus: "Corpus", query: list[str] | None) -> "Runs | None":
    """Return which reviews are asked about; None for all."""
    if query and _numbers(query):
        return corpus.history().family(parse_numbers(query))
    if asked := joined(query):
        from reviewcli.runs import runs_of

        return runs_of(review.number for review in corpus.reviews(asked))
    return None


app = command(
    show_history,
    name="history",
    query=True,
    example="reviewcli history\nreviewcli history 3\nreviewcli history tag:critical --format json",
)
