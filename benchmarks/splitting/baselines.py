"""Cut pastes in simpler ways, to compare with."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reviewcli.split.paragraphs import Paragraph

_WORD = re.compile(r"[^\W\d_]+")
_BLOCK = 2


def every_line(paragraphs: Sequence[Paragraph]) -> list[bool]:
    """Make each paragraph a review: with blank lines kept, this is to cut at the blank lines."""
    return [True] * (len(paragraphs) - 1)


def texttiling(paragraphs: Sequence[Paragraph]) -> list[bool]:
    """Cut where two neighbouring blocks of paragraphs share the fewest words.

    Hearst (1997), "TextTiling: segmenting text into multi-paragraph subtopic passages": the cosine
    of the words of two paragraphs on either side, its depth below the peaks around it, and a cut
    in a valley where that is over the mean less half a standard deviation. Paragraphs stand for
    the pseudo-sentences.
    """
    words = [Counter(_WORD.findall(paragraph.text.lower())) for paragraph in paragraphs]
    likeness = [
        _cosine(sum(words[max(0, at - _BLOCK) : at], Counter()), sum(words[at : at + _BLOCK], Counter()))
        for at in range(1, len(words))
    ]
    if not likeness:
        return []
    depths = [_peak(likeness[at::-1]) + _peak(likeness[at:]) - 2 * here for at, here in enumerate(likeness)]
    mean = sum(depths) / len(depths)
    spread = math.sqrt(sum((depth - mean) ** 2 for depth in depths) / len(depths))
    around = [1.0, *likeness, 1.0]
    valleys = [here <= min(around[at], around[at + 2]) for at, here in enumerate(likeness)]
    return [valley and depth > mean - spread / 2 for valley, depth in zip(valleys, depths, strict=True)]


def _peak(likeness: Sequence[float]) -> float:
    """Climb from the first value for as long as it rises."""
    for here, beyond in pairwise(likeness):
        if beyond < here:
            return here
    return likeness[-1]


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    shared = sum(count * other[word] for word, count in one.items())
    size = math.sqrt(sum(count * count for count in one.values()) * sum(c * c for c in other.values()))
    return shared / size if size else 0.0
