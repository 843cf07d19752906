"""Open the file of a corpus, and refuse what is not one."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewcli.errors import CorpusError, NotFoundError
from reviewcli.store import open_store
from reviewcli.store.database import Database

if TYPE_CHECKING:
    from reviewcli.store.words import Analysis

FORMAT = 2
INDEXES = {
    "annotations": ("review", "label", "annotator"),
    "notes": ("review",),
    "reviews": ("origin.start", "language"),
}
STATE_ID = 1
COUNTERS = tuple(
    f"next_{table}" for table in ("reviews", "annotations", "notes", "labels", "sources", "changes")
)


def review_analysis() -> "Analysis":
    """Say how the words of reviews are told."""
    from reviewcli.indexing import ReviewAnalysis  # costs start-up, and only words need it

    return ReviewAnalysis()


TEXTS = {"reviews": review_analysis}


def untold(_: str) -> None:
    """Tell nobody."""


def open_database(path: Path, tell: Callable[[str], None] = untold) -> Database:
    """Open the corpus at `path`; one of an older format is brought to ours first, and `tell` is told so.

    Raises NotFoundError when there is none, CorpusError when the file is damaged, foreign or of a
    newer format; it is left as it was.
    """
    if not path.exists():
        raise NotFoundError(
            f"There is no corpus at {path}.",
            hint="Check the name, or make one there: reviewcli import FILE --corpus PATH",
        )
    if not path.is_file():
        raise CorpusError(f"{path} is not a file.", hint="Name the file of a corpus with --corpus.")
    database = open_store(path, indexes=INDEXES, texts=TEXTS)
    try:
        check_format(database, path, tell)
    except BaseException:
        database.close()
        raise
    return database


def check_format(database: Database, path: Path, tell: Callable[[str], None]) -> None:
    """Raise CorpusError unless the database is a corpus in a format that we know; migrate an older one."""
    state = read_state(database)
    found = state.get("format")
    if isinstance(found, int) and found < FORMAT:
        from reviewcli.migrating import migrate

        if kept := migrate(database, path, to=FORMAT, state_id=STATE_ID):
            tell(
                f"{path} was of format {found} and is of format {FORMAT} now; as it was it is kept in {kept}."
            )
        state = read_state(database)
    if not isinstance(found, int) or any(not isinstance(state.get(name), int) for name in COUNTERS):
        raise CorpusError(
            f"{path} is not a reviewcli corpus.",
            hint="Nothing was changed. Name the file of a corpus with --corpus.",
        )
    if found > FORMAT:
        raise CorpusError(
            f"{path} was written by a newer reviewcli (format {found}; this one knows {FORMAT}).",
            hint="Nothing was changed. Upgrade reviewcli to open it.",
        )


def read_state(database: Database) -> dict[str, Any]:
    """Read the format and the counters of a corpus; empty when the database is none."""
    state = database.table("meta").get(doc_id=STATE_ID)
    return dict(state) if isinstance(state, dict) else {}
