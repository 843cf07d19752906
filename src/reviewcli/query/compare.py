"""Find where the words of a query stand among the words of a text: the one place where words are compared."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias, assert_never

from reviewcli.query.spelling import slips_allowed, within
from reviewcli.query.tree import Near, Phrase, Prefix, TextTerm, Word


class Words:
    """The folded words of a text, in order and each once."""

    __slots__ = ("distinct", "sequence")

    def __init__(self, sequence: Sequence[str]) -> None:
        self.sequence = sequence
        self.distinct = frozenset(sequence)


Finder: TypeAlias = Callable[[Words], Iterator[tuple[int, int]]]
"""Yields the half-open ranges of words that answer a term, by their start."""

_Endings: TypeAlias = Callable[[frozenset[str]], Collection[str]]
"""Picks, of the distinct words of a text, those that may be the last word of a term."""


def compile_term(term: TextTerm) -> Finder:
    """Make the finder of a term, to be used on many texts."""
    match term:
        case Word(word):
            return _finder((), _same(word))
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
        last = endings(words.distinct)
        if not last:
            return
        for at, word in enumerate(words.sequence):
            if word in last and at >= size and tuple(words.sequence[at - size : at]) == before:
                yield at - size, at + 1

    return find


def _same(wanted: str) -> _Endings:
    only = (wanted,)
    return lambda distinct: only if wanted in distinct else ()


def _beginning_with(prefix: str) -> _Endings:
    return lambda distinct: {word for word in distinct if word.startswith(prefix)}


# Texts share most of their words, and counting slips is the dearest comparison: answers outlive the finder.
@lru_cache(maxsize=16)
def _spelt_like(wanted: str) -> _Endings:
    slips = slips_allowed(wanted)

    @lru_cache(maxsize=65_536)
    def is_alike(word: str) -> bool:
        return within(wanted, word, slips=slips)

    return lambda distinct: {word for word in distinct if is_alike(word)}
