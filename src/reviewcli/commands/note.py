"""Write notes on reviews."""

from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.commands.choosing import AllOption, Choice, WhereOption
from reviewcli.commands.session import session_of
from reviewcli.commands.tagging import Act, DryRunOption, YesOption, carry_out
from reviewcli.commands.verb import command
from reviewcli.errors import UsageError

if TYPE_CHECKING:
    from reviewcli.corpus import Corpus
    from reviewcli.noting import Noting


def note(  # noqa: PLR0913  # each is an option
    ctx: typer.Context,
    *,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NUMBER...] TEXT",
            help="Which reviews (3, or 1-5,8), then the note in quotes; no note with --remove.",
        ),
    ] = None,
    where: WhereOption = None,
    everything: AllOption = False,
    remove: Annotated[bool, typer.Option("--remove", help="Take all your notes off instead.")] = False,
    yes: YesOption = False,
    dry_run: DryRunOption = False,
) -> None:
    """Write a note on reviews.

    A review may have any number of notes. Reviews are named by number, or by a query after --where;
    however many they are, it is one change."""
    named = list(words or ())
    text = None if remove or not named else named.pop()
    choice, session = Choice(named, where, everything), session_of(ctx)
    if not remove and (text is None or (choice.by_number and not named)):
        raise UsageError(
            "A review's number and a note are needed.", hint="For example: reviewcli note 3 'Ask her.'"
        )
    from reviewcli.views.reports import noting_lines

    def do(corpus: "Corpus", numbers: list[int], *, dry_run: bool) -> list["Noting"]:
        return corpus.note(numbers, text, session.stamp(), dry_run=dry_run)

    act = Act("take your notes off" if remove else "note on", do, noting_lines)
    carry_out(choice, act, session, yes=yes, dry_run=dry_run)


app = command(
    note,
    name="note",
    example="reviewcli note 3 'Compare with 4.'\nreviewcli note --where lang:el 'To be translated.'\n"
    "reviewcli note 3 --remove",
)
