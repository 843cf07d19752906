"""Write and delete many documents of an SQL table, with the index of their words in step."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from reviewcli.store.jsontext import encode
from reviewcli.store.naming import sql_name
from reviewcli.store.rows import LazyTable, parse

if TYPE_CHECKING:
    from reviewcli.store.sqlite import SqliteStorage

BATCH = 500


def put_many(storage: "SqliteStorage", name: str, documents: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
    """Write documents, new or replaced, as they come."""
    index = storage.words(name)
    for batch in batches(documents):
        before = _stored(storage, name, batch) if index else {}
        rows = [(doc_id, encode(document)) for doc_id, document in batch.items()]
        # What may replace can be taken back, before which FTS5 writes all that it has gathered.
        insert = "INSERT" if index and not before else "INSERT OR REPLACE"
        storage.many(f"{insert} INTO {sql_name(name)} VALUES (?, ?)", rows)
        if index:
            index.replace((doc_id, old, batch[doc_id]) for doc_id, old in before.items())
            index.add((doc_id, batch[doc_id]) for doc_id in batch if doc_id not in before)
    if index:
        index.flush()


def delete_many(storage: "SqliteStorage", name: str, ids: Iterable[int]) -> None:
    """Delete the documents of these ids, as far as they are there."""
    index = storage.words(name)
    for batch in batches((doc_id, None) for doc_id in ids):
        if index:
            index.remove(_stored(storage, name, batch).items())
        storage.many(f"DELETE FROM {sql_name(name)} WHERE id = ?", [(doc_id,) for doc_id in batch])


def _stored(storage: "SqliteStorage", name: str, ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Fetch those of some documents that are there."""
    highest = LazyTable(storage, name).highest_id()
    asked = encode([doc_id for doc_id in ids if doc_id <= highest])
    if asked == "[]":
        return {}
    sql = f"SELECT id, doc FROM {sql_name(name)} WHERE id IN (SELECT value FROM json_each(?))"
    return {doc_id: parse(text, storage.path) for doc_id, text in storage.query(sql, (asked,))}


def batches(pairs: Iterable[tuple[int, Any]], size: int = BATCH) -> Iterator[dict[int, Any]]:
    """Gather pairs of id and document into mappings of at most `size`."""
    rest = iter(pairs)
    while batch := dict(islice(rest, size)):
        yield batch
