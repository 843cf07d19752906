"""Every way of answering a query answers as `matches` does, and ranks alike."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb.table import Document

from reviewcli.corpus import Corpus, create_corpus, open_corpus
from reviewcli.documents import annotation_document, review_document
from reviewcli.model import Annotation, Boundary, Review
from reviewcli.query.match import matches
from reviewcli.query.printing import to_string
from reviewcli.query.tree import Near, Not, Phrase, Prefix, Query, Term, Word, all_of, any_of
from reviewcli.searching.ranking import scores_of
from tests.test_query_match import BUNDLED, make_review
from tests.test_query_parse import TERMS

WORDS = st.sampled_from(
    "lenin trotsky τροτσκι τρότσκι троцкий workers worker work party partys parties revolution revolutionary "
    "rosmer rosermer rosmers opposition a or b 東 東京 the and 1917 ١٩١٧ running run ran left".split()
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
OWN: st.SearchStrategy[Review] = st.builds(
    replace,
    st.builds(make_review, TEXTS.filter(bool)),
    language=st.sampled_from([None, "el", "EN", "en", "ru", "xx", "de"]),
    title=st.sampled_from([None, "Left, or É", "or"]),
    author=st.sampled_from([None, "ada", "Trotsky"]),
    item=st.sampled_from([None, "lamp", "a b"]),
    rating=st.sampled_from([None, 0, 2.5, 4, 5.0, 9]),
    rating_scale=st.sampled_from([None, 5.0, 10]),
    date=st.sampled_from([None, "2020", "2020-02", "2020-02-29", "2024-05-31T10:00:00"]),
    helpful=st.sampled_from([None, 0, 3]),
    verified=st.sampled_from([None, True, False]),
    recommended=st.sampled_from([None, True, False]),
    before=st.sampled_from([Boundary(0.5), Boundary(1.0), Boundary(0.9, ("a reader decided",))]),
    annotations=st.lists(
        st.builds(
            Annotation,
            st.sampled_from(["mixed", "Critical", "a", "funny one"]),
            st.sampled_from(["", "sentiment"]),
            st.sampled_from(["ada", "Ben"]),
            st.just("2026-01-02"),
        ),
        max_size=3,
    ).map(tuple),
    notes=st.lists(st.sampled_from(["in german", "a"]), max_size=2).map(tuple),
)
REVIEWS = st.one_of(OWN, st.sampled_from(BUNDLED))
ASKED: st.SearchStrategy[Term] = st.recursive(
    st.one_of(
        WORDS.filter(lambda word: word != "東京").map(lambda word: Word(folded(word))),
        WORDS.filter(lambda word: word != "東京").map(lambda word: Near(folded(word))),
        st.lists(WORDS.filter(lambda word: word != "東京"), min_size=1, max_size=2).map(
            lambda some: Phrase(tuple(map(folded, some)))
        ),
        WORDS.filter(lambda word: word != "東京").map(lambda word: Prefix((folded(word)[:3],))),
        TERMS,
    ),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(all_of),
        st.lists(inner, min_size=2, max_size=3).map(any_of),
    ),
    max_leaves=6,
)


def folded(word: str) -> str:
    from reviewcli.text import fold

    return fold(word)


@contextmanager
def corpus_of(reviews: list[Review], name: str) -> Iterator[Corpus]:
    """A corpus with just these reviews, numbered from 1 on."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        create_corpus(path)
        with open_corpus(path) as corpus:
            fill(corpus, reviews)
            yield corpus


def fill(corpus: Corpus, reviews: list[Review]) -> None:
    database = corpus.database
    documents, annotations, notes = [], [], []
    for number, review in enumerate(reviews, 1):
        origin = {"source": 1, "start": number, "end": number + 1}
        documents.append(Document(review_document(replace(review, number=number), origin), number))
        annotations += [annotation_document(number, one) for one in review.annotations]
        notes += [{"review": number, "text": one} for one in review.notes]
    with database.transaction():
        database.table("reviews").write_all(documents)
        database.table("annotations").insert_multiple(annotations)
        database.table("notes").insert_multiple(notes)


def answering(query: Query, reviews: list[Review]) -> list[int]:
    return [number for number, review in enumerate(reviews, 1) if matches(query, review)]


@settings(max_examples=40)
@given(st.lists(REVIEWS, max_size=6), st.lists(ASKED, min_size=1, max_size=4))
def test_every_engine_answers_as_the_reference_does(reviews: list[Review], queries: list[Query]) -> None:
    for name in ("a.db", "a.json"):
        with corpus_of(reviews, name) as corpus:
            for query in queries:
                asked = to_string(query)
                expected = answering(query, reviews)

                assert [one.number for one in corpus.reviews(asked)] == expected, asked
                assert corpus.count(asked) == len(expected), asked
                assert [one.number for one in corpus.reviews(f"({asked}) sort:number-")] == expected[::-1]


@settings(max_examples=40)
@given(st.lists(REVIEWS, max_size=8), st.lists(ASKED, min_size=1, max_size=3))
def test_every_engine_ranks_alike(reviews: list[Review], queries: list[Query]) -> None:
    with corpus_of(reviews, "a.db") as indexed, corpus_of(reviews, "a.json") as plain:
        for query in queries:
            asked = to_string(query)

            found = [one.number for one in indexed.search(asked)]

            assert found == [one.number for one in plain.search(asked)], asked
            scores = scores_of(query, plain.reviews())
            best = sorted(answering(query, reviews), key=lambda number: (-scores.get(number, 0.0), number))
            assert found == best, asked


@settings(max_examples=40)
@given(st.lists(REVIEWS, min_size=1, max_size=8))
def test_every_engine_finds_the_same_reviews_alike(reviews: list[Review]) -> None:
    with corpus_of(reviews, "a.db") as indexed, corpus_of(reviews, "a.json") as plain:
        found = [one.number for one in indexed.similar(1)]

        assert found == [one.number for one in plain.similar(1)]
        assert 1 not in found
