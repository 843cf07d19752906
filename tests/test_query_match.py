import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.model import Annotation, Boundary, Review, Span
from reviewcli.query.compare import Words
from reviewcli.query.forms import answers
from reviewcli.query.groups import DEPTH_LIMIT
from reviewcli.query.match import compile_query, matches, searched_text
from reviewcli.query.parse import parse
from reviewcli.query.spelling import slips_allowed, within
from reviewcli.query.tree import And, Not, Or, Term, Word, all_of, any_of
from reviewcli.text import words
from tests.test_query_parse import TERMS

PARAGRAPHS = (Path(__file__).parents[1] / "data" / "reviews.txt").read_text(encoding="utf-8").splitlines()
REVIEW_ENDS = (0, 2, 10, 11, 15, 16, 17, 18, 19)


def make_review(
    text: str,
    *,
    number: int = 1,
    title: str | None = None,
    labels: tuple[str, ...] = (),
    language: str | None = None,
) -> Review:
    annotations = tuple(Annotation(label, "sentiment", "ada", "2024-01-01T00:00:00Z") for label in labels)
    return Review(
        number,
        f"key{number}",
        text,
        "test",
        Span(0, len(text)),
        language=language,
        title=title,
        annotations=annotations,
    )


BUNDLED = [
    make_review("\n".join(PARAGRAPHS[start:end]), number=number, language="el" if number == 5 else "en")
    for number, (start, end) in enumerate(pairwise(REVIEW_ENDS), 1)
]
REVIEWS: st.SearchStrategy[Review] = st.builds(
    replace,
    st.sampled_from([make_review("a or b 東 1/2"), make_review("ß", labels=("a",)), *BUNDLED]),
    language=st.sampled_from([None, "el", "EN"]),
    before=st.sampled_from([Boundary(0.5), Boundary(1.0)]),
    title=st.sampled_from([None, "A or É", "or"]),
)


@pytest.mark.parametrize(
    ("source", "numbers"),
    [
        ("Zinoviev", [2]),
        ('"Left Opposition"', [1]),
        ('"Opposition Left"', []),
        ("Polibureau", [2]),
        ("Lenin", [1, 2, 4, 5, 7, 8]),
        ("Rosmer", [1, 2, 3, 4, 5, 7, 8]),
        ("ΤΡΟΤΣΚΙ", [1, 2, 4, 5, 7, 8]),
        ('"ΤΡΟΤΣΚΙ"', [5]),
        ("syndicalist", [1, 2, 4, 8]),
        ('"syndicalist"', [1, 2, 4, 8]),
        ("συνέδριο", [5]),
        ("hoopl*", [4]),
        ("over-rehear*", [6]),
        ("over-hear*", []),
        ("Rosermer", [8]),
        ("Rosermer~", [1, 2, 3, 4, 7, 8]),
        ("Rosmer -Lenin", [3]),
        ("drab OR zinoviev", [2, 7]),
        ("-(drab OR zinoviev OR Rosmer)", [6]),
        ("", [1, 2, 3, 4, 5, 6, 7, 8]),
    ],
)
def test_the_bundled_reviews_are_found(source: str, numbers: list[int]) -> None:
    answers = compile_query(parse(source))

    found = [review.number for review in BUNDLED if answers(review)]

    assert found == numbers


def test_words_are_looked_for_in_the_title_too() -> None:
    review = make_review("Dry.", title="Lenin’s Moscow")

    assert searched_text(review) == "Lenin’s Moscow\nDry."
    assert matches(parse("moscow dry"), review)


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("tag:critical", True),
        ("tag:CRITICAL", True),
        ('tag:"off topic"', True),
        ("tag:crit", False),
        ("is:tagged", True),
        ("is:untagged", False),
        ("is:doubtful", True),
        ("lang:el", True),
        ("lang:en", False),
        ("lang:none", False),
    ],
)
def test_fields_are_compared_folded(source: str, answer: bool) -> None:  # noqa: FBT001 - a parametrized answer
    review = replace(make_review("x", labels=("Critical", "Off Topic")), language="EL", after=Boundary(0.5))

    assert matches(parse(source), review) is answer


def test_a_review_of_no_known_language_is_found_as_none() -> None:
    assert matches(parse("lang:none is:untagged -is:doubtful"), make_review("x"))


def test_a_query_of_fields_alone_never_looks_at_the_text() -> None:
    without_text = replace(make_review("x"), text=cast(str, None))
    answers = compile_query(parse("is:tagged x OR lang:el OR -is:untagged"))

    assert not answers(without_text)


@pytest.mark.parametrize(
    ("wanted", "word", "answer"),
    [
        ("len", "lew", False),
        ("lenin", "lenin", True),
        ("lenin", "lenim", True),
        ("lenin", "leinn", True),
        ("lenin", "lein", True),
        ("lenin", "lennin", True),
        ("lenin", "stalin", False),
        ("rosermer", "rosmer", True),
        ("rosermer", "rsoemrer", True),
        ("rosermer", "rosa", False),
        ("zinoviev", "zinovyeva", True),
        ("zinoviev", "xxnovixx", False),
        ("abcdefgh", "ba", False),
        ("abcdefgh", "badcfehg", False),
    ],
)
def test_near_spellings_are_a_few_slips_apart(wanted: str, word: str, answer: bool) -> None:  # noqa: FBT001 - a parametrized answer
    assert within(wanted, word, slips=slips_allowed(wanted)) is answer


NEARBY = st.text("abc", max_size=9)


def full_distance(left: str, right: str) -> int:
    """The whole table, slow and plain: what the band is checked against."""
    rows = [[i + j if not i or not j else 0 for j in range(len(right) + 1)] for i in range(len(left) + 1)]
    for i in range(1, len(left) + 1):
        for j in range(1, len(right) + 1):
            costs = [
                rows[i - 1][j] + 1,
                rows[i][j - 1] + 1,
                rows[i - 1][j - 1] + (left[i - 1] != right[j - 1]),
            ]
            if i > 1 and j > 1 and left[i - 2 : i] == right[j - 2 : j][::-1]:
                costs.append(rows[i - 2][j - 2] + 1)
            rows[i][j] = min(costs)
    return rows[-1][-1]


@given(NEARBY, NEARBY, st.integers(0, 2))
def test_slips_are_counted_as_by_the_whole_table(left: str, right: str, slips: int) -> None:
    assert within(left, right, slips=slips) == (full_distance(left, right) <= slips)


FORMS = sorted({form for review in BUNDLED for form in words(review.text)} | {"троцкии", "東", "zz"})


@given(st.sampled_from(FORMS), st.lists(st.sampled_from(FORMS)), st.sampled_from([None, "en", "el"]))
def test_a_word_is_answered_as_its_forms_are(wanted: str, text: list[str], language: str | None) -> None:
    answer = matches(Word(wanted), make_review(" ".join(text), language=language))

    assert answer == any(answers(wanted, form, language) for form in text)


def test_forms_are_found_after_memory_began_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewcli.query.relatives.KEPT", 3)
    held = Words("a review of syndicalists".split(), "en")

    for text in ("one two three four", "five six seven eight", "syndicalist"):
        Words(text.split(), "en").answering("syndicalist")

    assert list(held.answering("syndicalist")) == ["syndicalists"]


@given(TERMS, REVIEWS)
def test_not_not_means_nothing(term: Term, review: Review) -> None:
    assert matches(Not(Not(term)), review) == matches(term, review)


@given(TERMS, TERMS, REVIEWS)
def test_the_order_of_terms_means_nothing(left: Term, right: Term, review: Review) -> None:
    assert matches(all_of([left, right]), review) == matches(all_of([right, left]), review)
    assert matches(any_of([left, right]), review) == matches(any_of([right, left]), review)


@given(TERMS, TERMS, REVIEWS)
def test_and_or_and_not_follow_de_morgan(left: Term, right: Term, review: Review) -> None:
    neither = Not(any_of([left, right]))

    assert matches(neither, review) == matches(all_of([Not(left), Not(right)]), review)


@given(st.sampled_from(BUNDLED), st.data())
def test_a_review_is_found_by_every_word_and_phrase_of_it(review: Review, data: st.DataObject) -> None:
    stretches = [found.span() for found in re.finditer(r"\w+", review.text)]
    first = data.draw(st.integers(0, len(stretches) - 1))
    last = data.draw(st.integers(first, len(stretches) - 1))

    phrase = review.text[stretches[first][0] : stretches[last][1]]

    assert matches(parse(f"«{phrase}»" if "»" not in phrase else "a OR -a"), review)


def test_the_deepest_query_is_answered() -> None:
    query = parse("-(zz OR a (" * (DEPTH_LIMIT // 3) + "a" + "))" * (DEPTH_LIMIT // 3))

    assert isinstance(matches(query, BUNDLED[0]), bool)


@pytest.mark.parametrize("kind", [And, Or])
def test_a_very_wide_query_is_answered(kind: type[And] | type[Or]) -> None:
    query = kind(tuple(Word(f"w{number}") for number in range(10_000)))

    assert not matches(query, BUNDLED[0])
