import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.query.parse import parse
from reviewcli.query.respelling import FEW, Known, as_written, better_spelling, respellings, vocabulary
from reviewcli.query.spelling import slips_allowed, within
from tests.test_query_match import BUNDLED, make_review


def known(**counts: int) -> list[Known]:
    return [Known(form, "en", count) for form, count in counts.items()]


@pytest.mark.parametrize(
    ("word", "counts", "better"),
    [
        ("rosrmer", {"rosmer": 1}, "rosmer"),
        ("lenim", {"lenin": 1, "lenis": 9}, "lenis"),
        ("rosermer", {"rosermex": 1, "rosmer": 9}, "rosermex"),
        ("lenim", {"lenin": 2, "lenik": 2}, "lenik"),
        ("lex", {"len": 9}, None),
        ("lenim", {"stalin": 9}, None),
        ("rosermer", {"rosermer": 1, "rosmer": 5}, "rosmer"),
        ("rosermer", {"rosermer": 1, "rosmer": 4}, None),
        ("rosermer", {"rosermer": FEW + 1, "rosmer": 999}, None),
        ("rosermer", {"rosermers": FEW + 1, "rosmer": 999}, None),
        ("lenim", {"lenim": 1, "lenin": 999}, None),
        ("19177", {"1917": 9}, None),
    ],
)
def test_the_nearest_and_then_the_commonest_spelling_is_proposed(
    word: str, counts: dict[str, int], better: str | None
) -> None:
    assert better_spelling(word, known(**counts)) == better


FORMS = st.text("abc", min_size=1, max_size=9)


@given(FORMS, st.lists(st.builds(Known, FORMS, st.just("en"), st.integers(1, 20))))
def test_what_is_proposed_is_held_by_reviews_and_near(word: str, nearby: list[Known]) -> None:
    better = better_spelling(word, nearby)

    assert better is None or better in {one.form for one in nearby}
    assert better is None or within(word, better, slips=slips_allowed(word))
    assert better != word


def test_the_words_that_a_query_does_not_want_are_not_doubted() -> None:
    words = vocabulary(BUNDLED)

    found = respellings(parse("Rosermer OR -(a -zinovev) OR -lenim"), lambda _: words)

    assert found == [("rosermer", "rosmer"), ("zinovev", "zinoviev")]


def test_a_vocabulary_counts_reviews_and_not_words() -> None:
    reviews = [
        make_review("a b a", language="en"),
        make_review("a", language="el"),
        make_review("A", title="b"),
    ]

    assert sorted(vocabulary(reviews), key=str) == sorted(
        [("a", "en", 1), ("b", "en", 1), ("a", "el", 1), ("a", None, 1), ("b", None, 1)], key=str
    )


def test_a_form_is_written_as_the_first_review_that_holds_it_does() -> None:
    assert as_written("rosmer", [make_review("x"), make_review("by ROSMER, Rosmer")]) == "ROSMER"
    assert as_written("rosmer", []) == "rosmer"
