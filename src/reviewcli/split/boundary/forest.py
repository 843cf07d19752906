"""Add up the leaves that rows of whole numbers reach in many small trees.

Of many rows all are taken at once: a set of rows is one integer with a bit for each row, so that
a test of a tree parts all of them by one `&`, and the values of leaves are added as bit planes, plane by
plane with a carry, as a circuit would (bit-slicing: Biham 1997). Few rows are faster taken one by one.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, repeat
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

_MOST_TESTS = 255
_MANY = 64
_Branch: TypeAlias = tuple[int, int | None, Any, Any]
"""A test with the two branches of those that pass and those that do not; a leaf is its value and None."""


class Node(NamedTuple):
    """A test, `row[column] <= threshold` goes left, that stands over the leaves `first` to `right` - 1.

    The leaves of its left branch are `first` to `right` - 1, counted from the left of its tree.
    """

    column: int
    threshold: int
    first: int
    right: int


class Tree(NamedTuple):
    """The tests of one tree in any order, and the values of its leaves from left to right."""

    nodes: tuple[Node, ...]
    values: tuple[int, ...]

    def downward(self) -> Iterator[tuple[Node, int]]:
        """Give every test from the top down, with the end of the leaves it stands over; left comes first."""
        below: defaultdict[int, list[Node]] = defaultdict(list)
        for node in sorted(self.nodes, key=itemgetter(3)):
            below[node.first].append(node)
        waiting = [(0, len(self.values))]
        while waiting:
            first, end = waiting.pop()
            if end - first > 1:
                node = below[first].pop()  # of those that begin here, the one over the most leaves
                yield node, end
                waiting += ((node.right, end), (first, node.right))


class _Circuit(NamedTuple):
    """A tree as steps: each parts the set in one slot by a test, into the next two slots.

    `planes` has, for each bit of the values, the slots of the leaves that have it.
    """

    steps: list[tuple[int, int]]
    planes: list[list[int]]


class Forest:
    """Trees made ready for scoring; a score is a sum of whole numbers, so no order changes it."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._trees = trees

    def score(self, rows: Sequence[Sequence[int]]) -> list[int]:
        """Add up, for every row, the values of the leaves that it reaches."""
        if len(rows) < _MANY:
            return [_walk(self._branches, row) for row in rows]
        passed = list(self._passed(rows))
        everything = (1 << len(rows)) - 1
        sums: list[int] = []
        for circuit in self._circuits:
            sets = [everything]
            for test, slot in circuit.steps:
                held = sets[slot]
                left = held & passed[test]
                sets += (left, held ^ left)
            _add(sums, [sum(map(sets.__getitem__, slots)) for slots in circuit.planes])
        return self._numbers(sums, len(rows))

    @cached_property
    def _branches(self) -> list[_Branch]:
        return [_branch(tree) for tree in self._trees]

    @cached_property
    def _tests(self) -> list[tuple[int, int]]:
        return sorted({node[:2] for tree in self._trees for node in tree.nodes})

    @cached_property
    def _columns(self) -> list[tuple[int, list[int]]]:
        grouped = groupby(self._tests, itemgetter(0))
        return [(column, [threshold for _, threshold in group]) for column, group in grouped]

    @cached_property
    def _circuits(self) -> list[_Circuit]:
        places = {test: at for at, test in enumerate(self._tests)}
        return [_circuit(tree, places) for tree in self._trees]

    def _passed(self, rows: Sequence[Sequence[int]]) -> Iterator[int]:
        """Give, for every test in order, the set of rows that pass it; the first row is the highest bit."""
        columns = list(zip(*rows, strict=True))
        for column, thresholds in self._columns:
            over = bytes(map(bisect_left, repeat(thresholds), columns[column]))
            for at in range(len(thresholds)):
                yield int(over.translate(_AT_MOST[at]), 2)

    def _numbers(self, sums: Sequence[int], size: int) -> list[int]:
        """Read the sums of all rows off their bit planes."""
        least = sum(min(tree.values) for tree in self._trees)
        planes = [format(plane, f"0{size}b") for plane in reversed(sums)] or ["0" * size]
        return [least + int("".join(bits), 2) for bits in zip(*planes, strict=True)]


_AT_MOST = [bytes(ord("1") if over <= at else ord("0") for over in range(256)) for at in range(_MOST_TESTS)]


def _branch(tree: Tree) -> _Branch:
    """Set the tests of a tree into each other."""
    branches: dict[tuple[int, int], _Branch] = {
        (at, at + 1): (value, None, None, None) for at, value in enumerate(tree.values)
    }
    for (column, threshold, first, right), end in reversed(list(tree.downward())):
        branches[first, end] = (column, threshold, branches[first, right], branches[right, end])
    return branches[0, len(tree.values)]


def _walk(branches: Sequence[_Branch], row: Sequence[int]) -> int:
    """Add up the leaves that a row reaches; one loop without calls, since it takes most of the time."""
    total = 0
    for branch in branches:
        column, threshold, left, right = branch
        while threshold is not None:
            column, threshold, left, right = left if row[column] <= threshold else right
        total += column
    return total


def _circuit(tree: Tree, places: Mapping[tuple[int, int], int]) -> _Circuit:
    slots = {(0, len(tree.values)): 0}
    steps: list[tuple[int, int]] = []
    for (column, threshold, first, right), end in tree.downward():
        steps.append((places[column, threshold], slots[first, end]))
        slots[first, right], slots[right, end] = 2 * len(steps) - 1, 2 * len(steps)
    least = min(tree.values)
    heights = [(slots[at, at + 1], value - least) for at, value in enumerate(tree.values)]
    bits = max(height for _, height in heights).bit_length()
    planes = [[slot for slot, height in heights if height >> bit & 1] for bit in range(bits)]
    return _Circuit(steps, planes)


def _add(sums: list[int], planes: Sequence[int]) -> None:
    """Add numbers in bit planes to sums in bit planes, the lowest first."""
    sums += [0] * (len(planes) - len(sums))
    carry = 0
    for at, plane in enumerate(planes):
        held = sums[at]
        half = held ^ plane
        sums[at] = half ^ carry
        carry = held & plane | half & carry
    at = len(planes)
    while carry:
        if at == len(sums):
            sums.append(0)
        sums[at], carry = sums[at] ^ carry, sums[at] & carry
        at += 1
