"""Walk through the gaps that are open to doubt, cut at or not, one key a decision."""

import sys
from collections.abc import Callable

import typer

from reviewcli.commands.session import Session
from reviewcli.corpus import Corpus
from reviewcli.doubts import OpenGap, Trail
from reviewcli.errors import UsageError
from reviewcli.reshaping import LabelConflictError
from reviewcli.views.gaps import gap_panel
from reviewcli.views.reports import open_gaps_said
from reviewcli.views.terminal import show

KEYS = "c cuts here, j joins the two, s skips, q ends"
ENDS = ("q", "\x1b")
ANSWERS = ("c", "j", "s", *ENDS)


def walk(session: Session) -> None:
    """Show each gap that is open and ask what it is; every answer is kept at once."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "Walking through doubtful gaps needs a terminal.",
            hint="reviewcli list is:doubtful shows where they are; merge and split mend them.",
        )
    with session.corpus() as corpus:
        ask_about_all(corpus, session, typer.getchar)


def ask_about_all(corpus: Corpus, session: Session, get_key: Callable[[], str]) -> None:
    """Show every gap that is open, and keep what the key pressed for it says."""
    gaps = corpus.open_gaps()
    inside = sum(gap.right is None for gap in gaps)
    session.say(f"{open_gaps_said(len(gaps) - inside, inside)}: {KEYS}." if gaps else "No gap is in doubt.")
    trail = Trail()
    for at, gap in enumerate(gaps, 1):
        if not _show(corpus, trail.now(gap), f"{at} of {len(gaps)}", session):
            continue
        while (key := get_key().lower()) not in ANSWERS:
            session.say(f"{KEYS}.")
        if key in ENDS:
            return
        _keep(key, corpus, gap, trail, session)


def _keep(key: str, corpus: Corpus, gap: OpenGap, trail: Trail, session: Session) -> None:
    """Keep the answer about one gap, as soon as it is given."""
    here = trail.now(gap)
    if key == "c" and gap.right is None:
        rest = corpus.split(here.number, [here.after], session.stamp())[1]
        trail.cut(gap, rest)
        session.say(f"Cut: {here.number} | {rest}.")
    elif key == "c" and gap.right is not None:
        corpus.confirm(here.number, gap.right, session.stamp())
        session.say(f"Cut: {here.number} | {gap.right}.")
    elif key == "j" and gap.right is None:
        corpus.hold(here.number, here.after, session.stamp())
        session.say(f"Joined: {here.number}.")
    elif key == "j":
        _join(corpus, gap, trail, session)


def _show(corpus: Corpus, gap: OpenGap, progress: str, session: Session) -> bool:
    """Show both sides of a gap; tell whether it is still open."""
    if gap.right is not None:
        left, right = corpus.get([gap.number, gap.right])
        sides = left.text.rpartition("\n")[2], right.text.partition("\n")[0]
        boundary = min(left.after, right.before, key=lambda edge: edge.confidence)
        place = f"cut: {gap.number} | {gap.right}"
    else:
        (review,) = corpus.get([gap.number])
        found = [inner.boundary for inner in review.gaps if inner.after == gap.after and inner.open]
        if not found:
            return False
        lines = review.text.split("\n")
        sides, boundary = (lines[gap.after - 1], lines[gap.after]), found[0]
        place = f"inside {gap.number}"
    show(gap_panel(sides, boundary, place=place, progress=progress), color=session.color)
    return True


def _join(corpus: Corpus, gap: OpenGap, trail: Trail, session: Session) -> None:
    """Merge the reviews on both sides, unless labels stand in the way."""
    here = trail.now(gap)
    try:
        merging = corpus.merge([number for number in (here.number, here.right) if number], session.stamp())
    except LabelConflictError as conflict:
        session.say(f"{conflict.message} {conflict.hint}")
    else:
        trail.joined(gap, merging.number)
        session.say(f"Joined: {merging.number}.")
