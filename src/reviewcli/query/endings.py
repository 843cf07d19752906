"""Make Snowball's stemmers look endings up whole, where in Python they compare them letter by letter.

A stemmer asks `find_among_b` for the longest of many endings that a word has, and `find_among` for the
longest beginning; both are most of what stemming costs. Here they answer the same from dictionaries.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol


class Among(Protocol):
    """One of many endings: where the next shorter one stands (-1 for none) and whether it counts."""

    s: str
    substring_i: int
    result: int
    method: Callable[["Stemmer"], bool] | None


class Stemmer(Protocol):
    """What the lookups need of a stemmer: a word and the part of it that is looked at."""

    current: str
    cursor: int
    limit: int
    limit_backward: int


class _Table(NamedTuple):
    """Endings by their last letter, or beginnings by their first: how long they are, and each by itself."""

    by_letter: dict[str, tuple[list[int], dict[str, Among]]]
    empty: Among | None


_tables: dict[tuple[int, int], _Table] = {}
"""By the identity of a list of endings, which lives as long as a module does, and the place of the letter."""


def quick(stemmer: type) -> type:
    """Return a stemmer that answers as the one given does, several times as fast."""
    return type(stemmer.__name__, (stemmer,), {"find_among": _find_among, "find_among_b": _find_among_b})


def _find_among(self: Stemmer, among: Sequence[Among]) -> int:
    start, word = self.cursor, self.current
    table = _tables.get((id(among), 0)) or _table(among, 0)
    found = table.empty
    if start < self.limit and (candidates := table.by_letter.get(word[start])):
        lengths, by_text = candidates
        for length in lengths:
            if start + length <= self.limit and (one := by_text.get(word[start : start + length])):
                found = one
                break
    while found is not None:
        self.cursor = start + len(found.s)
        if found.method is None:
            return found.result
        if found.method(self):
            self.cursor = start + len(found.s)
            return found.result
        found = among[found.substring_i] if found.substring_i >= 0 else None
    return 0


def _find_among_b(self: Stemmer, among: Sequence[Among]) -> int:
    end, word = self.cursor, self.current
    table = _tables.get((id(among), -1)) or _table(among, -1)
    found = table.empty
    if end > self.limit_backward and (candidates := table.by_letter.get(word[end - 1])):
        lengths, by_text = candidates
        for length in lengths:
            if end - length >= self.limit_backward and (one := by_text.get(word[end - length : end])):
                found = one
                break
    while found is not None:
        self.cursor = end - len(found.s)
        if found.method is None:
            return found.result
        if found.method(self):
            self.cursor = end - len(found.s)
            return found.result
        found = among[found.substring_i] if found.substring_i >= 0 else None
    return 0


def _table(among: Sequence[Among], place: int) -> _Table:
    grouped: dict[str, dict[str, Among]] = {}
    for one in among:
        if one.s:
            grouped.setdefault(one.s[place], {})[one.s] = one
    table = _Table(
        {
            letter: (sorted({len(text) for text in by_text}, reverse=True), by_text)
            for letter, by_text in grouped.items()
        },
        next((one for one in among if not one.s), None),
    )
    return _tables.setdefault((id(among), place), table)
