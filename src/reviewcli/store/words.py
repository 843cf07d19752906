"""Keep a full-text index of a table and the vocabulary of its words, in step with its documents."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from reviewcli.errors import CorpusError
from reviewcli.store.jsontext import encode
from reviewcli.store.naming import side_name

if TYPE_CHECKING:
    from typing import Protocol

    from reviewcli.store.rows import Rows

    class Analysis(Protocol):
        """What a word index needs to know of the documents of its table."""

        def terms(self, document: Mapping[str, Any]) -> tuple[str, Sequence[str]]:
            """Return the marker of a document, one character, and its words in order."""
            ...

        def keys(self, marker: str, word: str) -> Iterable[str]:
            """Return what a word of documents with this marker can also be found by."""
            ...


Vocabulary: TypeAlias = Callable[[], "Analysis"]
"""Makes the analysis of a table, when it is first needed."""

FRESH, REMEMBERED = 50_000, 400_000
IN_MEMORY = 8 << 20
"""How many bytes of an index FTS5 gathers before it writes them."""


class Term(NamedTuple):
    """A word as it stands in the index: with the marker of the documents that it stands in."""

    marker: str
    word: str


class WordIndex:
    """The words of one table: a contentless FTS5 table of terms, each a marker and a word.

    Beside it stand two tables: every term once, and the keys by which words are found that are not
    known as they are written. All change in the transaction that changes the documents.
    Words must be such that FTS5's tokenizer `ascii` takes each for one token that is folded already.
    """

    def __init__(self, rows: "Rows", table: str, vocabulary: Vocabulary) -> None:
        self._rows = rows
        self._vocabulary = vocabulary
        self._analysis: Analysis | None = None
        self.fts, self.terms, self.keys = (side_name(kind, table) for kind in ("text", "terms", "keys"))
        self._known: dict[str, set[str]] = {}
        self._fresh: list[tuple[str, str]] = []

    @property
    def analysis(self) -> "Analysis":
        """Return how documents are analysed."""
        if self._analysis is None:
            self._analysis = self._vocabulary()
        return self._analysis

    def create(self) -> None:
        """Make the index, empty."""
        fts = self.fts
        self._rows.query(f"CREATE VIRTUAL TABLE {fts} USING fts5(terms, content='', tokenize='ascii')")
        self._rows.query(f"INSERT INTO {fts}({fts}, rank) VALUES ('hashsize', {IN_MEMORY})")
        for name, columns in ((self.terms, "word, marker"), (self.keys, "key, word")):
            self._rows.query(f"CREATE TABLE {name} ({columns}, PRIMARY KEY ({columns})) WITHOUT ROWID")

    def drop(self) -> None:
        """Take the index away, as far as it is there."""
        for name in (self.fts, self.terms, self.keys):
            self._rows.query(f"DROP TABLE IF EXISTS {name}")
        self.forget()

    def clear(self) -> None:
        """Forget all documents."""
        self._rows.query(f"INSERT INTO {self.fts}({self.fts}) VALUES ('delete-all')")
        for name in (self.terms, self.keys):
            self._rows.query(f"DELETE FROM {name}")
        self.forget()

    def add(self, documents: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
        """Index documents that were not there before."""
        analyse = self.analysis.terms
        texts = []
        for doc_id, document in documents:
            marker, words = analyse(document)
            texts.append((doc_id, _text(marker, words)))
            known = self._known.setdefault(marker, {""})
            if fresh := set(words) - known:
                known |= fresh
                self._fresh += [(word, marker) for word in fresh]
        self._rows.many(f"INSERT INTO {self.fts}(rowid, terms) VALUES (?, ?)", texts)
        if len(self._fresh) > FRESH:
            self.flush()

    def remove(self, documents: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
        """Take documents out of the index, given as they were when they were added."""
        texts = [(doc_id, _text(*self.analysis.terms(document))) for doc_id, document in documents]
        delete = f"INSERT INTO {self.fts}({self.fts}, rowid, terms) VALUES ('delete', ?, ?)"
        self._rows.many(delete, texts)

    def replace(self, changed: Iterable[tuple[int, Mapping[str, Any], Mapping[str, Any]]]) -> None:
        """Index documents anew whose words are others than they were; each is given old and new."""
        terms = self.analysis.terms
        others = [(doc_id, old, new) for doc_id, old, new in changed if terms(old) != terms(new)]
        self.remove((doc_id, old) for doc_id, old, _ in others)
        self.add((doc_id, new) for doc_id, _, new in others)

    def flush(self) -> None:
        """Write the terms that are new, with their keys; what is asked of the vocabulary then knows them."""
        if not self._fresh:
            return
        fresh, self._fresh = sorted(self._fresh), []
        if sum(map(len, self._known.values())) > REMEMBERED:
            self._known.clear()
        markers = [("", marker) for marker in sorted({marker for _, marker in fresh})]
        there = (
            "SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE NOT EXISTS"
            f" (SELECT 1 FROM {self.terms} WHERE word = value ->> 0 AND marker = value ->> 1)"
        )
        new = self._rows.query(there, (encode([*markers, *fresh]),))
        self._rows.many(f"INSERT INTO {self.terms} VALUES (?, ?)", new)
        keys = {(key, word) for word, marker in new if word for key in self.analysis.keys(marker, word)}
        self._rows.many(f"INSERT OR IGNORE INTO {self.keys} VALUES (?, ?)", sorted(keys))

    def forget(self) -> None:
        """Forget which terms are written: others may have written since, or it was taken back."""
        self._known.clear()
        self._fresh.clear()

    def total(self) -> int | None:
        """Return how many documents are indexed, without counting; None where the index does not say.

        It is the first number of FTS5's record of averages, which every transaction brings up to date.
        """
        try:
            rows = self._rows.query(f'SELECT block FROM {self.fts[:-1]}_data" WHERE id = 1')
        except CorpusError:
            return None
        return _first_number(rows[0][0]) if rows and rows[0][0] else None


def _text(marker: str, words: Sequence[str]) -> str:
    """Write the terms of a document as the text that FTS5 cuts at its spaces."""
    return marker + f" {marker}".join(words) if words else ""


def _first_number(block: bytes) -> int:
    """Read the first of SQLite's varints: seven bits a byte, the highest first."""
    number = 0
    for byte in block[:9]:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return number
