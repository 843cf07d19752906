"""Share what undo and redo have in common: show what it will do, ask before many, do it."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from reviewcli.commands.session import Session
from reviewcli.commands.tagging import agree

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewcli.undoing import Reversal

Verb = Literal["undo", "redo"]


def complete_change(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Offer the latest changes that can be taken back, with what they did."""
    return _offered(ctx, incomplete, undone=False)


def complete_undone(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Offer the latest changes that are undone, with what they did."""
    return _offered(ctx, incomplete, undone=True)


def _argument(default: str, complete: "Callable[[typer.Context, str], list[tuple[str, str]]]") -> Any:
    return typer.Argument(
        metavar="[CHANGE]",
        min=1,
        help=f"Which, by its number in the history; {default} without it.",
        autocompletion=complete,
        show_default=False,
    )


ChangeArgument = Annotated[int | None, _argument("the last one", complete_change)]
UndoneArgument = Annotated[int | None, _argument("the last one undone", complete_undone)]


def _offered(ctx: typer.Context, incomplete: str, *, undone: bool) -> list[tuple[str, str]]:
    from itertools import islice

    from reviewcli.commands.session import session_of
    from reviewcli.config import path_of
    from reviewcli.corpus import open_corpus
    from reviewcli.errors import ReviewError
    from reviewcli.views.door import line

    try:
        with open_corpus(path_of(session_of(ctx).corpus_choice().value)) as corpus:
            latest = islice(corpus.history().entries(), 100)
            return [
                (str(one.number), line(one.did))
                for one in latest
                if one.ordinary and bool(one.undone_by) is undone and str(one.number).startswith(incomplete)
            ]
    except ReviewError:
        return []


def reverse(verb: Verb, change: int | None, session: Session, *, yes: bool, dry_run: bool) -> None:
    """Show what undoing or redoing does; then, when it is agreed to, do it."""
    from reviewcli.runs import ids_of

    with session.corpus() as corpus:
        act = corpus.undo if verb == "undo" else corpus.redo
        planned = act(change, session.stamp(), dry_run=True)
        _show(planned, verb, session)
        if dry_run:
            session.say("Nothing was changed: this was a dry run.")
            return
        agree(list(ids_of(planned.about)), "change", yes=yes)
        act(planned.entry.number, session.stamp())
    if verb == "undo":
        session.say(f"To do it again: {session.line('redo')}")
    else:
        session.say_way_back()


def _show(planned: "Reversal", verb: Verb, session: Session) -> None:
    from reviewcli.values import values
    from reviewcli.views.entries import entry_heading
    from reviewcli.views.reports import print_lines
    from reviewcli.views.values import value_lines

    heading = entry_heading(planned.entry, verb.capitalize())
    print_lines([heading, *value_lines(values(planned.effects, planned.runs))], color=session.color)
