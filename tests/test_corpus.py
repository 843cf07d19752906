"""A corpus keeps reviews and what people say of them, and every write is one change."""

import json
import sqlite3
from pathlib import Path

import pytest
from tinydb import where

from reviewcli.changes import Stamp
from reviewcli.corpus import create_corpus, open_corpus
from reviewcli.errors import CorpusError, NotFoundError, QueryError, ReviewError, UsageError
from reviewcli.model import Boundary, Span
from reviewcli.opening import FORMAT, read_state
from reviewcli.sources.bundled import bundled_source
from reviewcli.store import open_store
from tests.conftest import ADA, MakeCorpus, source

BEN = Stamp("ben", "2026-01-03T00:00:00.000+00:00", "reviewcli tag 1 critical")


def test_the_bundled_text_is_eight_reviews_one_of_them_greek(path: Path) -> None:
    create_corpus(path, [bundled_source()], ADA)

    with open_corpus(path) as corpus:
        reviews = list(corpus.reviews())

    paragraphs = bundled_source().text.splitlines()
    groups = [(0, 2), (2, 10), (10, 11), (11, 15), (15, 16), (16, 17), (17, 18), (18, 19)]
    assert [review.text for review in reviews] == ["\n".join(paragraphs[a:b]) for a, b in groups]
    assert [review.number for review in reviews] == list(range(1, 9))
    assert [review.language for review in reviews] == ["en"] * 4 + ["el"] + ["en"] * 3
    assert {review.source for review in reviews} == {"reviews.txt"}


def test_a_person_reads_the_corpus_with_plain_tinydb(make_corpus: MakeCorpus, path: Path) -> None:
    make_corpus("Good.", "Bad.").close()

    with open_store(path) as database:
        found = database.table("reviews").search(where("number") == 2)

    assert found[0]["text"] == "Bad."


def test_a_span_finds_the_text_in_its_source(make_corpus: MakeCorpus) -> None:
    given = source("Good.", "Bad, and long.")
    corpus = make_corpus()
    corpus.add_sources([given], ADA)

    for review in corpus.reviews():
        assert given.text[review.span.start : review.span.end] == review.text


def test_the_same_source_imported_twice_adds_nothing(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.", "Good.")

    again = corpus.add_sources([source("Good.", "Bad.", "Good.")], ADA)

    assert corpus.count() == 3
    assert (len(again[0].numbers), again[0].known) == (0, 3)


def test_the_same_bytes_under_another_name_are_the_same_source(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.")
    copy = source("Good.", "Bad.")._replace(name="copy.txt", path="/elsewhere/copy.txt")

    again = corpus.add_sources([copy], ADA)

    assert again[0].known == 2


def test_a_source_that_has_grown_gives_only_what_is_new(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.")

    again = corpus.add_sources([source("Good.", "Meh.", "Bad.")], ADA)

    assert [review.text for review in corpus.reviews()] == ["Good.", "Bad.", "Meh."]
    assert again[0].numbers == range(3, 4)


def test_the_same_words_from_another_source_are_another_review(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.")

    corpus.add_sources([source("Good.", "Bad.", name="other.txt")], ADA)

    assert [review.text for review in corpus.reviews()] == ["Good.", "Good.", "Bad."]


def test_tagging_again_replaces_the_label_of_the_group(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.")

    first = corpus.tag([1, 2], "positive", ADA)
    second = corpus.tag([2], "negative", ADA)
    third = corpus.tag([2], "critical", ADA)

    assert [one.removed for one in first] == [(), ()]
    assert [(one.removed, one.added) for one in second] == [(("positive",), "critical")]
    assert not third[0].changed
    assert [review.labels for review in corpus.reviews()] == [("positive",), ("critical",)]


def test_labels_of_several_annotators_are_kept_apart(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.")
    corpus.tag([1], "positive", ADA)

    corpus.tag([1], "critical", BEN)
    corpus.untag([1], None, ADA)

    assert [(one.label, one.annotator) for one in corpus.get([1])[0].annotations] == [("critical", "ben")]


def test_a_label_outside_any_group_excludes_no_other(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.")
    corpus.tag([1], "positive", ADA)

    corpus.tag([1], "funny", ADA, new=True)
    removed = corpus.untag([1], "funny", ADA)

    assert [label.name for label in corpus.labels()][-1] == "funny"
    assert removed[0].removed == ("funny",)
    assert corpus.get([1])[0].labels == ("positive",)


def test_the_history_keeps_every_write_and_no_ids_are_used_again(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.")
    corpus.tag([1], "positive", ADA)
    corpus.untag([1], None, ADA)
    corpus.tag([2], "critical", BEN)
    corpus.tag([2], "critical", BEN)

    history = corpus.database.table("changes").all()

    assert [len(change["edits"]) for change in history] == [2, 1, 1, 1]
    assert [change["annotator"] for change in history] == ["ada", "ada", "ada", "ben"]
    assert history[0]["edits"][-1]["ids"] == [1, 2] or history[0]["edits"][0]["ids"] == [1, 2]
    assert history[2]["edits"][0]["old"]["label"] == "positive"
    assert [one.doc_id for one in corpus.database.table("annotations")] == [2]


def test_a_dry_run_says_what_would_be_done_and_changes_nothing(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.")
    before = read_state(corpus.database)

    would = corpus.tag([1], "brand-new", ADA, new=True, dry_run=True)

    assert would[0].added == "brand-new"
    assert corpus.get([1])[0].labels == ()
    assert read_state(corpus.database) == before


def test_a_failed_write_changes_nothing(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.")
    before = {name: corpus.database.table(name).all() for name in corpus.database.tables()}

    with pytest.raises(NotFoundError, match=r"no review 7; the numbers are 1 to 1\."):
        corpus.tag([1, 7], "funny", ADA, new=True)
    with pytest.raises(UsageError):
        corpus.tag([1], "not a label", ADA, new=True)
    with pytest.raises(NotFoundError):
        corpus.untag([1], "none-such", ADA)

    assert {name: corpus.database.table(name).all() for name in corpus.database.tables()} == before


def test_an_empty_corpus_has_no_numbers(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus()

    with pytest.raises(NotFoundError, match="the corpus is empty"):
        corpus.get([1])

    assert corpus.count() == 0


def test_queries_are_answered_in_order_of_number(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus(*[f"Review that says {'good' if n % 2 else 'bad'} number {n}." for n in range(200)])
    corpus.tag([2, 4, 190], "positive", ADA)

    assert [review.number for review in corpus.reviews("tag:positive")] == [2, 4, 190]
    assert corpus.count("good") == 100
    assert corpus.count("is:untagged") == 197
    assert corpus.count("good -number") == 0
    with pytest.raises(QueryError):
        corpus.reviews("colour:red")


def test_founding_a_corpus_that_is_there_leaves_it_alone(make_corpus: MakeCorpus, path: Path) -> None:
    make_corpus("Good.")

    assert not create_corpus(path, [bundled_source()], ADA)

    with open_corpus(path) as corpus:
        assert corpus.count() == 1
    assert not list(path.parent.glob(".*"))


def test_founding_works_where_files_cannot_be_linked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)

    assert create_corpus(path)
    assert not create_corpus(path)
    with open_corpus(path) as corpus:
        assert corpus.count() == 0


def test_a_newer_format_is_refused_untouched(make_corpus: MakeCorpus, path: Path) -> None:
    make_corpus("Good.").close()
    with open_store(path) as database:
        database.table("meta").update({"format": FORMAT + 1})
    before = path.read_bytes()

    with pytest.raises(CorpusError, match="newer reviewcli"):
        open_corpus(path)

    assert path.read_bytes() == before


def test_a_foreign_database_is_no_corpus(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "foreign.db") as connection:
        connection.execute("CREATE TABLE t (a)")
    (tmp_path / "foreign.json").write_text(json.dumps({"_default": {"1": {"a": 1}}}))
    (tmp_path / "empty.db").touch()
    (tmp_path / "spoilt.json").write_text(json.dumps({"meta": {"1": {"format": "one"}}}))

    for name in ("foreign.db", "foreign.json", "empty.db", "spoilt.json"):
        with pytest.raises(CorpusError, match="not a reviewcli corpus"):
            open_corpus(tmp_path / name)


def test_a_corpus_that_is_not_there_or_a_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="There is no corpus"):
        open_corpus(tmp_path / "none.db")
    with pytest.raises(CorpusError, match="is not a file"):
        open_corpus(tmp_path)


def test_a_review_with_fields_missing_is_reported_as_damage(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.")
    corpus.database.table("reviews").update(lambda document: document.pop("text"))

    with pytest.raises(CorpusError, match="Review 1 in"):
        list(corpus.reviews())


def test_fields_that_are_not_known_survive_a_write(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.")
    corpus.database.table("reviews").update({"mood": "sunny", "rating": 4.5, "title": "A title"})

    corpus.tag([1], "positive", ADA)

    assert corpus.database.table("reviews").get(doc_id=1)["mood"] == "sunny"  # type: ignore[index]  # TinyDB
    assert (corpus.get([1])[0].rating, corpus.get([1])[0].title) == (4.5, "A title")


def test_founding_where_nothing_can_be_written_names_the_place() -> None:
    with pytest.raises(ReviewError, match=r"/proc/corpus\.db cannot be written"):
        create_corpus(Path("/proc/corpus.db"))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3)])
def test_a_span_does_not_run_backwards(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_confidence_is_a_probability() -> None:
    with pytest.raises(ValueError, match="not a probability"):
        Boundary(1.5)
