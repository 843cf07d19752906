"""Take labels off reviews."""

from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.commands.choosing import AllOption, Choice, WhereOption
from reviewcli.commands.completing import complete_number_or_label
from reviewcli.commands.session import session_of
from reviewcli.commands.tagging import Act, DryRunOption, YesOption, carry_out
from reviewcli.commands.verb import command
from reviewcli.numbers import is_numbers

if TYPE_CHECKING:
    from reviewcli.annotating import Tagging
    from reviewcli.corpus import Corpus


def untag(  # noqa: PLR0913  # each is an option
    ctx: typer.Context,
    *,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NUMBER...] [LABEL]",
            help="Which reviews (3, or 1-5,8), then the label; without one, all of yours.",
            autocompletion=complete_number_or_label,
        ),
    ] = None,
    where: WhereOption = None,
    everything: AllOption = False,
    yes: YesOption = False,
    dry_run: DryRunOption = False,
) -> None:
    """Take labels off reviews.

    Takes off only your own; what others gave stays. Reviews are named by number, or by a query after
    --where; however many they are, it is one change."""
    named = list(words or ())
    label = named.pop() if named and not is_numbers(named[-1]) else None
    session = session_of(ctx)
    from reviewcli.views.reports import tagging_lines

    def do(corpus: "Corpus", numbers: list[int], *, dry_run: bool) -> list["Tagging"]:
        return corpus.untag(numbers, label, session.stamp(), dry_run=dry_run)

    act = Act("untag", do, tagging_lines)
    carry_out(Choice(named, where, everything), act, session, yes=yes, dry_run=dry_run)


app = command(
    untag,
    name="untag",
    example="reviewcli untag 3\nreviewcli untag 1-2,5 positive\n"
    "reviewcli untag --where tag:critical critical",
)
