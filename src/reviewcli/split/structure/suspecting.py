"""Suspect a page whose layout is not known: lines come again and again in it, and it is not cut at them."""

import re
from collections import Counter

from reviewcli.pieces import Text, even_pieces
from reviewcli.split.structure.lines import read_lines
from reviewcli.split.structure.pages import STRETCH
from reviewcli.split.structure.recognise import structured_segments

_LONGEST = 60
_OFTEN = 3
_FEWEST_SHAPES = 2
_LEAST_SHARE = 0.25
_NUMBER = re.compile(r"\d+")


def suspected_furniture(text: Text) -> str:
    """Give the line that comes most often in what looks like a page and is cut as none, else "".

    A text looks like a page where at least two short lines, each but for its numbers the same, come three
    times or more, and are a quarter of all lines.
    """
    page = next(even_pieces(text, STRETCH), "")
    lines = [line.plain for line in read_lines(page)]
    shapes = Counter(_NUMBER.sub("0", line.lower()) for line in lines if 0 < len(line) <= _LONGEST)
    often = {shape: count for shape, count in shapes.items() if count >= _OFTEN}
    if len(often) < _FEWEST_SHAPES or sum(often.values()) < _LEAST_SHARE * len(lines):
        return ""
    if structured_segments(page) is not None:
        return ""
    most = max(often, key=lambda shape: often[shape])
    return next(line for line in lines if _NUMBER.sub("0", line.lower()) == most)
