"""Cut a text whose reviews are numbered, from its first line to its end, at the numbers."""

import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from reviewcli.model import Span
from reviewcli.pieces import Text, even_pieces
from reviewcli.split.structure.lines import Line, read_lines
from reviewcli.text import count_words

_WORDS = (
    "review|rezension|bewertung|critique|avis|recensione|reseña|resena|opinión|opinion|avaliação|resenha"
    "|recensie|recension|recenzja|opinia|отзыв|рецензия|κριτική|评论|評論|レビュー"
)
_STYLES = {
    "word": re.compile(rf"(?:{_WORDS}) ?(?:#|№|no\.?|nr\.?|n[°º])? ?(\d{{1,5}}) ?(?:[:.)–—-]+|$)", re.I),
    "hash": re.compile(r"[#№] ?(\d{1,5})(?: ?[:.)–—-]+(?!\S)|(?!\S))"),
    "alone": re.compile(r"[(\[]?(\d{1,5})[.:)\]]?$"),
    "brackets": re.compile(r"[(\[](\d{1,5})[)\]]"),
    "bracket": re.compile(r"(\d{1,5})\)"),
    "stop": re.compile(r"(\d{1,5})(?:\.(?![\d.])|、)"),
    "dash": re.compile(r"(\d{1,5}) ?[–—-](?!\S)"),
}
_LONGEST_MARK = 40
_MOST = 32_000_000
_FEWEST = {"word": 2, "hash": 2, "alone": 3}
_FEWEST_IN_LINE = 3
_FEWEST_FROM_THE_MIDDLE = 5
_SHORT, _LONG = 12, 25
_MUCH_LONGER = 4
_SURE, _LIKELY, _DOUBTFUL = 0.97, 0.9, 0.7


class NumberedReview(NamedTuple):
    """One review of a numbered text: its text without its number, where it stands, and the number.

    `starts` are where its lines begin.
    """

    text: str
    span: Span
    number: int
    starts: tuple[int, ...]


class Numbering(NamedTuple):
    """The reviews of a numbered text, and how likely it is that the numbers are theirs."""

    reviews: Sequence[NumberedReview]
    confidence: float


class _Item(NamedTuple):
    number: int
    first: int
    mark: int


def read_numbering(text: Text) -> Numbering | None:
    """Cut a text at its numbers; None where it has none, or they may be those of a list in one review.

    The first line must have a number; from there one must follow the other without a gap, in one style.
    A list within a review may count from 1 again, as long as no number of it could be the next review's.
    Where numbers are words of the first line, items must be longer than those of most lists, and not end
    with lines that only the last of them has. A text of more than 32 million characters has none: it is
    not held whole.
    """
    style = _style_of(next(even_pieces(text, 100 * _LONGEST_MARK), ""))
    if style is None:
        return None
    whole = next(even_pieces(text, _MOST + 1), "")
    if len(whole) > _MOST:
        return None
    lines = read_lines(whole)
    items = _items(lines, style)
    if items is None or len(items) < _fewest(style, items):
        return None
    reviews = list(_reviews(lines, items))
    confidence = _confidence(style, reviews)
    return Numbering(reviews, confidence) if confidence and len(reviews) > 1 else None


def _style_of(beginning: str) -> str | None:
    """Tell the style of the number that a text begins with, by its first lines."""
    first = next((line for line in beginning.splitlines() if line.strip()), "").strip()
    return next((style for style in _STYLES if _match(style, first)), None)


def _match(style: str, line: str) -> re.Match[str] | None:
    if style == "alone" and len(line) > _LONGEST_MARK:
        return None
    return _STYLES[style].match(line[:_LONGEST_MARK])


def _items(lines: Sequence[Line], style: str) -> list[_Item] | None:
    """List the lines that carry on the numbering; None where it breaks or may be another list's."""
    items: list[_Item] = []
    inner = 0
    for at, line in enumerate(lines):
        match = _match(style, line.text)
        if not match:
            continue
        number = int(match[1])
        carries_on = not items or number == items[-1].number + 1
        goes_on_within = bool(inner) and number == inner + 1
        if carries_on and not goes_on_within:
            items.append(_Item(number, at, match.end()))
            inner = 0
        elif not carries_on and (number == 1 or goes_on_within):
            inner = number
        else:
            return None
    return items


def _fewest(style: str, items: Sequence[_Item]) -> int:
    if items[0].number > 1:
        return _FEWEST_FROM_THE_MIDDLE
    return _FEWEST.get(style, _FEWEST_IN_LINE)


def _reviews(lines: Sequence[Line], items: Sequence[_Item]) -> Iterator[NumberedReview]:
    """Give the texts without their numbers; a number with nothing after it is no review."""
    ends = [*(item.first for item in items[1:]), len(lines)]
    for item, end in zip(items, ends, strict=True):
        first = lines[item.first]
        said = first.text[item.mark :].lstrip()
        start = first.start + len(first.text) - len(said)
        rest = lines[item.first + 1 : end]
        texts = [said, *(line.text for line in rest)] if said else [line.text for line in rest]
        if texts:
            starts = (*([start] if said else []), *(line.start for line in rest))
            last = rest[-1] if rest else first
            span = Span(starts[0], last.start + len(last.text))
            yield NumberedReview("\n".join(texts), span, item.number, starts)


def _confidence(style: str, reviews: Sequence[NumberedReview]) -> float:
    """Say how likely numbered stretches are reviews, by what the numbers look like and by their size.

    Items of a list within a review are short, and of a list that ends before the text does, the last
    goes on for much longer than any other.
    """
    if style == "word" or len(reviews) < 2:
        return _SURE
    *line_ends, last = (review.text.count("\n") for review in reviews)
    most = max(line_ends)
    if last > (_MUCH_LONGER * (most + 1) if most or style in _FEWEST else 0):
        return 0.0
    words = median(count_words(review.text) for review in reviews)
    if style == "alone":
        return _LIKELY
    if words < _SHORT:
        return _DOUBTFUL if style == "hash" else 0.0
    return _DOUBTFUL if words < _LONG else _LIKELY
