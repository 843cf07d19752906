"""Rank reviews by BM25, as FTS5 does, where there is no index to do it."""

from collections.abc import Callable, Iterable, Iterator
from math import log
from typing import NamedTuple, assert_never

from reviewcli.indexing import language_of, marker_of
from reviewcli.model import Review
from reviewcli.query.forms import answers
from reviewcli.query.match import searched_text
from reviewcli.query.spelling import slips_allowed, within
from reviewcli.query.tree import Near, Phrase, Prefix, Query, TextTerm, Word
from reviewcli.query.wanted import wanted_terms
from reviewcli.text import words

_K1, _B = 1.2, 0.75
_LEAST_WEIGHT = 1e-6


class Entry(NamedTuple):
    """The words of one review, under its number and its marker."""

    number: int
    marker: str
    words: list[str]


class Sought(NamedTuple):
    """Words side by side in reviews with one marker; of the last one only the beginning with `prefix`."""

    marker: str
    words: tuple[str, ...]
    prefix: bool = False

    def count_in(self, entry: Entry) -> int:
        """Count where they stand in a review."""
        if entry.marker != self.marker:
            return 0
        *before, last = self.words
        size, found = len(before), 0
        for at, word in enumerate(entry.words[size:], size):
            fits = word.startswith(last) if self.prefix else word == last
            found += fits and entry.words[at - size : at] == before
        return found


def scores_of(query: Query, reviews: Iterable[Review]) -> dict[int, float]:
    """Say how well each of all reviews answers the words of a query, by number; nothing for not at all.

    The formula is that of FTS5 (https://sqlite.org/fts5.html#the_bm25_function), in the same order of sums,
    so that the numbers are the same.
    """
    entries = [
        Entry(one.number, marker_of(one.language), words(searched_text(one)))
        for one in sorted(reviews, key=lambda one: one.number)
    ]
    mean = sum(len(entry.words) for entry in entries) / max(1, len(entries))
    found: dict[int, float] = {}
    for sought in _all_sought(query, entries):
        counts = {at: count for at, entry in enumerate(entries) if (count := sought.count_in(entry))}
        weight = log((len(entries) - len(counts) + 0.5) / (len(counts) + 0.5))
        for at, count in counts.items():
            length = _K1 * (1 - _B + _B * float(len(entries[at].words)) / mean)
            part = (weight if weight > 0 else _LEAST_WEIGHT) * (count * (_K1 + 1.0) / (count + length))
            number = entries[at].number
            found[number] = found.get(number, 0.0) + part
    return found


def frequencies_in(reviews: Iterable[Review]) -> Callable[[Word], int]:
    """Return what counts the reviews that a word is in, in any of its forms."""
    distinct = [(marker_of(one.language), set(words(searched_text(one)))) for one in reviews]

    def count(word: Word) -> int:
        return sum(
            any(answers(word.word, form, language_of(marker)) for form in found) for marker, found in distinct
        )

    return count


def _all_sought(query: Query, entries: list[Entry]) -> Iterator[Sought]:
    vocabulary = {(word, entry.marker) for entry in entries for word in entry.words}
    markers = sorted({entry.marker for entry in entries})
    for term in dict.fromkeys(wanted_terms(query)):
        yield from _sought(term, sorted(vocabulary), markers)


def _sought(term: TextTerm, vocabulary: list[tuple[str, str]], markers: list[str]) -> Iterator[Sought]:
    """Give what a term stands for, in the order in which an index is asked for it."""
    match term:
        case Word(wanted):
            for word, marker in vocabulary:
                if answers(wanted, word, language_of(marker)):
                    yield Sought(marker, (word,))
        case Near(wanted):
            for word, marker in vocabulary:
                if within(wanted, word, slips=slips_allowed(wanted)):
                    yield Sought(marker, (word,))
        case Phrase(side_by_side):
            yield from (Sought(marker, side_by_side) for marker in markers)
        case Prefix(side_by_side):
            yield from (Sought(marker, side_by_side, prefix=True) for marker in markers)
        case _:
            assert_never(term)
