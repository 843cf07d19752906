"""A write is kept whole or not at all, beside whatever other processes write."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tinydb import TinyDB, where
from tinydb.table import Document

from reviewcli.errors import BusyError
from reviewcli.store import open_store
from reviewcli.store.database import Database
from reviewcli.store.jsonfile import JsonFileStorage
from reviewcli.store.rows import Row
from reviewcli.store.sqlite import SqliteStorage


def test_a_person_gets_a_real_tinydb_and_searches_it(database: Database) -> None:
    database.table("reviews").insert({"number": 3, "text": "Arrived broken."})

    found = database.table("reviews").search(where("number") == 3)

    assert isinstance(database, TinyDB)
    assert [document["text"] for document in found] == ["Arrived broken."]


def test_all_writes_of_a_failed_transaction_are_taken_back(database: Database) -> None:
    database.insert({"a": 1})

    def fail() -> None:
        with database.transaction():
            database.insert({"a": 2})
            database.table("other").insert({"b": 1})
            raise KeyError("after both")

    with pytest.raises(KeyError):
        fail()

    assert database.all() == [{"a": 1}]
    assert database.table("other").all() == []


def test_a_write_inside_a_snapshot_is_refused(database: Database) -> None:
    with database.snapshot(), pytest.raises(RuntimeError, match="snapshot"):
        database.insert({"a": 1})

    assert database.all() == []


def test_a_snapshot_does_not_see_what_others_write_meanwhile(path: Path, database: Database) -> None:
    database.insert({"a": 1})
    other = open_store(path)

    with database.snapshot():
        before = len(database)
        other.insert({"a": 2})
        during = len(database)

    assert (before, during, len(database)) == (1, 1, 2)


def test_a_cached_search_does_not_outlive_a_write_of_another(path: Path, database: Database) -> None:
    other = open_store(path)
    first = database.search(where("a") == 1)

    other.insert({"a": 1})

    assert first == []
    assert database.search(where("a") == 1) == [{"a": 1}]


def test_two_that_insert_in_turn_never_choose_the_same_id(path: Path, database: Database) -> None:
    other = open_store(path)

    ids = [store.insert({"n": n}) for n in range(3) for store in (database, other)]

    assert ids == [1, 2, 3, 4, 5, 6]


def test_processes_that_write_at_once_lose_nothing(path: Path, database: Database) -> None:
    database.close()
    code = (
        "import sys; from reviewcli.store import open_store\n"
        "with open_store(sys.argv[1]) as db:\n"
        "    for n in range(25): db.insert({'n': n})\n"
    )

    writers = [subprocess.Popen([sys.executable, "-c", code, path]) for _ in range(4)]

    assert [writer.wait() for writer in writers] == [0] * 4
    with open_store(path) as again:
        assert len(again) == 100


def test_a_writer_that_waits_too_long_is_told_so(path: Path, database: Database) -> None:
    kind = JsonFileStorage if path.suffix == ".json" else SqliteStorage
    impatient = kind(path, patience=0.05)

    with database.transaction(), pytest.raises(BusyError, match="writing to"), impatient.transaction():
        pass


def test_a_table_that_was_dropped_is_gone(database: Database) -> None:
    database.table("notes").insert({"review": 1})
    database.insert({"a": 1})

    database.drop_table("notes")

    assert database.tables() == {"_default"}


def test_an_inner_failure_takes_back_only_the_inner_writes_in_sqlite(tmp_path: Path) -> None:
    database = open_store(tmp_path / "a.db", create=True)

    with database.transaction():
        database.insert({"a": 1})
        with pytest.raises(ValueError, match="already exists"):
            database.insert_multiple([Document({"a": 2}, 2), Document({"a": 1}, 1)])

    assert database.all() == [{"a": 1}]


def test_a_snapshot_inside_another_is_the_same_one(database: Database) -> None:
    with database.snapshot(), database.snapshot():
        assert database.all() == []


@pytest.mark.parametrize("moment", ["SAVEPOINT inner", "RELEASE inner", "COMMIT"])
def test_an_interrupt_just_after_a_statement_is_an_interrupt_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    with open_store(tmp_path / "a.db", create=True) as database:
        database.table("notes").insert({"text": "Kept."})
        storage, query = database._storage, SqliteStorage.query

        def interrupted(self: SqliteStorage, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
            rows = query(self, sql, parameters)
            if sql == moment:
                monkeypatch.undo()
                raise KeyboardInterrupt
            return rows

        monkeypatch.setattr(SqliteStorage, "query", interrupted)
        with pytest.raises(KeyboardInterrupt), database.transaction():
            database.table("notes").insert({"text": "New."})

        assert not storage._connection.in_transaction
        assert len(database.table("notes")) == (2 if moment == "COMMIT" else 1)
        database.table("notes").insert({"text": "More."})
