"""Name the features of paragraphs and of gaps by rows of hashed tables."""

from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from reviewcli.split.boundary.tokens import NOTHING, Ends

PARAGRAPH_ROWS = 262_139
PAIR_ROWS = 131_071
_FIRST, _SECOND = 0x9E3779B1, 0x85EBCA6B
_PLACES = (1, 2, 3, 4, 4)
_NEAR = 25
_SHARED = 8
Groups: TypeAlias = tuple[list[int], list[int], list[int]]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph looks like from afar.

    `size` is its length in doublings; `first` and `last` are its outermost characters as numbers
    of their kind; `ending` is the number of its last two characters.
    """

    size: int
    first: int
    last: int
    ending: int
    style: int


def paragraph_rows(ends: Ends, shape: Shape) -> Groups:
    """Give the rows of a paragraph in three groups: its beginning, its end, and what it is made of."""
    size = shape.size
    head = _end_rows(ends.head, 11)
    head += [_row(stem, 31, at) for at, stem in enumerate(ends.stems[:2], start=1)]
    head += [_row(shape.first, 33, 0), _row(shape.first, 34, size), _row(_at(ends.head, 0), 35, size)]
    tail = _end_rows(ends.tail, 51)
    tail += [_row(stem, 71, at) for at, stem in enumerate(ends.stems[2:], start=1)]
    tail += [
        _row(shape.ending, 73, 0),
        _row(shape.ending, 74, size),
        _row(ends.last_word, 75, 0),
        _row(shape.last, 76, size),
    ]
    bag = [_row(token, 91, 0) for token in sorted({*ends.head, *ends.tail})]
    bag += [_row(size, 92, 0), _row(shape.style, 93, 0), _row(size, 94, shape.first * 64 + shape.last)]
    return head, tail, bag


def _end_rows(tokens: tuple[int, ...], salt: int) -> list[int]:
    rows = [_row(token, salt, place) for token, place in zip(tokens, _PLACES, strict=False)]
    near = tokens[:_NEAR]
    rows += [_row(token, salt, 9) for token in dict.fromkeys(near)]
    first, second, third, fourth = (_at(tokens, at) for at in range(4))
    rows += [
        _row(first, salt + 1, second),
        _row(second, salt + 2, third),
        _row(third, salt + 3, fourth),
        _row(_mixed(first, second), salt + 4, third),
        _row(_mixed(second, third), salt + 5, fourth),
        _row(_mixed(_mixed(first, second), third), salt + 6, fourth),
        _row(first, salt + 7, third),
    ]
    rows += [_row(one, salt + 8, two) for one, two in pairwise(near)]
    return rows


def pair_rows(left: tuple[Ends, Shape], right: tuple[Ends, Shape]) -> list[int]:
    """Give the rows of a gap: the end of its left side and the beginning of its right side at once."""
    (ends, shape), (other, outer) = left, right
    last, before = _at(ends.tail, 0), _at(ends.tail, 1)
    first, second, third = (_at(other.head, at) for at in range(3))
    opening, opening_two = _at(ends.head, 0), _mixed(_at(ends.head, 0), _at(ends.head, 1))
    two = _mixed(first, second)
    three = _mixed(two, third)
    rows = [
        _pair(last, 1, first),
        _pair(last, 2, two),
        _pair(_mixed(last, before), 3, first),
        _pair(ends.last_word, 4, first),
        _pair(ends.last_word, 5, second),
        _pair(opening, 6, first),
        _pair(opening_two, 7, two),
        _pair(opening, 8, two),
        _pair(shape.size, 9, first),
        _pair(shape.size, 10, two),
        _pair(shape.size, 11, outer.size),
        _pair(last, 12, outer.size),
        _pair(ends.last_word, 13, outer.size),
        _pair(shape.ending, 14, first),
        _pair(shape.ending, 15, outer.first),
        _pair(shape.ending, 16, outer.ending),
        _pair(shape.last, 17, two),
        _pair(shape.last, 18, three),
        _pair(shape.style, 19, outer.style),
        _pair(shape.size * 64 + outer.size, 20, shape.last * 64 + outer.first),
        _pair(last, 21, _at(other.tail, 0)),
        _pair(ends.last_word, 22, other.last_word),
        _pair(opening, 23, shape.size * 64 + outer.size),
        _pair(first, 24, shape.size * 64 + outer.size),
        _pair(shape.first, 25, outer.first),
        _pair(opening_two, 26, first),
    ]
    spoken = {*ends.head, *ends.tail}
    shared = [token for token in dict.fromkeys(other.head[:_NEAR]) if token in spoken]
    return rows + [_pair(token, 30, 0) for token in shared[:_SHARED]]


def _at(tokens: tuple[int, ...], at: int) -> int:
    return tokens[at] if at < len(tokens) else NOTHING


def _mixed(one: int, two: int) -> int:
    return (one * _FIRST ^ two * _SECOND) & 0xFFFFFFFF


def _row(one: int, salt: int, two: int) -> int:
    return (one * _FIRST ^ (two + salt * 65_537) * _SECOND) % PARAGRAPH_ROWS


def _pair(one: int, salt: int, two: int) -> int:
    return (one * _FIRST ^ (two + salt * 65_537) * _SECOND) % PAIR_ROWS
