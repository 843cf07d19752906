"""Walk through the doubtful boundaries, one key a decision."""

import sys

import typer

from reviewcli.commands.session import Session
from reviewcli.corpus import Corpus
from reviewcli.errors import UsageError
from reviewcli.reshaping import LabelConflictError
from reviewcli.views.boundary import boundary_panel
from reviewcli.views.terminal import show

KEYS = "c cuts here, j joins the two, s skips, q ends"


def walk(session: Session) -> None:
    """Show each doubtful boundary and ask what it is; every answer is kept at once."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "Walking through doubtful boundaries needs a terminal.",
            hint="reviewcli list is:doubtful shows them; merge and split mend them.",
        )
    with session.corpus() as corpus:
        pairs = corpus.doubtful_boundaries()
        session.say(f"{len(pairs)} doubtful {'boundary' if len(pairs) == 1 else 'boundaries'}: {KEYS}.")
        merged: dict[int, int] = {}
        for at, (left, right) in enumerate(pairs, 1):
            if not _decide(corpus, (merged.get(left, left), right), f"{at} of {len(pairs)}", session, merged):
                return


def _decide(
    corpus: Corpus, pair: tuple[int, int], progress: str, session: Session, merged: dict[int, int]
) -> bool:
    """Ask about one boundary and keep the answer; tell whether to go on."""
    left, right = corpus.get(pair)
    show(boundary_panel(left, right, progress), color=session.color)
    while (key := typer.getchar().lower()) not in "cjsq\x1b":
        session.say(f"{KEYS}.")
    if key == "c":
        corpus.confirm(left.number, right.number, session.stamp())
    elif key == "j":
        try:
            merging = corpus.merge(pair, session.stamp())
            merged[right.number] = merging.number
            session.say(f"Joined: {merging.number}.")
        except LabelConflictError as conflict:
            session.say(f"{conflict.message} {conflict.hint}")
    return key not in "q\x1b"
