"""Describe every gap by what learnt tables say around it, and by what was first thought of its neighbours."""

from collections.abc import Sequence
from typing import TypeAlias

from reviewcli.split.boundary.plain import CLOSENESS, DISTANCES

Scores: TypeAlias = tuple[int, int, int, int, int, int, int, int]
ONE = 1024
_SPAN = 3
_ABSENT = -999


def score_rows(scores: Sequence[Scores], pairs: Sequence[int]) -> list[list[int]]:
    """Give one row a gap of how its sides, and those around them, open and close reviews.

    A paragraph's scores are how much it looks like the first of a review by its beginning, its
    end and its words, then how much it looks like the last by the same, then how much it speaks for
    a boundary on its left and on its right; `pairs` has one score a gap.
    """
    opening = [sum(score[:3]) for score in scores]
    closing = [sum(score[3:6]) for score in scores]
    size = len(scores)
    joint = [scores[at][7] + scores[at + 1][6] + pair for at, pair in enumerate(pairs)]
    mean = [sum(opening) // size, sum(closing) // size, sum(joint) // max(1, size - 1)]
    rows = []
    for at in range(1, size):
        row = [*scores[at - 1], *scores[at]]
        for near in range(at - _SPAN, at + _SPAN):
            row += (opening[near], closing[near]) if 0 <= near < size else (_ABSENT, _ABSENT)
        row += [
            joint[near] if 0 <= near < size - 1 else _ABSENT for near in range(at - _SPAN - 1, at + _SPAN)
        ]
        row += (pairs[at - 1], opening[at] + closing[at - 1], opening[at] + closing[at - 1] + joint[at - 1])
        row += mean
        row.append(joint[at - 1] - mean[2])
        rows.append(row)
    return rows


def second_rows(
    first: Sequence[Sequence[int]], chances: Sequence[int], sizes: Sequence[int]
) -> list[list[int]]:
    """Give one row a gap of soft context: what the first chances, in 1/1024, make of its neighbourhood.

    The probable lengths of the review before and the review after, in paragraphs and in
    characters; how close the right side is to what is probably the review before; the chances
    nearby, their mean over the text, and the rank of this one.
    """
    count = len(chances)
    back = _runs(chances, sizes[:-1])
    on = _runs(chances[::-1], sizes[:0:-1])[::-1]
    mean = sum(chances) // max(1, count)
    expected = sum(sizes) * ONE // (ONE + sum(chances))
    order = sorted(range(count), key=chances.__getitem__)
    rank = [0] * count
    for place, at in enumerate(order):
        rank[at] = place * ONE // count
    rows = []
    for at in range(count):
        row = [chances[near] if 0 <= near < count else -1 for near in range(at - _SPAN - 1, at + _SPAN + 2)]
        row += (*back[at], *on[at], mean, min(expected, 30_000), rank[at])
        row += (back[at][1] - expected, on[at][1] - expected)
        row += _kinship(first[at], chances, at)
        rows.append(row)
    return rows


def _runs(chances: Sequence[int], sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Give, for every gap, the probable paragraphs and characters of the review that ends there."""
    runs = []
    paragraphs = characters = 0
    for at, size in enumerate(sizes):
        stays = ONE - chances[at - 1] if at else 0
        paragraphs = ONE + paragraphs * stays // ONE
        characters = size + characters * stays // ONE
        runs.append((min(30_000, paragraphs), min(30_000, characters)))
    return runs


def _kinship(row: Sequence[int], chances: Sequence[int], at: int) -> list[int]:
    totals, weight, share = [0] * CLOSENESS, 0, ONE
    for back in range(DISTANCES):
        if at - back < 0:
            break
        if back:
            share = share * (ONE - chances[at - back]) // ONE
        values = row[back * CLOSENESS : (back + 1) * CLOSENESS]
        totals = [total + share * value for total, value in zip(totals, values, strict=True)]
        weight += share
    return [total // weight for total in totals]
