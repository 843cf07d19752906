"""Add up the leaves that a row of whole numbers reaches in many small trees, all trees at once.

The method is QuickScorer (Lucchese et al. 2015): every node whose test fails strikes out the leaves on
its left, and the first leaf that is left in each tree is the one reached. The leaves of all trees
are the bits of one integer, so what a column strikes out is one `&`.
"""

import struct
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LEAVES = 32
_LEAF_BYTES = LEAVES // 8
_BLOCK = 64


@dataclass(frozen=True, slots=True)
class Node:
    """A test, `row[column] <= threshold` goes left, that stands over the leaves `first` to `right` - 1.

    The leaves of its left branch are `first` to `right` - 1, counted from the left of its tree.
    """

    column: int
    threshold: int
    first: int
    right: int

    def __post_init__(self) -> None:
        if not 0 <= self.first < self.right < LEAVES:
            raise ValueError(f"not the leaves of a tree: {self.first}..{self.right}")


@dataclass(frozen=True, slots=True)
class Tree:
    """The tests of one tree in any order, and the values of its leaves from left to right."""

    nodes: tuple[Node, ...]
    values: tuple[int, ...]


class Forest:
    """Trees made ready for scoring; a score is a sum of whole numbers, so no order changes it."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._all = (1 << LEAVES * len(trees)) - 1
        self._ones = sum(1 << LEAVES * at for at in range(len(trees)))
        self._bytes = _LEAF_BYTES * len(trees)
        self._words = struct.Struct(f"<{len(trees)}I")
        self._values = [{1 << at: value for at, value in enumerate(tree.values)} for tree in trees]
        self._columns = self._strikes(trees)

    def _strikes(self, trees: Sequence[Tree]) -> list[tuple[int, list[int], list[int]]]:
        struck: defaultdict[int, defaultdict[int, int]] = defaultdict(lambda: defaultdict(int))
        for at, tree in enumerate(trees):
            for node in tree.nodes:
                left = (1 << node.right) - (1 << node.first)
                struck[node.column][node.threshold] |= left << LEAVES * at
        columns = []
        for column, strikes in sorted(struck.items()):
            thresholds = sorted(strikes)
            live = [self._all]
            for threshold in thresholds:
                live.append(live[-1] & ~strikes[threshold])
            columns.append((column, thresholds, live))
        return columns

    def score(self, rows: Sequence[Sequence[int]]) -> list[int]:
        """Add up, for every row, the values of the leaves that it reaches.

        Rows are taken 64 at a time, column by column, so that what is needed stays in the cache.
        """
        return [score for at in range(0, len(rows), _BLOCK) for score in self._score(rows[at : at + _BLOCK])]

    def _score(self, rows: Sequence[Sequence[int]]) -> Iterator[int]:
        live = [self._all] * len(rows)
        for column, thresholds, left in self._columns:
            live = [
                leaves & left[bisect_left(thresholds, row[column])]
                for leaves, row in zip(live, rows, strict=True)
            ]
        for leaves in live:
            lowest = leaves & ~(leaves - self._ones)
            reached = self._words.unpack(lowest.to_bytes(self._bytes, "little"))
            yield sum(map(dict.__getitem__, self._values, reached))
