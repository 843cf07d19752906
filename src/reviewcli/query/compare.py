"""Find where the words of a query stand among the words of a text: the one place where words are compared."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias, assert_never

from reviewcli.query.relatives import Relatives, relatives_in
from reviewcli.query.spelling import slips_allowed, within
from reviewcli.query.tree import Near, Phrase, Prefix, TextTerm, Word


class Words:
    """The folded words of a text, in order and each once, and the language it is in."""

    __slots__ = ("_met", "_relatives", "distinct", "language", "sequence")

    def __init__(self, sequence: Sequence[str], language: str | None = None) -> None:
        self.sequence = sequence
        self.distinct = frozenset(sequence)
        self.language = language
        self._relatives: Relatives | None = None
        self._met = 0

    def answering(self, wanted: str) -> Collection[str]:
        """Pick the words that answer the one wanted, in whatever form and script."""
        if self._relatives is None:
            self._relatives = relatives_in(self.language)
        if self._met != self._relatives.age:
            self._met = self._relatives.meet(self.distinct)
        return self._relatives.of(wanted, self.distinct)


Finder: TypeAlias = Callable[[Words], Iterator[tuple[int, int]]]
"""Yields the half-open ranges of words that answer a term, by their start."""

_Endings: TypeAlias = Callable[[Words], Collection[str]]
"""Picks, of the words of a text, those that may be the last word of a term."""


def compile_term(term: TextTerm) -> Finder:
    """Make the finder of a term, to be used on many texts."""
    match term:
        case Word(word):
            return _finder((), lambda words: words.answering(word))
        case Phrase(words):
            return _finder(words[:-1], _same(words[-1]))
        case Prefix(words):
            return _finder(words[:-1], _beginning_with(words[-1]))
        case Near(word):
            return _finder((), _spelt_like(word))
        case _:
            assert_never(term)


def _finder(before: tuple[str, ...], endings: _Endings) -> Finder:
    size = len(before)

    def find(words: Words) -> Iterator[tuple[int, int]]:
        if not words.distinct.issuperset(before):
            return
        last = endings(words)
        if not last:
            return
        for at, word in enumerate(words.sequence):
            if word in last and at >= size and tuple(words.sequence[at - size : at]) == before:
                yield at - size, at + 1

    return find


def _same(wanted: str) -> _Endings:
    only = (wanted,)
    return lambda words: only if wanted in words.distinct else ()


def _beginning_with(prefix: str) -> _Endings:
    return lambda words: {word for word in words.distinct if word.startswith(prefix)}


# Texts share most of their words, and counting slips is the dearest comparison: answers outlive the finder.
@lru_cache(maxsize=16)
def _spelt_like(wanted: str) -> _Endings:
    slips = slips_allowed(wanted)

    @lru_cache(maxsize=65_536)
    def is_alike(word: str) -> bool:
        return within(wanted, word, slips=slips)

    return lambda words: {word for word in words.distinct if is_alike(word)}
