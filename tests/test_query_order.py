"""Reviews come in the order that is asked for, and in that of numbers where they are alike."""

from dataclasses import replace

import pytest

from reviewcli.model import Boundary, Review
from reviewcli.query.order import by_number, in_order
from reviewcli.query.parse import parse_request
from reviewcli.query.request import Order, Request
from reviewcli.query.tree import Everything
from tests.conftest import ADA, MakeCorpus, Run, source
from tests.test_query_match import make_review


def review(number: int, text: str = "One.") -> Review:
    return make_review(text, number=number)


REVIEWS = [
    replace(review(1, "One two Lenin."), date="2020-05", rating=4.0, title="Émile", source="b.txt"),
    replace(review(2), date="2020-05-01", rating=9.0, rating_scale=10.0, author="Zoe", helpful=3),
    replace(review(3, "Lenin Lenin."), date="2021", title="alpha", author="ada", helpful=10),
    replace(review(4), rating=1.0, item="x", after=Boundary(0.3), source="a.txt"),
]


@pytest.mark.parametrize(
    ("wishes", "numbers"),
    [
        ("", [1, 2, 3, 4]),
        ("sort:number-", [4, 3, 2, 1]),
        ("sort:date", [1, 2, 3, 4]),
        ("sort:date-", [3, 1, 2, 4]),
        ("sort:rating", [4, 1, 2, 3]),
        ("sort:rating-", [2, 1, 4, 3]),
        ("sort:words-", [1, 3, 2, 4]),
        ("sort:helpful-", [3, 2, 1, 4]),
        ("sort:title", [3, 1, 2, 4]),
        ("sort:title-", [1, 3, 2, 4]),
        ("sort:author", [3, 2, 1, 4]),
        ("sort:item", [4, 1, 2, 3]),
        ("sort:source", [4, 1, 2, 3]),
        ("sort:confidence", [4, 1, 2, 3]),
        ("Lenin sort:relevance", [3, 1, 2, 4]),
        ("Lenin sort:relevance-", [2, 4, 1, 3]),
        ("sort:words,rating-", [2, 4, 3, 1]),
        ("sort:words sort:rating", [4, 2, 3, 1]),
        ("sort:words-,number-", [1, 3, 4, 2]),
    ],
)
def test_what_a_review_does_not_have_stands_last_either_way(wishes: str, numbers: list[int]) -> None:
    assert in_order(REVIEWS, parse_request(wishes)) == numbers


def test_a_score_from_elsewhere_says_how_well_reviews_answer() -> None:
    request = Request(Everything(), (Order("relevance"),))

    assert in_order(REVIEWS, request, lambda one: one.number) == [4, 3, 2, 1]


@pytest.mark.parametrize(
    ("wishes", "answer"), [("a", True), ("sort:number,date", True), ("sort:number-", False)]
)
def test_the_order_of_numbers_is_known_as_the_one_reviews_stand_in(wishes: str, answer: bool) -> None:  # noqa: FBT001 - a parametrized answer
    assert by_number(parse_request(wishes)) is answer


def test_every_verb_that_lists_keeps_the_order(run: Run) -> None:
    run("count")

    listed = run("list", "lang:en number:1..4", "sort:words-").out
    found = run("search", "lang:en number:1..4", "sort:words-").out
    shown = run("show", "lang:en number:1..4 sort:words-", "--format", "plain").out

    assert [line.split("\t")[0] for line in listed.splitlines()] == ["2", "4", "1", "3"]
    assert found == shown == listed
    assert run("count", "lang:en number:1..4 sort:words-").out == "4\n"


def test_a_long_answer_is_read_in_parts_as_it_is_then(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus(*(f"Text number {number}." for number in range(1, 101)))

    answer = corpus.reviews("text sort:number-")
    first = next(answer).number
    corpus.add_sources([source("Another text.", name="b.txt")], ADA)
    corpus.merge([1, 2], ADA)
    rest = [one.number for one in answer]

    assert (first, rest[0], rest[-1]) == (100, 99, 1)
    assert len(rest) == 98
