"""Tag reviews with a label."""

from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.commands.choosing import AllOption, Choice, WhereOption
from reviewcli.commands.completing import complete_number_or_label
from reviewcli.commands.session import session_of
from reviewcli.commands.tagging import Act, DryRunOption, YesOption, carry_out
from reviewcli.commands.verb import command
from reviewcli.errors import UsageError

if TYPE_CHECKING:
    from reviewcli.annotating import Tagging
    from reviewcli.corpus import Corpus


def tag(  # noqa: PLR0913  # each is an option
    ctx: typer.Context,
    *,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[NUMBER...] LABEL",
            help="Which reviews (3, or 1-5,8), then the label; the label alone with --where or --all.",
            autocompletion=complete_number_or_label,
        ),
    ],
    where: WhereOption = None,
    everything: AllOption = False,
    new: Annotated[
        bool, typer.Option("--new", help="Add the label to the scheme if it is not there.")
    ] = False,
    yes: YesOption = False,
    dry_run: DryRunOption = False,
) -> None:
    """Give reviews a label.

    It takes the place of your other label of the same group. Reviews are named by number, or by a query
    after --where; however many they are, it is one change."""
    choice, label, session = Choice(words[:-1], where, everything), words[-1], session_of(ctx)
    if choice.by_number and not choice.words:
        raise UsageError(
            "A review's number and a label are needed.", hint="For example: reviewcli tag 3 critical"
        )
    from reviewcli.views.reports import tagging_lines

    def do(corpus: "Corpus", numbers: list[int], *, dry_run: bool) -> list["Tagging"]:
        return corpus.tag(numbers, label, session.stamp(), new=new, dry_run=dry_run)

    carry_out(choice, Act("tag", do, tagging_lines), session, yes=yes, dry_run=dry_run)


app = command(
    tag,
    name="tag",
    example="reviewcli tag 3 critical\nreviewcli tag 1-2,5 positive\nreviewcli tag 4 funny --new\n"
    "reviewcli tag --where 'lang:el -is:disputed' neutral",
)
