"""Show where a text answers a query: the stretches that match, and the part of the text around them."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from reviewcli.model import Span
from reviewcli.query.compare import Words, compile_term
from reviewcli.query.tree import Query
from reviewcli.query.wanted import wanted_terms
from reviewcli.text import tokens

_LINE_ENDS = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"), " ")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A part of a text, on one line: its hits, counted from its own start, and which ends are cut off."""

    text: str
    spans: tuple[Span, ...]
    cut_before: bool
    cut_after: bool


class _Hit(NamedTuple):
    """A stretch of a text that answers a term, known by its place among the terms of the query."""

    start: int
    end: int
    term: int


def spans(query: Query, text: str, *, language: str | None = None) -> list[Span]:
    """List the stretches of a text that answer the query's terms, in order; those that overlap are one.

    What the query asks not to be there is never marked. Spans count characters of the text as given,
    which is in a language, or in none that is known.
    """
    return _merged(_hits(query, text, language))


def snippet(query: Query, text: str, width: int, *, language: str | None = None) -> Snippet:
    """Cut out at most `width` characters around the best hits, at the edges of words where there are any.

    The best are those of the most terms, then the most. A short text is given whole. Line ends become
    spaces, one for one. A width below 1 counts as 1.
    """
    width = max(width, 1)
    hits = _hits(query, text, language)
    start, end = (0, len(text)) if len(text) <= width else _window(text, hits, width)
    shown = tuple(
        Span(max(hit.start, start) - start, min(hit.end, end) - start)
        for hit in _merged(hits)
        if hit.start < end and start < hit.end
    )
    return Snippet(text[start:end].translate(_LINE_ENDS), shown, start > 0, end < len(text))


def _hits(query: Query, text: str, language: str | None) -> list[_Hit]:
    """List where a text answers each term that is wanted, in order of place."""
    terms = list(dict.fromkeys(wanted_terms(query)))
    if not terms:
        return []
    cut = list(tokens(text))
    words = Words([token.folded for token in cut], language)
    return sorted(
        _Hit(cut[first].start, cut[after - 1].end, place)
        for place, term in enumerate(terms)
        for first, after in compile_term(term)(words)
    )


def _merged(hits: list[_Hit]) -> list[Span]:
    merged: list[Span] = []
    for start, end, _ in hits:
        if merged and start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return merged


def _window(text: str, hits: list[_Hit], width: int) -> tuple[int, int]:
    """Choose the stretch of a long text: the best hits amid it, its ends moved in to edges of words."""
    first, last = _best(hits, width)
    spare = max(width - (last - first), 0)
    start = min(max(first - spare // 2, 0), len(text) - width)
    end = start + width
    return _word_start(text, start, max(first, start)), _word_end(text, min(last, end), end)


def _best(hits: list[_Hit], width: int) -> tuple[int, int]:
    """Find where hits of the most terms, then the most hits, fit into `width`; the earliest of equals."""
    best, most = (0, 0), (0, 0)
    inside: Counter[int] = Counter()
    left = 0
    for right, hit in enumerate(hits):
        inside[hit.term] += 1
        while left < right and hit.end - hits[left].start > width:
            inside[hits[left].term] -= 1
            if not inside[hits[left].term]:
                del inside[hits[left].term]
            left += 1
        worth = len(inside), right - left + 1
        if worth > most:
            best, most = (hits[left].start, hit.end), worth
    return best


def _word_start(text: str, at: int, latest: int) -> int:
    """Move on to where a word begins, up to `latest`; stay where no space is met."""
    if at == 0 or text[at - 1].isspace():
        return at
    space = re.compile(r"\s").search(text, at, latest)
    return at if space is None else space.end()


def _word_end(text: str, earliest: int, at: int) -> int:
    """Move back to where a word ends, down to `earliest`; stay where no space is met."""
    if at == len(text) or text[at].isspace():
        return at
    spaces = [space.start() for space in re.compile(r"\s").finditer(text, earliest, at)]
    return spaces[-1] if spaces else at
