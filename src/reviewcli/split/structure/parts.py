"""Cut a page into reviews: what stands before each text, the text, and what stands after it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from reviewcli.split.structure.fields import Finding
from reviewcli.split.structure.page import TEXT_KINDS, Page, field_name

_LONGEST_NAME = 50
_MOST_NAME_WORDS = 5
_SENTENCE_ENDS = tuple(".!?,;:…。！？")


_TEXTS = re.compile("[x_](?:[^A-Zp]*[x_])?")


class Head(NamedTuple):
    """The lines that stand before or after a text, from `start` to before `end`, and what they say."""

    start: int
    end: int
    findings: tuple[Finding, ...]


class Part(NamedTuple):
    """One review of a page, or text between reviews that is none, which has no head.

    Its text is the lines from `body` to before `tail`; its furniture ends before `end`.
    """

    start: int
    body: int
    tail: int
    end: int
    findings: tuple[Finding, ...] | None


class Cut(NamedTuple):
    """A page in parts; `evidence` counts the lines of furniture that no prose has."""

    page: Page
    parts: Sequence[Part]
    evidence: int


def cut_page(page: Page) -> Cut | None:
    """Cut a page at its heads; None where it has too little furniture, or some that does not fit.

    Furniture does not fit where texts end more than half as often again as they begin: then there are
    heads whose layout is not known.
    """
    heads = _heads(page)
    if not heads:
        return None
    ends = [*(head.start for head in heads[1:]), len(page.kinds)]
    parts = [*_between(page, 0, _without_reply(page, 0, heads[0].start))]
    unfitting = len(_endings(page, 0, heads[0].start))
    evidence = 0
    for head, end in zip(heads, ends, strict=True):
        tail = _tail(page, head.end, end) or _tail_before_own(page, head.end, end)
        rest = _without_reply(page, tail.start, end)
        parts.append(Part(head.start, head.end, tail.start, tail.end, head.findings + tail.findings))
        parts += _between(page, tail.end, rest)
        unfitting += len(_endings(page, tail.end, rest)) if rest > tail.end else 0
        evidence += _capitals(page, head.start, head.end) + _capitals(page, tail.start, tail.end)
    if evidence < 2 or 2 * unfitting > len(heads):
        return None
    return Cut(page, parts, evidence)


def parts_of_reviews(cut: Cut) -> list[Part]:
    """List the parts that are reviews: also text without a head after which stands what ends a review."""
    tail = re.compile(cut.page.site.tail)
    reviews: list[Part] = []
    for part, after in zip_longest(cut.parts, cut.parts[1:]):
        end = tail.match(cut.page.kinds, part.end, after.start if after else len(cut.page.kinds))
        if part.findings is not None:
            reviews.append(part)
        elif end and _has_capital(end.group()):
            reviews.append(part._replace(end=end.end()))
    return reviews


def _heads(page: Page) -> list[Head]:
    endings = _endings(page, 0, len(page.kinds))
    best: list[Head] = []
    for layout in page.site.heads:
        heads = _sure_heads(page, layout, endings)
        if (len(heads), -_first(heads)) > (len(best), -_first(best)):
            best = heads
    return best


def _first(heads: Sequence[Head]) -> int:
    return heads[0].start if heads else 0


def _sure_heads(page: Page, layout: str, endings: Sequence[int]) -> list[Head]:
    """Find heads; leave out those that may be text, and names that may be the end of the text before.

    A head is sure where no text of a review stands directly before it.
    """
    heads: list[Head] = []
    for match in re.finditer(layout, page.kinds):
        begun, start = heads[-1].end if heads else 0, match.start()
        ended = bisect_left(endings, begun) < bisect_left(endings, start)
        if not heads or ended or (start > begun and page.kinds[start - 1] not in TEXT_KINDS):
            heads.append(_head(page, match, start))
        elif _has_capital(match.group()) or not endings:
            heads.append(_head(page, match, start if _leads(page, match, begun) else start + 1))
    return heads


def _leads(page: Page, match: re.Match[str], begun: int) -> bool:
    """Tell whether a head may begin where it was found, and not after that line.

    It may where that line is furniture, or is a title or like a name, and not all of the text before.
    """
    start = match.start()
    if page.kinds[start] not in TEXT_KINDS:
        return True
    line = page.lines[start].shown
    if start == begun:
        return False
    if any(match.start(group) == start for group in match.groupdict() if field_name(group) == "title"):
        return True
    named = len(line) <= _LONGEST_NAME and line.count(" ") < _MOST_NAME_WORDS
    return named and not line.endswith(_SENTENCE_ENDS)


def _head(page: Page, match: re.Match[str], start: int) -> Head:
    placed = tuple(
        (field_name(group), page.lines[match.start(group)].shown)
        for group in match.groupdict()
        if match.start(group) >= start
    )
    return Head(start, match.end(), _said(page, start, match.end()) + placed)


def _said(page: Page, start: int, end: int) -> tuple[Finding, ...]:
    return tuple(finding for findings in page.findings[start:end] for finding in findings)


def _tail(page: Page, start: int, end: int) -> Head | None:
    """Find what ends a text: the first furniture that no prose has, or any at the very end."""
    while end > start and page.kinds[end - 1] == "p":
        end -= 1
    for match in re.compile(page.site.tail).finditer(page.kinds, start, end):
        if match.group() and (_has_capital(match.group()) or match.end() == end):
            return _head(page, match, match.start())
    return None


def _tail_before_own(page: Page, start: int, end: int) -> Head:
    """Find what ends a text that no sure furniture ends: the lines of the page, or where the next begins."""
    own = page.kinds.find("p", start + 1, end)
    if own < 0:
        return Head(end, end, ())
    return _tail(page, start, own) or Head(own, own, ())


def _endings(page: Page, start: int, end: int) -> list[int]:
    """List where texts end for sure."""
    tails = re.compile(page.site.tail).finditer(page.kinds, start, end)
    return [match.start() for match in tails if _has_capital(match.group())]


def _without_reply(page: Page, tail: int, end: int) -> int:
    reply = page.site.reply and re.compile(page.site.reply).search(page.kinds, tail, end)
    return reply.start() if reply else end


def _between(page: Page, start: int, end: int) -> Iterator[Part]:
    """Give the texts between reviews, without furniture; each ends where furniture stands.

    Beside lines of the page, as above the first review and below the last, a text is the page's too, unless
    what ends a review stands after it. A selection that begins within a review begins with its text.
    """
    beside = page.kinds.find("p", start, max(start, end)) >= 0
    tails = re.compile(page.site.tail).finditer(page.kinds, start, max(start, end))
    ends = [match for match in tails if _has_capital(match.group())]
    starts = [match.start() for match in ends]
    while match := _TEXTS.search(page.kinds, start, max(start, end)):
        at = bisect_left(starts, match.start())
        ended = at < len(ends) and starts[at] <= match.end()
        stop = starts[at] if ended else match.end()
        first = 0 if ended and start == 0 and not beside else match.start()
        if stop > first and (ended or not beside):
            yield Part(first, first, stop, stop, None)
        start = ends[at].end() if ended else match.end()


def _has_capital(kinds: str) -> bool:
    return any(kind.isupper() for kind in kinds)


def _capitals(page: Page, start: int, end: int) -> int:
    return sum(kind.isupper() for kind in page.kinds[start:end])
