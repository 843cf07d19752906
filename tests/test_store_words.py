"""The index of words fits the documents after every write, and can be made anew."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb.table import Document

from reviewcli.corpus import open_corpus
from reviewcli.errors import CorpusError
from reviewcli.store import open_store
from reviewcli.store.database import Database
from tests.conftest import MakeCorpus, Run


class Plain:
    """Documents of one text, under a marker that they name."""

    def terms(self, document: Mapping[str, Any]) -> tuple[str, Sequence[str]]:
        return document.get("marker", "a"), document.get("text", "").split()

    def keys(self, marker: str, word: str) -> Iterator[str]:
        yield marker + word[:1]


def opened(path: Path) -> Database:
    return open_store(path, create=True, texts={"notes": Plain})


@pytest.fixture
def words_path(tmp_path: Path) -> Path:
    return tmp_path / "words.db"


def found(path: Path, expression: str) -> list[int]:
    with closing(sqlite3.connect(path)) as shell:
        rows = shell.execute("SELECT rowid FROM text_notes WHERE text_notes MATCH ?", (expression,))
        return [number for (number,) in rows]


def test_what_is_written_replaced_and_deleted_is_indexed_so(words_path: Path) -> None:
    with opened(words_path) as database:
        notes = database.table("notes")
        notes.insert({"text": "red lamp"})
        notes.insert({"text": "green lamp", "marker": "b"})
        notes.insert({"text": "blue lamp"})
        notes.update({"text": "red chair"}, doc_ids=[3])
        notes.remove(doc_ids=[1])

        assert database.damage() == []
        index = database.words("notes")
        assert index is not None
        assert index.total() == 2
    assert found(words_path, "alamp") == []
    assert found(words_path, "blamp") == [2]
    assert found(words_path, '"ared achair"') == [3]


texts = st.lists(st.sampled_from("red green blue lamp chair".split()), max_size=5).map(" ".join)
documents = st.fixed_dictionaries({"text": texts, "marker": st.sampled_from("ab")})
writes = st.lists(st.tuples(st.integers(1, 6), st.none() | documents), max_size=8)


@settings(max_examples=25)
@given(st.lists(st.tuples(writes, st.booleans()), max_size=4))
def test_the_index_fits_after_any_writes_kept_or_taken_back(
    tmp_path_factory: pytest.TempPathFactory, batches: list[tuple[Any, bool]]
) -> None:
    with opened(tmp_path_factory.mktemp("words") / "words.db") as database:
        for batch, kept in batches:
            present = [Document(document, number) for number, document in batch if document is not None]
            try:
                with database.transaction():
                    database.table("notes").write_all(
                        present, [number for number, one in batch if one is None]
                    )
                    if not kept:
                        raise KeyboardInterrupt
            except KeyboardInterrupt:
                pass

        assert database.damage() == []
        index = database.words("notes")
        assert index is not None
        assert len(database.table("notes")) == (index.total() or 0)


def test_a_table_that_is_emptied_or_dropped_has_no_words(words_path: Path) -> None:
    with opened(words_path) as database:
        database.table("notes").insert({"text": "red lamp"})
        database.table("notes").truncate()
        assert database.damage() == []
        assert found(words_path, "ared") == []

        database.table("notes").insert({"text": "red lamp"})
        database.drop_table("notes")
        database.table("notes").insert({"text": "green lamp"})

        assert database.damage() == []
    assert found(words_path, "alamp") == [1]


def test_words_that_are_written_by_others_stay_known(words_path: Path) -> None:
    with opened(words_path) as one, opened(words_path) as other:
        one.table("notes").insert({"text": "red"})
        other.table("notes").insert({"text": "red green"})
        other.table("notes").remove(doc_ids=[1, 2])
        other.rebuild_indexes()

        one.table("notes").insert({"text": "red"})

        assert one.damage() == []


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("DROP TABLE text_notes", "there is no index of the words of notes"),
        ("DROP TABLE keys_notes", "there is no index of the words of notes"),
        ("DELETE FROM terms_notes WHERE word = 'lamp'", "does not know all of them"),
        ("DELETE FROM docs_notes WHERE id = 2", "does not fit what they say"),
        ("UPDATE docs_notes SET doc = replace(doc, 'red', 'pink')", "does not fit what they say"),
        ("DELETE FROM text_notes_data WHERE id > 10", "cannot be read"),
    ],
)
def test_an_index_that_does_not_fit_is_told_and_made_anew(words_path: Path, harm: str, said: str) -> None:
    with opened(words_path) as database:
        database.table("notes").insert_multiple([{"text": "red lamp"}, {"text": "green lamp"}])
    with closing(sqlite3.connect(words_path)) as shell:
        shell.execute(harm)
        shell.commit()

    with opened(words_path) as database:
        (problem,) = database.damage()
        database.rebuild_indexes()

        assert said in problem
        assert "index" in problem
        assert database.damage() == []


def test_a_corpus_whose_index_was_deleted_says_so_and_is_repaired(
    run: Run, make_corpus: MakeCorpus, tmp_path: Path
) -> None:
    corpus = make_corpus("Good lamp.", "Bad chair.")
    if corpus.path.suffix == ".json":
        pytest.skip("there is no index in it")
    path = corpus.path
    corpus.close()
    with closing(sqlite3.connect(path)) as shell:
        shell.execute("DROP TABLE text_reviews")

    searched = run("search", "lamp", "--corpus", path)
    repaired = run("check", "--repair", "--corpus", path)
    again = run("count", "lamp", "--corpus", path)

    assert searched.code == 3
    assert "index of words" in searched.err
    assert "check --repair" in searched.err
    assert (repaired.code, again.out) == (0, "1\n")


def test_an_index_that_is_missing_stops_what_would_write_to_it(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good lamp.")
    if corpus.path.suffix == ".json":
        pytest.skip("there is no index in it")
    corpus.database.rows("DROP TABLE terms_reviews")

    with pytest.raises(CorpusError, match="index of words"), open_corpus(corpus.path) as other:
        other.database.table("reviews").update({"text": "Another."}, doc_ids=[1])
