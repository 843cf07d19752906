"""Know the ratings that pages say only by a picture, and name in an attribute of it."""

import re
from enum import Enum, auto
from functools import cache

from reviewcli.split.structure.lines import read_lines
from reviewcli.split.structure.registry import ALL_SITES

_LONGEST = 80
_TELLS_RATING = re.compile(r"\(\?P<(?:rating|stars)")
_NAME = re.compile(r"\?P<\w+>")


class Mark(Enum):
    """How a rating stands on its page: as a line of its own, or as words within one."""

    LINE = auto()
    WORDS = auto()


def mark_of(text: str) -> Mark | None:
    """Tell whether a text is a rating in the words of a site, and how it stands on that site's pages."""
    if not 0 < len(text) <= _LONGEST:
        return None
    lines = read_lines(text)
    if len(lines) != 1:
        return None
    rating, grades = _known()
    if lines[0].plain.lower() in grades:
        return Mark.WORDS
    return Mark.LINE if rating.fullmatch(lines[0].plain) else None


@cache
def _known() -> tuple[re.Pattern[str], frozenset[str]]:
    """Join the patterns of lines that tell a rating, and list the words that do."""
    patterns = {
        rule.pattern for site in ALL_SITES for rule in site.lines if _TELLS_RATING.search(rule.pattern)
    }
    unnamed = (_NAME.sub("?:", pattern) for pattern in sorted(patterns))
    grades = frozenset(words for site in ALL_SITES for words, _ in site.grades)
    return re.compile("|".join(unnamed), re.IGNORECASE), grades
