"""Find what a review is about: the words that tell most of it, by which others like it are found."""

from collections import Counter
from collections.abc import Callable
from math import log

from reviewcli.model import Review
from reviewcli.query.forms import stem
from reviewcli.query.match import searched_text
from reviewcli.query.tree import Query, Word, any_of
from reviewcli.text import words

MOST_TELLING = 20

Frequency = Callable[[Word], int]
"""Counts the reviews that a word is in, in any of its forms."""


def telling(review: Review, total: int, frequency: Frequency) -> Query | None:
    """Ask for the words that tell most of a review among `total`; None where it shares none with another.

    A word weighs how often its stem stands in the review, by its logarithm, times how rare it is among all
    (Salton and Buckley, 1988).
    """
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for word in words(searched_text(review)):
        one = stem(word, review.language)
        counts[one] += 1
        written.setdefault(one, word)
    weights: list[tuple[float, str]] = []
    for one, count in counts.items():
        known = frequency(Word(written[one]))
        if 1 < known < total:
            weights.append((-(1 + log(count)) * log(total / known), written[one]))
    best = sorted(weights)[:MOST_TELLING]
    return any_of([Word(word) for _, word in best]) if best else None
