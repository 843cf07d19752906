"""Every way to ask a corpus answers as a reading of the query that shares nothing with it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewcli.model import Annotation, Boundary, Review
from reviewcli.query.match import matches
from reviewcli.query.parse import parse
from reviewcli.query.printing import to_string
from reviewcli.query.tree import (
    And,
    By,
    Dated,
    Everything,
    Holds,
    Is,
    Language,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Tag,
    Within,
    all_of,
    any_of,
)
from tests.conftest import ADA, MakeCorpus, source
from tests.test_query_match import make_review

TEXTS = ["good book", "a good long book", "bad", "buch gut", "book bad good"]
NAMES = ["ada", "ben", "ada ray"]
DATES = ["2020", "2020-02", "2020-02-29", "2021-01-01", "2019-12-31"]


def maybe(values: list[str]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(values)


GIVEN_LABELS = st.lists(
    st.builds(
        Annotation,
        st.sampled_from(["mixed", "critical"]),
        st.sampled_from(["sentiment", "other", ""]),
        st.sampled_from(NAMES),
        st.just("2024"),
    ),
    max_size=3,
).map(tuple)
REVIEWS: st.SearchStrategy[Review] = st.builds(
    lambda number, text, fields: replace(make_review(text, number=number), **fields),
    st.integers(1, 5),
    st.sampled_from(TEXTS),
    st.fixed_dictionaries(
        {
            "language": maybe(["en", "de"]),
            "title": maybe(TEXTS),
            "author": maybe(NAMES),
            "item": maybe(TEXTS),
            "source": st.sampled_from(["good.txt", "a book.html"]),
            "date": maybe(DATES),
            "rating": st.none() | st.sampled_from([0.0, 1.0, 3.5, 5.0]),
            "rating_scale": st.none() | st.sampled_from([5.0, 10.0]),
            "helpful": st.none() | st.integers(0, 4),
            "verified": st.none() | st.booleans(),
            "recommended": st.none() | st.booleans(),
            "after": st.sampled_from([Boundary(), Boundary(0.5), Boundary(0.9, ("a reader decided",))]),
            "annotations": GIVEN_LABELS,
            "notes": st.lists(st.sampled_from(TEXTS), max_size=2).map(tuple),
        }
    ),
)
WORDS = ["good", "book", "bad", "buch", "long"]
WANTED = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(lambda found: Phrase(tuple(found))),
    st.sampled_from(["go", "b", "book", "x"]).map(lambda beginning: Prefix((beginning,))),
    st.sampled_from(["goad", "book"]).map(Near),
)
STATES = "tagged untagged disputed noted doubtful decided rated dated verified recommended".split()
DAYS = ["2019-12-31", "2020-01-01", "2020-02-29", "2021-01-01"]
CLAUSES = [
    *(f"tag:{label}" for label in ("mixed", "critical", "negative", "other")),
    *(f"by:{name}" for name in ("ada", "ben", '"ada ray"')),
    *(f"lang:{code}" for code in ("en", "de", "none")),
    *(f"is:{state}" for state in STATES),
    *(f"{field}:{ends}" for field in ("number", "words", "helpful") for ends in ("2", "<3", ">=2", "1..2")),
    *(f"rating:{ends}" for ends in ("3.5", "7/10", ">2.5", "..1", "0", "5..")),
    *(f"date:{ends}" for ends in ("2020", "2020-02", ">2020", "<=2020-02", "2019-12-31..2020-01-01")),
]
LEAVES = st.one_of(
    WANTED,
    st.sampled_from(CLAUSES).map(parse),
    st.builds(Holds, st.sampled_from(["author", "title", "item", "source", "note"]), WANTED),
    st.builds(Dated, st.sampled_from(DAYS[:2]), st.none() | st.sampled_from(DAYS[2:])),
)
QUERIES: st.SearchStrategy[Query] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=1, max_size=3).map(all_of),
        st.lists(inner, min_size=1, max_size=3).map(any_of),
    ),
    max_leaves=8,
)


def plain(query: Query, review: Review) -> bool:  # noqa: C901, PLR0911, PLR0912  # a case a node
    """Read a query as a person would, who knows that these texts are plain English words."""
    match query:
        case Everything():
            return True
        case Not(term):
            return not plain(term, review)
        case And(terms):
            return all(plain(term, review) for term in terms)
        case Or(terms):
            return any(plain(term, review) for term in terms)
        case Phrase() | Prefix() | Near():
            return said(query, f"{review.title or ''} / {review.text}")
        case Holds(field, wanted):
            held = review.notes if field == "note" else [getattr(review, field) or ""]
            return any(said(wanted, text) for text in held)
        case Tag(label):
            return label in [one.label for one in review.annotations]
        case By(name):
            return name in [one.annotator for one in review.annotations]
        case Language(code):
            return code == (review.language or "none")
        case Is(state):
            return state in states(review)
        case Within(field, low, high, strict):
            return inside(numbers(review)[field], low, high, strict=strict)
        case Dated(low, high):
            whole = review.date and date.fromisoformat(review.date + "2020-01-01"[len(review.date) :])
            return bool(whole) and (low or "0001-01-01") <= str(whole) <= (high or "9999-12-31")
        case _:
            raise AssertionError(query)


def said(wanted: Phrase | Prefix | Near, text: str) -> bool:
    match wanted:
        case Phrase(words):
            pattern = r"\b" + r"\W+".join(words) + r"\b"
        case Prefix(words):
            pattern = r"\b" + words[0]
        case Near(word):
            pattern = {"goad": r"\bgood\b", "book": r"\b(book|bock)\b"}[word]
    return re.search(pattern, text.replace("/", "|")) is not None


def states(review: Review) -> Iterator[str]:
    yield "tagged" if review.annotations else "untagged"
    for name in ("notes", "date", "verified", "recommended"):
        if getattr(review, name):
            yield {"notes": "noted", "date": "dated"}.get(name, name)
    if review.rating is not None:
        yield "rated"
    if review.after.confidence < 0.8:
        yield "doubtful"
    if "a reader decided" in (*review.after.reasons, *review.before.reasons):
        yield "decided"
    for one in review.annotations:
        if {other.label for other in review.annotations if one.group == other.group != ""} > {one.label}:
            yield "disputed"


def numbers(review: Review) -> dict[str, float | None]:
    tenths = {5.0: 2, 10.0: 1}[review.rating_scale or 5.0]
    rating = None if review.rating is None else review.rating * tenths / 2
    return {
        "number": review.number,
        "words": len(review.text.split()),
        "helpful": review.helpful,
        "rating": rating,
    }


def inside(number: float | None, low: float | None, high: float | None, *, strict: bool) -> bool:
    if number is None:
        return False
    if low is not None and (number < low or (strict and number == low)):
        return False
    return not (high is not None and (number > high or (strict and number == high)))


@settings(max_examples=400)
@given(QUERIES, REVIEWS)
def test_a_query_means_what_a_plain_reading_says(query: Query, review: Review) -> None:
    assert matches(query, review) == plain(query, review)


def test_a_corpus_answers_every_clause_as_a_plain_reading_does(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus(*TEXTS)
    corpus.tag([1, 2], "mixed", ADA)
    corpus.tag([1], "critical", replace(ADA, annotator="ben"))
    corpus.note([2, 3], "good book", ADA)
    everything = list(corpus.reviews())

    for clause in CLAUSES:
        expected = [one.number for one in everything if plain(parse(clause), one)]
        assert corpus.numbers(clause) == expected, clause
        assert corpus.count(clause) == len(expected), clause


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(queries=st.lists(QUERIES, min_size=1, max_size=8))
def test_a_corpus_answers_any_query_as_it_is_meant(make_corpus: MakeCorpus, queries: list[Query]) -> None:
    corpus = make_corpus()
    if not corpus.count():
        corpus.add_sources([source(*TEXTS)], ADA)
        corpus.tag([1, 2], "mixed", ADA)
        corpus.note([2, 3], "good book", ADA)
    everything = list(corpus.reviews())

    for query in queries:
        expected = [one.number for one in everything if matches(query, one)]
        assert corpus.numbers(to_string(query)) == expected
        assert corpus.count(to_string(query)) == len(expected)
