"""A corpus file is kept whole and private, and what is no corpus is left alone."""

import json
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from tinydb import TinyDB
from tinydb.table import Document

from benchmarks.faults.driving import command, run_in_child
from reviewcli.errors import CorpusError, NotFoundError, ReviewError
from reviewcli.store import open_store
from reviewcli.store.database import Database
from reviewcli.store.sqlite import SqliteStorage
from tests.conftest import MakeCorpus, Run


def test_a_file_is_made_private_to_its_owner(path: Path, database: Database) -> None:
    database.insert({"a": 1})

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_missing_file_is_an_error_unless_it_is_to_be_made(tmp_path: Path) -> None:
    for name in ("none.db", "none.json"):
        with pytest.raises(NotFoundError):
            open_store(tmp_path / name)

    assert list(tmp_path.iterdir()) == [tmp_path / "home"]


def test_a_file_that_is_something_else_is_refused_and_left_alone(path: Path) -> None:
    path.write_bytes(b"\x89PNG and so on" * 100)

    with pytest.raises(CorpusError, match="damaged or is not"):
        open_store(path).all()

    assert path.read_bytes() == b"\x89PNG and so on" * 100


@pytest.mark.parametrize(
    "text", ['["a list"]', '{"t": {"x": {}}}', '{"t": {"1": 5}}', '{"t": 5}', "[" * 100_000]
)
def test_json_of_another_shape_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "some.json"
    file.write_text(text)

    with pytest.raises(CorpusError):
        open_store(file).all()


def test_a_row_that_is_no_document_is_reported_as_damage(tmp_path: Path) -> None:
    file = tmp_path / "corpus.db"
    with open_store(file, create=True) as database:
        database.insert({"a": 1})
    for spoilt in ("not json", "[1]", None):
        with sqlite3.connect(file) as connection:
            connection.execute('UPDATE "docs__default" SET doc = coalesce(?, 5)', (spoilt,))

        with open_store(file) as database, pytest.raises(CorpusError):
            database.all()


def test_opening_a_foreign_sqlite_file_does_not_change_it(tmp_path: Path) -> None:
    file = tmp_path / "foreign.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE t (a)")
    before = file.read_bytes()

    with open_store(file) as database:
        tables = database.tables()

    assert tables == set()
    assert file.read_bytes() == before


def test_a_document_changed_in_place_is_written_and_others_are_not(database: Database) -> None:
    database.insert_multiple([{"n": 1}, {"n": 2}])

    database.update({"n": 5}, doc_ids=[2])

    assert database.all() == [{"n": 1}, {"n": 5}]


def test_stock_tinydb_can_use_the_storage_too(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "a.db", storage=SqliteStorage) as stock:
        stock.insert({"a": 1})
        stock.table("other").insert({"b": 2})

    with open_store(tmp_path / "a.db") as ours:
        assert ours.tables() == {"_default", "other"}
        assert ours.all() == [{"a": 1}]


def test_an_inner_failure_that_is_hidden_takes_everything_back_in_json(tmp_path: Path) -> None:
    database = open_store(tmp_path / "a.json", create=True)

    def hide() -> None:
        with database.transaction():
            database.insert({"a": 1})
            with pytest.raises(ValueError, match="already exists"):
                database.insert(Document({"a": 1}, 1))

    with pytest.raises(RuntimeError, match="none of it was kept"):
        hide()

    assert database.all() == []


def test_a_linked_json_corpus_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    open_store(real, create=True).close()
    link.symlink_to(real)

    with open_store(link) as database:
        database.insert({"a": 1})

    assert link.is_symlink()
    assert json.loads(real.read_text())["_default"] == {"1": {"a": 1}}
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "home",
        "link.json",
        "real.json",
        "real.json.lock",
    ]


def test_a_json_corpus_that_cannot_be_replaced_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.json"
    database = open_store(file, create=True)
    database.insert({"a": 1})
    before = file.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReviewError, match="No space left"):
        database.insert({"a": 2})

    assert file.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


def test_a_file_that_only_may_be_read_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.db"
    with open_store(file, create=True) as database:
        database.insert({"a": 1})
    monkeypatch.setattr(os, "access", lambda *_: False)

    with open_store(file) as database:
        found = database.all()
        with pytest.raises(ReviewError, match="cannot be written"):
            database.insert({"a": 2})

    assert found == [{"a": 1}]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(ReviewError, match="cannot be written"):
        open_store(tmp_path / "file" / "corpus.db", create=True)


def test_a_place_that_is_a_device_folder_cannot_hold_a_corpus() -> None:
    with pytest.raises(ReviewError, match="cannot be written"):
        open_store("/proc/corpus.db", create=True)


def test_a_json_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    file = tmp_path / "folder.json"
    file.mkdir()

    with pytest.raises(ReviewError, match="cannot be read"):
        open_store(file).all()


def test_a_json_lock_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    database = open_store(file, create=True)
    (tmp_path / "a.json.lock").mkdir()

    with pytest.raises(ReviewError, match="cannot be written"):
        database.insert({"a": 1})


def test_a_corpus_can_be_read_where_there_is_no_room_for_what_processes_share(
    make_corpus: MakeCorpus, path: Path, tmp_path: Path
) -> None:
    make_corpus("One.", "Two.").close()

    counted = run_in_child(command("count", "--corpus", path), tmp_path, largest_file=1_000)
    tagged = run_in_child(command("tag", "1", "mixed", "--corpus", path), tmp_path, largest_file=1_000)

    assert (counted.code, counted.out, counted.err) == (0, "2\n", "")
    assert (tagged.code, tagged.out) == (1, "")
    assert "Error: " in tagged.err
    assert run_in_child(command("count", "tag:mixed", "--corpus", path), tmp_path).out == "0\n"


def test_an_sqlite_file_of_another_program_is_refused_as_foreign(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE docs_meta (name TEXT)")
    before = path.read_bytes()

    outcome = run("list", "--corpus", path)

    assert outcome.code == 3
    assert path.read_bytes() == before


def test_what_a_killed_writer_left_is_used_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.json", create=True) as database:
        (tmp_path / ".a.json.tmp").write_text("half of")
        database.table("notes").insert({"text": "whole"})

    assert not (tmp_path / ".a.json.tmp").exists()
    assert "whole" in (tmp_path / "a.json").read_text()


def test_text_that_is_no_utf8_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path, create=True) as database:
        database.table("notes").insert({"text": "whole"})
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE docs_notes SET doc = CAST(x'7b22ff227d' AS TEXT)")
        connection.commit()

    with open_store(path) as database, pytest.raises(CorpusError):
        database.table("notes").all()
