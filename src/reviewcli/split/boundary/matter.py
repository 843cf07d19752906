"""Describe every gap by its matter: what the item is called, what was said before, and what is new.

A token weighs by how rare it is, half in the text at hand and half in reviews at large; one that is
far commoner in the text than at large belongs to the item reviewed (its title, its people).
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from reviewcli.split.boundary.side import Side

BACKGROUND_ROWS = 8191
RARITY_UNIT = 12
RAREST = 255
_LEAST = RARITY_UNIT // 3
_OWN = 3 * RARITY_UNIT
_NEAR, _FAR = 5, 14
_HEAD = 30
_ABSENT = -1
_WINDOW = 3
_PARAGRAPH = 8


def matter_rows(sides: Sequence[Side], background: Sequence[int]) -> list[list[int]]:
    """Give one row a gap, all of the same length.

    `background` tells for each of 8,191 rows of hashed tokens how rare they are in reviews at large:
    the share of paragraphs that they stand in, in halvings times 12, 255 at most.
    """
    size = len(sides)
    spread = Counter(chain.from_iterable(side.spoken for side in sides))
    rarity = {count: round(RARITY_UNIT * math.log2(size / count)) for count in set(spread.values())}
    large = {token: background[token % BACKGROUND_ROWS] for token in spread}
    weights = {token: max(_LEAST, (large[token] + rarity[count]) // 2) for token, count in spread.items()}
    own = {
        token: max(0, large[token] - rarity[count]) * min(2, count - 1) // 2
        for token, count in spread.items()
    }
    about = [_paragraph(side, own, large) for side in sides]
    about.append([_ABSENT] * _PARAGRAPH)
    closeness = _Closeness([side.spoken for side in sides], weights)
    return [
        [*about[at - 1], *about[at], *about[at + 1], *closeness.around(at), *closeness.news(at, spread)]
        for at in range(1, size)
    ]


def _paragraph(side: Side, own: Mapping[int, int], large: Mapping[int, int]) -> list[int]:
    head, tail = side.ends.head[:_HEAD], side.ends.tail[:_FAR]
    kinship = [own[token] for token in head]
    named = next((place for place, share in enumerate(kinship) if share > _OWN), _HEAD)
    return [
        max(kinship[:_NEAR], default=0),
        max(kinship[:_FAR], default=0),
        sum(kinship) // max(1, len(kinship)),
        named,
        max([own[token] for token in tail], default=0),
        _mean([own[token] for token in side.spoken]),
        _mean([large[token] for token in head[:_PARAGRAPH]]),
        _mean([large[token] for token in side.spoken]),
    ]


def _mean(values: Sequence[int]) -> int:
    return 4 * sum(values) // max(1, len(values))


class _Closeness:
    """Compare paragraphs by the weight of the tokens that they share."""

    def __init__(self, spoken: Sequence[frozenset[int]], weights: Mapping[int, int]) -> None:
        self._spoken = spoken
        self._weigh = weights.__getitem__
        self._totals = [self._weight(tokens) for tokens in spoken]
        self._seen: set[int] = set()

    def _weight(self, tokens: Iterable[int]) -> int:
        return sum(map(self._weigh, tokens))

    def around(self, at: int) -> list[int]:
        """Compare the paragraphs near the gap before paragraph `at`, and three on either side."""
        pairs = [(at - back, at) for back in (1, 2, 3, 4)]
        pairs += [(at - 1, at + 1), (at - 1, at + 2), (at - 2, at - 1), (at, at + 1)]
        return [*map(self._pair, pairs), self._windows(at)]

    def _pair(self, pair: tuple[int, int]) -> int:
        one, other = pair
        if one < 0 or other >= len(self._spoken):
            return _ABSENT
        shared = self._weight(self._spoken[one] & self._spoken[other])
        return 1000 * shared // (1 + math.isqrt(self._totals[one] * self._totals[other]))

    def _windows(self, at: int) -> int:
        back, on = self._joined(at - _WINDOW, at), self._joined(at, at + _WINDOW)
        return 1000 * self._weight(back & on) // (1 + math.isqrt(self._weight(back) * self._weight(on)))

    def _joined(self, start: int, end: int) -> AbstractSet[int]:
        return frozenset().union(*self._spoken[max(0, start) : end])

    def news(self, at: int, spread: Mapping[int, int]) -> list[int]:
        """Weigh what paragraph `at` takes up from the three before it, takes up anew, and brings in.

        Gaps must be asked for in order.
        """
        self._seen |= self._spoken[at - 1]
        right, back = self._spoken[at], self._joined(at - _WINDOW, at)
        known = right & self._seen
        near, again = self._weight(known & back), self._weight(known - back)
        new = right - self._seen
        later = self._weight([token for token in new if spread[token] > 1])
        total = max(1, self._totals[at])
        return [near, again, 1000 * near // total, 1000 * again // total, later, 1000 * later // total]
