"""Run reviewcli with a step from a made-up older format: `python -m benchmarks.faults.migration WORDS`."""

from collections.abc import Callable
from pathlib import Path

from tinydb.table import Document

from reviewcli import migrating
from reviewcli.__main__ import main
from reviewcli.store import open_store
from reviewcli.store.database import Database

MODULE = "benchmarks.faults.migration"


def rewind(path: Path) -> None:
    """Make a corpus of format 0, in which reviews kept their text as `body`."""
    with open_store(path) as database, database.transaction():
        database.table("meta").update({"format": 0})
        _rename(database, "text", "body")


def _rename(database: Database, old: str, new: str) -> None:
    table = database.table("reviews")
    renamed = ({new if name == old else name: value for name, value in one.items()} for one in table)
    table.write_all([Document(one, number) for one, number in zip(renamed, _numbers(database), strict=True)])


def _numbers(database: Database) -> list[int]:
    return [one.doc_id for one in database.table("reviews")]


def install_step() -> None:
    """Let reviewcli know the way from format 0 to 1."""
    steps: dict[int, Callable[[Database], None]] = {0: lambda database: _rename(database, "body", "text")}
    migrating.STEPS = steps


if __name__ == "__main__":
    install_step()
    main()
