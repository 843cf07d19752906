"""Share what verbs that change reviews have in common: the plan before many, the question, the report."""

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Annotated, Any, NamedTuple, Protocol

import typer

from reviewcli.commands.choosing import Choice
from reviewcli.commands.session import Session
from reviewcli.errors import UsageError
from reviewcli.numbers import format_numbers

ASK_ABOVE = 3
LINES_SHOWN = 20
LONGEST_NUMBERS = 60

YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask before a change of many reviews.")]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")]


class Done(Protocol):
    """What a verb did to one review, or would do."""

    @property
    def number(self) -> int:
        """Which review."""

    @property
    def changed(self) -> bool:
        """Tell whether anything is different, or would be."""


class Act(NamedTuple):
    """What a verb does to reviews: its name, how it is done or only planned, and how that is told."""

    verb: str
    do: Callable[..., list[Any]]
    told: Callable[[Iterable[Any]], Iterator[list[tuple[str, str]]]]


def carry_out(choice: Choice, act: Act, session: Session, *, yes: bool, dry_run: bool) -> None:
    """Find the reviews, show what would become of many and ask, do it as one change, and report."""
    with session.corpus() as corpus:
        numbers = choice.numbers(corpus)
        if not numbers:
            session.say(f"No review answers: {choice.where}" if choice.where else "There is no review.")
            return
        shown = False
        if not (dry_run or yes) and len(numbers) > ASK_ABOVE:
            planned: list[Done] = [one for one in act.do(corpus, numbers, dry_run=True) if one.changed]
            if shown := len(planned) > ASK_ABOVE:
                _require_person(len(planned), act.verb)
                _say_lines(planned, act)
                agree([one.number for one in planned], act.verb, yes=False)
        done: list[Done] = act.do(corpus, numbers, dry_run=dry_run)
    changed = [one for one in done if one.changed]
    if not shown:
        _report(done if choice.by_number else changed, act, session)
    if dry_run:
        session.say("Nothing was changed: this was a dry run.")
    elif changed:
        session.say_way_back()
    elif not choice.by_number:
        session.say(f"Nothing to change in {len(done):,} {'review' if len(done) == 1 else 'reviews'}.")


def agree(numbers: list[int], what: str, *, yes: bool) -> None:
    """Let the person agree to a change of many reviews; raise when they do not or cannot."""
    if len(numbers) <= ASK_ABOVE or yes:
        return
    _require_person(len(numbers), what)
    named = format_numbers(numbers)
    which = f" ({named})" if len(named) <= LONGEST_NUMBERS else ""
    typer.confirm(f"{what.capitalize()} {len(numbers):,} reviews{which}?", abort=True, err=True)


def _require_person(count: int, what: str) -> None:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError(
            f"This would {what} {count:,} reviews, and there is nobody to ask.",
            hint="Add --yes to do it, or --dry-run to see what would change.",
        )


def _say_lines(planned: list[Done], act: Act) -> None:
    """Show the first lines of a plan, where the question will stand."""
    from reviewcli.views.terminal import say

    for pieces in act.told(planned[:LINES_SHOWN]):
        say("".join(text for text, _ in pieces))
    if len(planned) > LINES_SHOWN:
        say(f"… and {len(planned) - LINES_SHOWN:,} more.")


def _report(done: list[Done], act: Act, session: Session) -> None:
    """Print what was done to each review: all of them for a program, the first ones for a person."""
    from reviewcli.views.reports import print_lines
    from reviewcli.views.terminal import on_terminal

    most = LINES_SHOWN if on_terminal() else None
    print_lines(islice(act.told(done), most), color=session.color)
    if most and len(done) > most:
        session.say(f"… and {len(done) - most:,} more.")
