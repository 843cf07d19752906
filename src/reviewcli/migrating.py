"""Bring a corpus of an older format to the present one, step by step, with a copy of it kept."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tinydb.table import Document

from reviewcli.copying import copy_whole, free_name
from reviewcli.errors import CorpusError
from reviewcli.store.database import Database

Step = Callable[[Database], None]


def _index_words(database: Database) -> None:
    """Give a corpus of format 1, which has none, the index of its words; format 2 is otherwise the same."""
    database.table("reviews").write_all([])
    database.rebuild_indexes()


STEPS: Mapping[int, Step] = {1: _index_words}
"""What brings a corpus of one format to the next, by the format it starts from."""


def migrate(database: Database, path: Path, *, to: int, state_id: int) -> Path | None:
    """Apply all steps from the format of a corpus on, in one transaction; return where the copy is kept.

    None where another process has done it meanwhile. `state_id` says which document of `meta` holds the
    format. Raises CorpusError, with nothing changed, where there is no step from its format.
    """
    while (start := _format(database, state_id)) != to:
        _require_steps(start, to, path)
        version = database.version()
        kept = free_name(path, "before-migration")
        copy_whole(database, kept)
        with database.transaction():
            if database.version() == version:
                _take_steps(database, start, to=to, state_id=state_id)
                return kept
        kept.unlink()  # somebody wrote meanwhile: it is no copy of what would be migrated
    return None


def _take_steps(database: Database, start: int, *, to: int, state_id: int) -> None:
    for number in range(start, to):
        STEPS[number](database)
    state = _state(database, state_id)
    database.table("meta").write_all([Document({**state, "format": to}, state_id)])


def _require_steps(start: int, to: int, path: Path) -> None:
    """Refuse a format that there is no way from, before anything is written."""
    if start not in STEPS:
        raise CorpusError(
            f"{path} is of format {start}, which this reviewcli cannot read (it knows {to}).",
            hint="Nothing was changed. Name the file of another corpus with --corpus.",
        )


def _format(database: Database, state_id: int) -> int:
    return int(_state(database, state_id)["format"])


def _state(database: Database, state_id: int) -> Document:
    state = database.table("meta").get(doc_id=state_id)
    assert isinstance(state, Document)
    return state
