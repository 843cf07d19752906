"""Find texts that say nearly the same: by the pairs of neighbouring words that they share.

Two texts are alike when, of all the pairs in either, at least `ALIKE` are in both (the Jaccard index of
Broder, "On the resemblance and containment of documents", 1997). Such texts are found by the rarest pairs
of each: those that share fewer than three of these cannot be alike (the prefix filter of Bayardo, Ma and
Srikant, "Scaling up all pairs similarity search", 2007, made longer as Wang, Li and Feng do, "Can we beat
the prefix filtering?", 2012). Most texts consist largely of pairs that no other has, and cost nothing
further.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from math import ceil
from typing import NamedTuple

from reviewcli.text import words

ALIKE = 0.55
MOST_WITH_ONE = 64
"""How many texts one pair of words leads to: in a crowd of likes each is compared with some others."""

SHARED = 3
"""How many of their rarest pairs two texts share before all are compared."""

_EDGE = 0
"""Stands for the beginning and the end of a text, beside its first word and its last."""


class Pair(NamedTuple):
    """Two texts, by their places in what was given, and how alike they are, up to 1."""

    first: int
    second: int
    likeness: float


class _Numbers(dict[str, int]):
    """A number for each word, from 1 in the order in which they are met."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self) + 1
        return number


class _Text(NamedTuple):
    """A text: its place, its pairs, and how many of them another must share with it to be alike."""

    place: int
    pairs: frozenset[int]
    needed: int


def near_duplicates(texts: Iterable[str], alike: float = ALIKE) -> Iterator[Pair]:
    """Give the pairs of texts that are alike. Of texts with the same words each is paired with the first."""
    firsts: dict[frozenset[int], int] = {}
    numbers = _Numbers()
    for place, text in enumerate(texts):
        found = [_EDGE, *map(numbers.__getitem__, words(text)), _EDGE]
        if len(found) == 2:
            continue
        first = firsts.setdefault(frozenset([one << 32 | other for one, other in pairwise(found)]), place)
        if first != place:
            yield Pair(first, place, 1.0)
    yield from _alike([_Text(at, pairs, ceil(alike * len(pairs))) for pairs, at in firsts.items()], alike)


def _alike(texts: list[_Text], alike: float) -> Iterator[Pair]:
    common = Counter(chain.from_iterable(text.pairs for text in texts))
    repeated = {pair: count for pair, count in common.items() if count > 1}
    led_to: dict[int, list[int]] = {}
    for at, text in enumerate(texts):
        for place, hits in _met(text, at, repeated, led_to).items():
            other = texts[place]
            if hits < min(SHARED, text.needed, other.needed):
                continue
            both = len(text.pairs & other.pairs)
            likeness = both / (len(text.pairs) + len(other.pairs) - both)
            if likeness >= alike:
                yield Pair(min(text.place, other.place), max(text.place, other.place), likeness)


def _met(text: _Text, at: int, repeated: dict[int, int], led_to: dict[int, list[int]]) -> dict[int, int]:
    """Count how many of the rarest pairs of a text lead to each earlier one, and enter it under these."""
    shared = repeated.keys() & text.pairs
    rarest = len(shared) - text.needed + min(SHARED, text.needed)
    met: Counter[int] = Counter()
    if rarest <= 0:
        return met
    for pair in sorted(shared, key=lambda one: (repeated[one], one))[:rarest]:
        entered = led_to.setdefault(pair, [])
        met.update(entered)
        if len(entered) < MOST_WITH_ONE:
            entered.append(at)
    return met
