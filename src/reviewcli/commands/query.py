"""Save queries under names."""

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from reviewcli.commands.completing import complete_saved
from reviewcli.commands.output import FormatOption, Wanted, joined, put_out
from reviewcli.commands.session import Session, session_of
from reviewcli.commands.verb import command
from reviewcli.errors import UsageError

if TYPE_CHECKING:
    from reviewcli.corpus import Corpus
    from reviewcli.saved import SavedQuery
    from reviewcli.views.records import Shape

Action = Literal["list", "save", "show", "rename", "remove"]
_NEEDED = {
    "save": "save greek lang:el",
    "show": "show greek",
    "rename": "rename greek hellenic",
    "remove": "remove greek",
}


def query(
    ctx: typer.Context,
    *,
    action: Annotated[
        Action, typer.Argument(metavar="[list|save|show|rename|remove]", help="What to do; list by default.")
    ] = "list",
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME] [QUERY]...",
            help="The name; then what to save under it, or the new name.",
            autocompletion=complete_saved,
        ),
    ] = None,
    form: FormatOption = None,
) -> None:
    """Save queries under names, to be used as query:NAME.

    What is saved is kept as it is typed: date:-30d.. means the last 30 days on any day. Saving again under
    the same name replaces. Queries are part of the corpus, and every change of them can be undone.
    """
    session, named = session_of(ctx), list(words or ())
    with session.corpus() as corpus:
        if action == "list":
            _require(not named, action)
            _list(corpus.saved_queries(), form, session)
        elif action == "show":
            _require(len(named) == 1, action)
            sys.stdout.write(_line(corpus.saved_query(named[0]).query) + "\n")
        else:
            _change(corpus, action, named, session)
            session.say_way_back()


def _change(corpus: "Corpus", action: Action, named: list[str], session: Session) -> None:
    """Do what is to be done, and say it; the name and what was there before go out through the door."""
    if action == "save":
        _require(len(named) > 1 and any(word.strip() for word in named[1:]), action)
        text = joined(named[1:])
        before = corpus.save_query(named[0], text, session.stamp())
        was = f", was: {before.query}" if before and before.query != text else ""
        said = f"query:{named[0].strip()} is saved{was}."
    elif action == "rename":
        _require(len(named) == 2, action)
        corpus.rename_query(named[0], named[1], session.stamp())
        said = f"query:{named[0]} is query:{named[1]} now."
    else:
        _require(len(named) == 1, action)
        gone = corpus.remove_query(named[0], session.stamp())
        said = f"query:{gone.name} is forgotten, was: {gone.query}."
    sys.stdout.write(_line(said) + "\n")


def _require(fits: bool, action: Action) -> None:  # noqa: FBT001  # what has to hold
    if not fits:
        raise UsageError(
            f"'reviewcli query {action}' was given too little or too much.",
            hint=f"For example: reviewcli query {_NEEDED.get(action, action)}",
        )


def _line(text: str) -> str:
    from reviewcli.views.door import line

    return line(text)


def _list(saved: list["SavedQuery"], form: FormatOption, session: Session) -> None:
    def draw(found: list["SavedQuery"]) -> None:
        from reviewcli.views.saved import saved_table
        from reviewcli.views.terminal import show

        if found:
            show(saved_table(found), color=session.color)
        else:
            session.say(f"No query is saved. To save one: {session.line('query save NAME QUERY')}")

    put_out(iter(saved), Wanted(form, None, 0), draw, session, _shape())


def _shape() -> "Shape":
    from reviewcli.views.door import plain_field
    from reviewcli.views.records import Shape

    return Shape(
        lambda one: one._asdict(),
        lambda one: f"{plain_field(one.name)}\t{plain_field(one.query)}\n",
        ("name", "query"),
        lambda one: one._asdict(),
    )


app = command(
    query,
    name="query",
    query=True,
    example="reviewcli query save greek lang:el is:untagged\n"
    "reviewcli list query:greek\nreviewcli query list",
)
