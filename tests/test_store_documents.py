"""Documents come back as they were put in, and conditions find them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import where
from tinydb.table import Document

from reviewcli.store import open_store
from reviewcli.store.conditions import Between
from reviewcli.store.database import Database
from reviewcli.store.jsontext import decode, encode
from reviewcli.store.naming import decode_name, field_expression, sql_name
from reviewcli.store.sqlite import SqliteStorage


def test_what_was_written_is_there_after_opening_again(path: Path, database: Database) -> None:
    database.table("reviews").insert({"text": "Καλό."})
    database.close()

    with open_store(path) as again:
        assert again.table("reviews").all() == [{"text": "Καλό."}]


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


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


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


@given(VALUES)
def test_json_text_holds_every_value_exactly_and_fits_utf8(value: object) -> None:
    text = encode(value)

    assert decode(text) == value
    text.encode("utf-8")


def test_a_json_file_has_a_document_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with open_store(path, create=True) as database:
        database.table("notes").insert_multiple(
            [{"text": "Καλό.\nNo."}, {"text": "\ud800", "in": {"a": [1]}}]
        )
        database.table("more").insert({})

    assert path.read_text(encoding="utf-8") == (
        '{\n"notes": {\n "1": {"text": "Καλό.\\nNo."},\n "2": {"text": "\\ud800", "in": {"a": [1]}}\n},'
        '\n"more": {\n "1": {}\n}\n}\n'
    )
