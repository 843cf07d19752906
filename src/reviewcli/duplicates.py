"""Find texts that say nearly the same: by the words and pairs of neighbouring words that they share.

Two texts are alike when, of all the words and pairs in either, at least `ALIKE` are in both (the Jaccard
index of Broder, "On the resemblance and containment of documents", 1997). Every such pair is found: the
rarest features of each text are looked up first, and texts that share none of those cannot be alike
(the prefix filter of Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", 2007). Most texts
consist largely of features that no other has, and cost nothing further.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from math import ceil
from typing import NamedTuple

from reviewcli.text import words

ALIKE = 0.6
MOST_WITH_ONE = 64
"""How many texts one feature leads to: in a crowd of likes, each is compared with some of the others."""


class Pair(NamedTuple):
    """Two texts, by their places in what was given, and how alike they are, up to 1."""

    first: int
    second: int
    likeness: float


def near_duplicates(texts: Iterable[str], alike: float = ALIKE) -> Iterator[Pair]:
    """Give the pairs of texts that are alike. Of texts with the same words each is paired with the first."""
    firsts: dict[frozenset[int], int] = {}
    numbers: dict[str, int] = {}
    for place, text in enumerate(texts):
        found = features(text, numbers)
        first = firsts.setdefault(found, place)
        if first != place and found:
            yield Pair(first, place, 1.0)
    firsts.pop(frozenset(), None)
    yield from _alike(list(firsts.items()), alike)


def features(text: str, numbers: dict[str, int]) -> frozenset[int]:
    """Return the folded words of a text, and the pairs of neighbouring ones, as integers.

    `numbers` counts the words met so far and takes in the new ones.
    """
    found = [numbers.setdefault(word, len(numbers)) for word in words(text)]
    return frozenset(chain(found, (one + 1 << 32 | other for one, other in pairwise(found))))


def _alike(texts: list[tuple[frozenset[int], int]], alike: float) -> Iterator[Pair]:
    common = Counter(chain.from_iterable(found for found, _ in texts))
    for single in [feature for feature, count in common.items() if count == 1]:
        del common[single]
    looked_up: dict[int, list[int]] = {}
    for at, (found, place) in enumerate(texts):
        for other in _candidates(found, at, common, looked_up, alike):
            likeness = _likeness(found, texts[other][0])
            if likeness >= alike:
                yield Pair(min(texts[other][1], place), max(texts[other][1], place), likeness)


def _candidates(
    found: frozenset[int], at: int, common: Counter[int], looked_up: dict[int, list[int]], alike: float
) -> set[int]:
    """Return the earlier texts that share one of the rarest features, and enter this one under these."""
    shared = common.keys() & found
    rarest = len(found) - ceil(alike * len(found)) + 1 - (len(found) - len(shared))
    if rarest <= 0:
        return set()
    candidates: set[int] = set()
    for feature in sorted(shared, key=lambda one: (common[one], one))[:rarest]:
        entered = looked_up.setdefault(feature, [])
        candidates.update(entered)
        if len(entered) < MOST_WITH_ONE:
            entered.append(at)
    return candidates


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    both = len(one & other)
    return both / (len(one) + len(other) - both)
