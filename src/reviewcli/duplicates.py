"""Find texts that say nearly the same: by the pairs of neighbouring words that they share.

Two texts are alike when, of all the pairs in either, at least `ALIKE` are in both (the Jaccard index of
Broder, "On the resemblance and containment of documents", 1997). Such texts are found by the rarest pairs
of each: those that share none of these cannot be alike (the prefix filter of Bayardo, Ma and Srikant,
"Scaling up all pairs similarity search", 2007). Most texts consist largely of pairs that no other has, and
cost nothing further.
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
    place: int
    pairs: frozenset[int]


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
    yield from _alike([_Text(place, found) for found, place in firsts.items()], alike)


def _alike(texts: list[_Text], alike: float) -> Iterator[Pair]:
    common = Counter(chain.from_iterable(text.pairs for text in texts))
    repeated = {pair: count for pair, count in common.items() if count > 1}
    led_to: dict[int, list[_Text]] = {}
    for text in texts:
        for other in _candidates(text, repeated, led_to, alike):
            both = len(text.pairs & other.pairs)
            likeness = both / (len(text.pairs) + len(other.pairs) - both)
            if likeness >= alike:
                yield Pair(min(text.place, other.place), max(text.place, other.place), likeness)


def _candidates(
    text: _Text, repeated: dict[int, int], led_to: dict[int, list[_Text]], alike: float
) -> Iterable[_Text]:
    """Return the earlier texts that share one of the rarest pairs, and enter this one under these."""
    shared = repeated.keys() & text.pairs
    size = len(text.pairs)
    rarest = len(shared) - ceil(alike * size) + 1
    if rarest <= 0:
        return ()
    found: dict[int, _Text] = {}
    for pair in sorted(shared, key=lambda one: (repeated[one], one))[:rarest]:
        entered = led_to.setdefault(pair, [])
        for other in entered:
            if alike * size <= len(other.pairs) <= size / alike:
                found[other.place] = other
        if len(entered) < MOST_WITH_ONE:
            entered.append(text)
    return found.values()
