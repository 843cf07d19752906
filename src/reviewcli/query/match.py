"""Tell whether a review answers a query: the meaning that every engine is tested against."""

from collections.abc import Callable
from typing import TypeAlias, assert_never

from reviewcli.model import Review
from reviewcli.query.clauses import compile_clause
from reviewcli.query.compare import Words, compile_term
from reviewcli.query.tree import (
    And,
    By,
    Dated,
    Everything,
    FieldClause,
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
    TextTerm,
    Within,
    Word,
)
from reviewcli.text import words


def matches(query: Query, review: Review) -> bool:
    """Tell whether a review answers a query."""
    return compile_query(query)(review)


def compile_query(query: Query) -> Callable[[Review], bool]:
    """Make the test of a query, for use on many reviews; each one's text is cut at most once, if at all."""
    test = _compile(query)
    return lambda review: test(_Reading(review))


def searched_text(review: Review) -> str:
    """Give the text that words and phrases are looked for in: the title, if there is one, and the text."""
    return f"{review.title}\n{review.text}" if review.title else review.text


class _Reading:
    """A review under test, with its words once they have been asked for."""

    __slots__ = ("_words", "review")

    def __init__(self, review: Review) -> None:
        self.review = review
        self._words: Words | None = None

    @property
    def words(self) -> Words:
        if self._words is None:
            self._words = Words(words(searched_text(self.review)), self.review.language)
        return self._words


_Test: TypeAlias = Callable[[_Reading], bool]


def _compile(query: Query) -> _Test:
    match query:
        case Everything():
            return lambda _: True
        case Word() | Phrase() | Prefix() | Near():
            return _text_test(query)
        case Tag() | By() | Language() | Is() | Holds() | Within() | Dated():
            answers = compile_clause(query)
            return lambda reading: answers(reading.review)
        case Not(term):
            test = _compile(term)
            return lambda reading: not test(reading)
        case And(terms):
            # Fields first: they are cheap, and a review they refuse is never cut into words.
            tests = [_compile(term) for term in sorted(terms, key=_asks_for_text)]
            return lambda reading: all(test(reading) for test in tests)
        case Or(terms):
            tests = [_compile(term) for term in sorted(terms, key=_asks_for_text)]
            return lambda reading: any(test(reading) for test in tests)
        case _:
            assert_never(query)


def _text_test(term: TextTerm) -> _Test:
    find = compile_term(term)
    return lambda reading: any(True for _ in find(reading.words))


def _asks_for_text(query: Query) -> bool:
    return not isinstance(query, FieldClause)
