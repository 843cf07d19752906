"""Compare a word index with the documents that it is of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reviewcli.errors import CorpusError
from reviewcli.store.rows import LazyTable

if TYPE_CHECKING:
    from reviewcli.store.rows import Rows
    from reviewcli.store.words import WordIndex

_ALL_BITS = (1 << 64) - 1


def faults(index: "WordIndex", table: str, documents: LazyTable, rows: "Rows") -> Iterator[str]:
    """Say in words what of an index is missing or does not fit the documents; it reads all of them.

    Which words stand in how many documents is compared by a sum of keyed hashes, so that nothing is held.
    """
    wanted = [name[1:-1] for name in (index.fts, index.terms, index.keys)]
    there = {name for (name,) in rows.query("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not there.issuperset(wanted):
        yield f"there is no index of the words of {table}"
        return
    written = _written(index, documents)
    try:
        rows.query("DROP TABLE IF EXISTS temp.indexed")
        rows.query(f"CREATE VIRTUAL TABLE temp.indexed USING fts5vocab(main, {index.fts}, row)")
        if _said(index, rows) != written:
            yield f"the index of the words of {table} does not fit what they say"
        elif _unknown(index, rows):
            yield f"the index of the words of {table} does not know all of them"
    except CorpusError:
        yield f"the index of the words of {table} cannot be read"


def _said(index: "WordIndex", rows: "Rows") -> tuple[int, int, int]:
    """Sum up what the index says: how many documents, how many words in all, and which in how many."""
    words = seen = 0
    last = ""
    while page := rows.query("SELECT term, doc, cnt FROM temp.indexed WHERE term > ? LIMIT 10000", (last,)):
        for term, found, count in page:
            words += count
            seen = (seen + hash(term) * found) & _ALL_BITS
        last = page[-1][0]
    total = rows.query(f'SELECT count(*) FROM {index.fts[:-1]}_docsize"')[0][0]
    return total, words, seen


def _written(index: "WordIndex", documents: LazyTable) -> tuple[int, int, int]:
    """Sum up the same of the documents."""
    total = words = seen = 0
    for _, document in documents.pairs():
        marker, forms = index.analysis.terms(document)
        total += 1
        words += len(forms)
        seen = (seen + sum(hash(marker + form) for form in set(forms))) & _ALL_BITS
    return total, words, seen


def _unknown(index: "WordIndex", rows: "Rows") -> bool:
    """Tell whether a word stands in the index and not in the vocabulary."""
    missing = (
        f"SELECT 1 FROM temp.indexed WHERE NOT EXISTS (SELECT 1 FROM {index.terms} AS known"
        " WHERE known.word = substr(term, 2) AND known.marker = substr(term, 1, 1)) LIMIT 1"
    )
    return bool(rows.query(missing))
