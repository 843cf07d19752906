"""Measure one paragraph as a side of a gap: its ends, shape and typographic style."""

import math
from dataclasses import dataclass

from reviewcli.split.boundary.hashing import Shape
from reviewcli.split.boundary.tokens import REACH, Ends, number, read_ends
from reviewcli.split.look import Look
from reviewcli.split.paragraphs import Paragraph

UNIT = 64
MARKS = (
    *(",", ".", "!", "?", '"', "'", "’", "“", "(", ":", ";", "-", " - ", "--", "—", "–", "…", "...", "  "),
    *("*", "/", "&", "\n", " i ", "，", "。", "！"),
)
_GRAMS = 300
_CASE = 300


@dataclass(frozen=True, slots=True)
class Side:
    """What is measured of a paragraph.

    `style` holds how often each mark stands in it, and its shares of capitals, digits, spaces and
    foreign letters; `size` its length in doublings and `sentences` how many, both times 64;
    `grams` the trigrams of its first letters; `spoken` its tokens, at either end.
    """

    ends: Ends
    shape: Shape
    style: tuple[int, ...]
    size: int
    sentences: int
    grams: frozenset[str]
    spoken: frozenset[int]


def measure_side(paragraph: Paragraph, look: Look) -> Side:
    """Measure a paragraph by its first and its last 400 characters."""
    text = paragraph.text
    sample = text if len(text) <= 2 * REACH else text[:REACH] + text[-REACH:]
    length = len(text)
    style = _style(sample)
    size = log_of(length)
    stops = sum(map(sample.count, (".", "!", "?", "。", "！"))) * length // len(sample)
    folded = text[:_GRAMS].lower()
    ends = read_ends(text)
    return Side(
        ends=ends,
        shape=Shape(
            size=min(15, size // UNIT),
            first=_kind(text[0]),
            last=_kind(text[-1]),
            ending=number(text[-2:]),
            style=_habits(look),
        ),
        style=style,
        size=size,
        sentences=log_of(stops),
        grams=frozenset([folded[at : at + 3] for at in range(len(folded) - 2)]),
        spoken=frozenset(ends.head + ends.tail),
    )


def log_of(count: float) -> int:
    """Give the doublings from 1 to one more than a count, times 64."""
    return round(UNIT * math.log2(1 + count))


def _style(sample: str) -> tuple[int, ...]:
    size = len(sample)
    head = sample[:_CASE]
    capitals = sum(map(str.isupper, head)) * size // len(head)
    digits = sum(map(str.isdigit, head)) * size // len(head)
    foreign = len(head) - len(head.encode("ascii", "ignore"))
    counts = (*map(sample.count, MARKS), capitals, digits, sample.count(" "), foreign * size // len(head))
    return tuple([round(8 * math.sqrt(1000 * count / size)) if count else 0 for count in counts])


def _kind(char: str) -> int:
    if char.isupper():
        return 1
    if char.islower():
        return 2
    if char.isdigit():
        return 3
    if char.isalpha():
        return 4
    return 5 + ".!?,:;)\"'”’…。！？*-([“‘~:".find(char) + 1


def _habits(look: Look) -> int:
    habits = look.print
    return number(f"{habits.quotes} {habits.dash} {habits.capitals}")
