"""Check a corpus, and rebuild what can be."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.commands.session import Session, session_of
from reviewcli.commands.verb import command
from reviewcli.errors import CorpusError

if TYPE_CHECKING:
    from reviewcli.checking import Problem
    from reviewcli.corpus import Corpus


def check_corpus(
    ctx: typer.Context,
    *,
    repair: Annotated[
        bool, typer.Option("--repair", help="Rebuild what follows from the rest, after a backup.")
    ] = False,
) -> None:
    """Check that all is well.

    Looks at the file, its indexes and counters, at what stands about each review, and takes the whole
    history back in thought to see that it fits what is there. Ends with 3 when something is wrong.
    """
    session = session_of(ctx)
    with session.corpus() as corpus:
        problems = _problems(corpus)
        if repair and any(one.repairable for one in problems):
            _repair(corpus, session)
            problems = _problems(corpus)
        if not problems:
            sys.stdout.write(f"All is well: {corpus.count():,} reviews.\n")
            return
        _report(problems, corpus)


def _problems(corpus: "Corpus") -> list["Problem"]:
    from reviewcli.checking import check

    return list(check(corpus.database, corpus.path))


def _repair(corpus: "Corpus", session: Session) -> None:
    from reviewcli.checking import repair
    from reviewcli.saving import keep_aside
    from reviewcli.writing import purpose_of

    with corpus.database.transaction(purpose_of(session.stamp())):
        kept = keep_aside(corpus.path)
        repair(corpus.database, corpus.path)
    session.say(f"As it was, the corpus is kept in {kept}.")


def _report(problems: list["Problem"], corpus: "Corpus") -> None:
    """Print what is wrong, and fail."""
    from reviewcli.views.door import line

    sys.stdout.writelines(line(one.what) + "\n" for one in problems)
    count = "one thing is" if len(problems) == 1 else f"{len(problems):,} things are"
    mending = (
        "reviewcli check --repair rebuilds what can be." if any(one.repairable for one in problems) else ""
    )
    raise CorpusError(
        f"In {corpus.path}, {count} wrong.",
        hint=mending or "reviewcli restore FILE puts a backup in its place.",
    )


app = command(check_corpus, name="check", example="reviewcli check\nreviewcli check --repair")
