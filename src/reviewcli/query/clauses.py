"""Tell whether a review answers a field clause."""

from collections.abc import Callable, Iterable
from typing import TypeAlias, assert_never

from reviewcli.model import Review
from reviewcli.query.compare import Words, compile_term
from reviewcli.query.tree import (
    NO_LANGUAGE,
    By,
    Dated,
    FieldClause,
    Holds,
    Is,
    Language,
    NumberField,
    State,
    Tag,
    TextField,
    Within,
)
from reviewcli.text import count_words, fold, fold_name, words

ReviewTest: TypeAlias = Callable[[Review], bool]
_UNTOLD_DAY = "-01-01"


def compile_clause(clause: FieldClause) -> ReviewTest:
    """Make the test of a clause, for use on many reviews."""
    match clause:
        case Tag() | By() | Language():
            return _named(clause)
        case Is(state):
            return _STATES[state]
        case Holds():
            return _holding(clause)
        case Within():
            return _within(clause)
        case Dated():
            return _dated(clause)
        case _:
            assert_never(clause)


def _named(clause: Tag | By | Language) -> ReviewTest:
    match clause:
        case Tag(label):
            return lambda review: any(fold_name(given) == label for given in review.labels)
        case By(annotator):
            return lambda review: any(fold_name(one.annotator) == annotator for one in review.annotations)
        case Language(code):
            return lambda review: fold(review.language or NO_LANGUAGE) == code
        case _:
            assert_never(clause)


def disputed(review: Review) -> bool:
    """Tell whether annotators gave it different labels of a group of which each gives only one."""
    given: dict[str, str] = {}
    return any(given.setdefault(one.group, one.label) != one.label for one in review.annotations if one.group)


_STATES: dict[State, ReviewTest] = {
    "tagged": lambda review: bool(review.annotations),
    "untagged": lambda review: not review.annotations,
    "disputed": disputed,
    "noted": lambda review: bool(review.notes),
    "doubtful": lambda review: review.doubtful,
    "decided": lambda review: review.decided,
    "rated": lambda review: review.rating is not None,
    "dated": lambda review: bool(review.date),
    "verified": lambda review: bool(review.verified),
    "recommended": lambda review: bool(review.recommended),
}


def _holding(clause: Holds) -> ReviewTest:
    find = compile_term(clause.wanted)
    return lambda review: any(
        any(True for _ in find(Words(words(text)))) for text in texts_of(review, clause.field)
    )


def texts_of(review: Review, field: TextField) -> Iterable[str]:
    """Give what a field of text holds: nothing, one text, or as many as there are notes."""
    match field:
        case "author":
            return [review.author] if review.author else []
        case "title":
            return [review.title] if review.title else []
        case "source":
            return [review.source]
        case "item":
            return [review.item] if review.item else []
        case "note":
            return review.notes
        case _:
            assert_never(field)


def _within(clause: Within) -> ReviewTest:
    def test(review: Review) -> bool:
        number = number_of(review, clause.field)
        if number is None or (clause.strict and number in (clause.low, clause.high)):
            return False
        return (clause.low is None or clause.low <= number) and (clause.high is None or number <= clause.high)

    return test


def number_of(review: Review, field: NumberField) -> float | None:
    """Return the number that a field holds, a rating out of five; None where there is none."""
    match field:
        case "number":
            return review.number
        case "rating":
            return review.stars
        case "words":
            return count_words(review.text)
        case "helpful":
            return review.helpful
        case _:
            assert_never(field)


def _dated(clause: Dated) -> ReviewTest:
    low, high = clause.low or "", clause.high or "~"
    return lambda review: bool(review.date) and low <= day_of(review) <= high


def day_of(review: Review) -> str:
    """Return the day of a review's date, of a month or year alone its first; nothing where there is none."""
    return f"{review.date}{_UNTOLD_DAY}"[:10] if review.date else ""
