"""Split a review that is several."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.commands.session import Session, session_of
from reviewcli.commands.verb import command
from reviewcli.errors import UsageError
from reviewcli.numbers import format_numbers, parse_numbers

if TYPE_CHECKING:
    from reviewcli.corpus import Corpus


def split(
    ctx: typer.Context,
    *,
    number: Annotated[str | None, typer.Argument(metavar="[NUMBER]", help="Which review.")] = None,
    at: Annotated[
        list[str] | None,
        typer.Option("--at", metavar="PARAGRAPH", help="After which paragraph to cut; may be repeated."),
    ] = None,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="Walk through all doubtful gaps, one key a decision.")
    ] = False,
) -> None:
    """Make several reviews of one.

    Without --at it shows the paragraphs by number and asks. The first part keeps the number, labels and
    notes; the others get new numbers and are untagged. With --doubtful it shows every gap that may be
    decided wrongly, cut at or not, and takes one key for each.
    """
    if doubtful:
        from reviewcli.commands.walking import walk

        walk(session_of(ctx))
    else:
        _split(session_of(ctx), number or "", at)


def _split(session: Session, number: str, at: list[str] | None) -> None:
    from reviewcli.views.reports import print_lines, splitting_lines

    wanted = parse_numbers([number])
    if len(wanted) != 1:
        raise UsageError("One review is split at a time.", hint="For example: reviewcli split 4 --at 2")
    with session.corpus() as corpus:
        after = parse_numbers(at) if at else _ask(corpus, wanted[0], session)
        parts = corpus.split(wanted[0], after, session.stamp())
    print_lines(splitting_lines(parts), color=session.color)
    session.say(f"To take it back: reviewcli merge {format_numbers(parts)}")


def _ask(corpus: "Corpus", number: int, session: Session) -> list[int]:
    """Show the paragraphs of a review by number, and ask after which to cut."""
    from reviewcli.views.reading import numbered_paragraphs
    from reviewcli.views.terminal import show

    (review,) = corpus.get([number])
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            f"After which of its {review.text.count(chr(10)) + 1} paragraphs to cut is not said.",
            hint=f"For example: reviewcli split {number} --at 1",
        )
    show(numbered_paragraphs(review), color=session.color)
    answer: str = typer.prompt("Cut after which paragraphs (such as 2 or 2,5)?", err=True)
    return parse_numbers([answer])


app = command(
    split,
    name="split",
    example="reviewcli split 4 --at 2\nreviewcli split 2 --at 1 --at 4\nreviewcli split --doubtful",
)
