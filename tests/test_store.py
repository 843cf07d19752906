"""The store keeps TinyDB's promises, and its own: durable, transactional, safe beside other processes."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.table import Document

from reviewcli.errors import BusyError, CorpusError, NotFoundError, ReviewError
from reviewcli.store import open_store
from reviewcli.store.conditions import Between
from reviewcli.store.database import Database
from reviewcli.store.jsonfile import JsonFileStorage
from reviewcli.store.jsontext import decode, encode
from reviewcli.store.naming import decode_name, field_expression, sql_name
from reviewcli.store.sqlite import SqliteStorage


@pytest.fixture
def database(path: Path) -> Database:
    return open_store(path, create=True, indexes={"notes": ("review",)})


def test_a_person_gets_a_real_tinydb_and_searches_it(database: Database) -> None:
    database.table("reviews").insert({"number": 3, "text": "Arrived broken."})

    found = database.table("reviews").search(where("number") == 3)

    assert isinstance(database, TinyDB)
    assert [document["text"] for document in found] == ["Arrived broken."]


def test_what_was_written_is_there_after_opening_again(path: Path, database: Database) -> None:
    database.table("reviews").insert({"text": "Καλό."})
    database.close()

    with open_store(path) as again:
        assert again.table("reviews").all() == [{"text": "Καλό."}]


def test_a_file_is_made_private_to_its_owner(path: Path, database: Database) -> None:
    database.insert({"a": 1})

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


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


def test_a_table_that_was_dropped_is_gone(database: Database) -> None:
    database.table("notes").insert({"review": 1})
    database.insert({"a": 1})

    database.drop_table("notes")

    assert database.tables() == {"_default"}


def test_names_that_differ_only_in_case_are_two_tables(database: Database) -> None:
    database.table("Notes").insert({"a": 1})
    database.table("notes").insert({"a": 2})

    assert database.tables() == {"Notes", "notes"}
    assert database.table("Notes").all() == [{"a": 1}]


@given(st.text(min_size=1))
def test_a_tables_sql_name_can_be_read_back(name: str) -> None:
    assert decode_name(sql_name(name)[1:-1]) == name


def test_only_a_plain_field_name_becomes_sql() -> None:
    with pytest.raises(ValueError, match="not a field name"):
        field_expression("a') --")


def test_a_condition_answered_by_sqlite_finds_what_calling_it_finds(database: Database) -> None:
    notes = database.table("notes")
    notes.insert_multiple({"review": n % 5} for n in range(20))
    notes.insert({"review": "2"})
    notes.insert({})
    condition = Between("review", 2, 3)

    found = notes.search(condition)

    assert found == [one for one in notes.all() if condition(one)]
    assert len(found) == 8
    assert not condition.is_cacheable()


def test_the_index_is_used_for_a_condition_on_it(tmp_path: Path) -> None:
    storage = SqliteStorage(tmp_path / "a.db", indexes={"notes": ("review",)})
    storage.create_table("notes")
    where_, parameters = Between("review", 1, 1).as_sql()

    plan = storage.query(f"EXPLAIN QUERY PLAN SELECT doc FROM {sql_name('notes')} WHERE {where_}", parameters)

    assert "USING INDEX" in str(plan)


def test_documents_are_given_from_an_id_on_in_order(database: Database) -> None:
    database.insert_multiple({"n": n} for n in range(1200))

    ids = [document.doc_id for document in database.table("_default").iter_from(700)]

    assert ids == list(range(700, 1201))


def test_a_document_changed_in_place_is_written_and_others_are_not(database: Database) -> None:
    database.insert_multiple([{"n": 1}, {"n": 2}])

    database.update({"n": 5}, doc_ids=[2])

    assert database.all() == [{"n": 1}, {"n": 5}]


def test_many_are_written_and_removed_as_one_write(database: Database) -> None:
    table = database.table("notes")
    table.insert_multiple([{"n": 1}, {"n": 2}])

    table.write_all([Document({"n": 9}, 2), Document({"n": 7}, 7)], removed=[1, 99])

    assert {one.doc_id: dict(one) for one in table} == {2: {"n": 9}, 7: {"n": 7}}


def test_removing_what_is_not_there_from_the_mapping_is_a_key_error(tmp_path: Path) -> None:
    database = open_store(tmp_path / "a.db", create=True)

    def delete(rows: dict[int, object]) -> None:
        assert len(rows) == 0
        del rows[5]

    with pytest.raises(KeyError):
        database.table("t")._update_table(delete)


def test_stock_tinydb_can_use_the_storage_too(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "a.db", storage=SqliteStorage) as stock:
        stock.insert({"a": 1})
        stock.table("other").insert({"b": 2})

    with open_store(tmp_path / "a.db") as ours:
        assert ours.tables() == {"_default", "other"}
        assert ours.all() == [{"a": 1}]


def test_an_inner_failure_takes_back_only_the_inner_writes_in_sqlite(tmp_path: Path) -> None:
    database = open_store(tmp_path / "a.db", create=True)

    with database.transaction():
        database.insert({"a": 1})
        with pytest.raises(ValueError, match="already exists"):
            database.insert_multiple([Document({"a": 2}, 2), Document({"a": 1}, 1)])

    assert database.all() == [{"a": 1}]


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


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(VALUES)
def test_json_text_holds_every_value_exactly_and_fits_utf8(value: object) -> None:
    text = encode(value)

    assert decode(text) == value
    text.encode("utf-8")


@given(document=st.dictionaries(st.text(st.characters()), VALUES))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_document_comes_back_as_it_was_put_in(path: Path, document: dict[str, object]) -> None:
    with open_store(path, create=True) as database:
        doc_id = database.insert(document)

        assert database.get(doc_id=doc_id) == document


def test_documents_are_got_by_their_ids_in_order(database: Database) -> None:
    database.insert_multiple({"n": n} for n in range(5))

    assert [one["n"] for one in database.get(doc_ids=[4, 2, 99])] == [1, 3]
    assert database.get(doc_id="no number") is None
    assert database.contains(doc_id=3)


def test_upsert_updates_or_inserts_in_one_step(database: Database) -> None:
    database.upsert({"n": 1}, where("n") == 1)
    database.upsert({"n": 1, "m": 2}, where("n") == 1)

    assert database.all() == [{"n": 1, "m": 2}]


def test_all_documents_are_removed_at_once(database: Database) -> None:
    database.insert_multiple({"n": n} for n in range(5))

    database.truncate()

    assert database.all() == []
    assert database.insert({"n": 1}) == 1


def test_a_place_that_is_a_device_folder_cannot_hold_a_corpus() -> None:
    with pytest.raises(ReviewError, match="cannot be written"):
        open_store("/proc/corpus.db", create=True)


def test_a_json_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    file = tmp_path / "folder.json"
    file.mkdir()

    with pytest.raises(ReviewError, match="cannot be read"):
        open_store(file).all()


def test_a_snapshot_inside_another_is_the_same_one(database: Database) -> None:
    with database.snapshot(), database.snapshot():
        assert database.all() == []


def test_a_json_lock_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    database = open_store(file, create=True)
    (tmp_path / "a.json.lock").mkdir()

    with pytest.raises(ReviewError, match="cannot be written"):
        database.insert({"a": 1})
