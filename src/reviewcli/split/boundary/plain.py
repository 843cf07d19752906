"""Describe every gap by numbers that need no learnt table: cues, lengths, style, words, languages."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reviewcli.split.boundary.side import MARKS, UNIT, Side, log_of
from reviewcli.split.cues.finding import Finding
from reviewcli.split.look import Look
from reviewcli.split.scene import Scene

DISTANCES = 3
_KINDS = ("back", "pronouns", "rounding", "writer", "this", "the", "a", "praise", "parts", "setting")
_QUOTES = {None: 0, "curly": 1, "straight": 2}
_DASHES = {None: 0, "--": 1, "—": 2, "–": 3, "-": 4}
_CAPITALS = {None: 0, "capitals": 1, "small letters": 2, "capitals only": 3}
_ENDINGS = {"stop": 0, "none": 1, "colon": 2}
_FAR = 600
_LINE = MARKS.index("\n")


def plain_rows(
    sides: Sequence[Side], looks: Sequence[Look], scene: Scene, findings: Iterable[Sequence[Finding | None]]
) -> list[list[int]]:
    """Give one row a gap, all of the same length.

    Closeness of style, letters and words stands first: for a right side, to each of the last three
    paragraphs before it (`CLOSENESS` numbers each).
    """
    weights = _rarities(scene)
    strangeness = [_strangeness(left.style, right.style) for left, right in pairwise(sides)]
    usual = sum(strangeness) // max(1, len(strangeness))
    document = _document(sides, scene, usual)
    rows = []
    for at, found in enumerate(findings, start=1):
        row: list[int] = []
        for back in range(1, DISTANCES + 1):
            row += _closeness(at - back, at, sides, looks, weights)
        row += _around(at, sides, looks, weights)
        row += _side(at - 1, sides, looks, scene)
        row += _side(at, sides, looks, scene)
        row += map(abs, map(int.__sub__, sides[at - 1].style, sides[at].style))
        row += document
        row += (min(at, _FAR), min(len(sides) - at, _FAR), strangeness[at - 1] - usual)
        row += [round(UNIT * finding.amount) if finding else 0 for finding in found]
        rows.append(row)
    return rows


CLOSENESS = 6


def _closeness(
    back: int, at: int, sides: Sequence[Side], looks: Sequence[Look], weights: dict[str, int]
) -> tuple[int, ...]:
    if back < 0:
        return (-1,) * CLOSENESS
    left, right, one, other = sides[back], sides[at], looks[back], looks[at]
    shared = one.words & other.words
    rare = sum(map(weights.__getitem__, shared))
    fewest = min(len(one.words), len(other.words))
    grams = min(len(left.grams), len(right.grams))
    return (
        _strangeness(left.style, right.style),
        1000 * len(left.grams & right.grams) // grams if grams else 0,
        rare,
        round(rare / math.sqrt(fewest)) if fewest else 0,
        (one.language == other.language) + 2 * (one.script == other.script),
        len(one.print.habits ^ other.print.habits),
    )


def _strangeness(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum(map(abs, map(int.__sub__, one, other)))


def _around(
    at: int, sides: Sequence[Side], looks: Sequence[Look], weights: dict[str, int]
) -> tuple[int, ...]:
    before = looks[at - 1].words.union(*(look.words for look in looks[max(0, at - DISTANCES) : at - 1]))
    after = looks[at].words.union(*(look.words for look in looks[at + 1 : at + 2]))
    rare = sum(map(weights.__getitem__, before & after))
    on = _closeness(at - 1, at + 1, sides, looks, weights) if at + 1 < len(sides) else (-1,) * CLOSENESS
    next_to = _closeness(at, at + 1, sides, looks, weights) if at + 1 < len(sides) else (-1,) * CLOSENESS
    return (
        rare,
        round(rare / math.sqrt(min(len(before), len(after)))) if before and after else 0,
        *on[:4],
        *next_to[:4],
    )


def _side(at: int, sides: Sequence[Side], looks: Sequence[Look], scene: Scene) -> list[int]:
    side, look = sides[at], looks[at]
    lengths = [sides[near].size if 0 <= near < len(sides) else -1 for near in (at - 1, at, at + 1)]
    return [
        *lengths,
        side.sentences,
        side.size - log_of(scene.median),
        len(look.words),
        _QUOTES[look.print.quotes],
        _DASHES.get(look.print.dash, 0),
        _CAPITALS[look.print.capitals],
        _ENDINGS[look.ending],
        UNIT * scene.voices[look.script, look.language] // scene.size,
        look.persons,
        len(look.names),
        look.begins_lower + 2 * look.label + 4 * look.begins_rated + 8 * look.rated,
        0 if look.mark is None else 2 if look.number is not None else 1,
        look.verdict is not None,
        len(look.met),
        len(look.inside),
        *[kind in look.opening for kind in _KINDS],
        *side.style,
    ]


def _document(sides: Sequence[Side], scene: Scene, usual: int) -> list[int]:
    sizes = [side.size for side in sides]
    mean = sum(sizes) // len(sizes)
    spread = sum(abs(size - mean) for size in sizes) // len(sizes)
    habits = sum(scene.habits.values()) * UNIT // scene.size
    leading = max(scene.voices.values()) * UNIT // scene.size
    blocks = sum(side.style[_LINE] > 0 for side in sides) * UNIT // len(sides)
    return [mean, spread, log_of(scene.median), log_of(len(sides)), usual, habits, leading, blocks]


def _rarities(scene: Scene) -> dict[str, int]:
    whole = math.log(scene.size)
    by_count = {
        count: round(UNIT * (whole - math.log(count)) / whole) for count in set(scene.spread.values())
    }
    return {word: by_count[count] for word, count in scene.spread.items()}
