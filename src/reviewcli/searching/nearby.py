"""Find the words of reviews that are spelt like another, by the index of a corpus."""

from collections.abc import Callable, Iterator

from reviewcli.indexing import language_of
from reviewcli.query.respelling import Known
from reviewcli.searching.vocabulary import Vocabulary
from reviewcli.store.database import Database, SqliteDatabase


def nearby(database: Database) -> Callable[[str], Iterator[Known]] | None:
    """Return what gives the words that answer another or are spelt like it, from an index if there is one."""
    index = database.words("reviews")
    if index is None or not isinstance(database, SqliteDatabase):
        return None
    vocabulary, fts = Vocabulary(database, index), index.fts
    counted = f"SELECT count(*) FROM {fts} WHERE {fts} MATCH ?"

    def give(word: str) -> Iterator[Known]:
        for marker, form in {*vocabulary.answering(word), *vocabulary.near(word)}:
            reviews = database.rows(counted, (f'"{marker}{form}"',))[0][0]
            yield Known(form, language_of(marker), reviews)

    return give
