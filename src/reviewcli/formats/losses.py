"""Count what a format has no place for, so that nobody believes it is in the file."""

import re
from collections.abc import Callable, Iterable, Iterator

from reviewcli.formats.scheme import has_rivals
from reviewcli.formats.wellformed import is_wellformed
from reviewcli.model import SOURCE_EDGE, Review

LONGEST_CELL = 32_767
"""How many characters of UTF-16 a cell of a spreadsheet holds."""

LABEL_MARK = "__label__"


def _cut(review: Review) -> bool:
    return bool(review.gaps) or not review.before == review.after == SOURCE_EDGE


def _any_reasons(review: Review) -> bool:
    return bool(review.gaps or review.before.reasons or review.after.reasons)


def _longest(review: Review) -> int:
    cells = (review.text, review.title or "", review.author or "", "\n".join(review.notes))
    return max(utf16_length(cell) for cell in cells)


def utf16_length(text: str) -> int:
    """Count the units of UTF-16 that a text is: two for a character above U+FFFF."""
    return len(text) + (0 if text.isascii() else sum(character > "\uffff" for character in text))


FACTS: dict[str, tuple[str, Callable[[Review], bool]]] = {
    "numbers": ("numbers", lambda review: True),
    "keys": ("keys", lambda review: True),
    "titles": ("titles", lambda review: review.title is not None),
    "authors": ("authors", lambda review: review.author is not None),
    "ratings": ("ratings", lambda review: review.rating is not None),
    "dates": ("dates", lambda review: review.date is not None),
    "languages": ("languages", lambda review: review.language is not None),
    "items": ("items", lambda review: review.item is not None),
    "sources": ("sources", lambda review: True),
    "votes": ("helpful votes", lambda review: review.helpful is not None),
    "purchases": ("verified purchases", lambda review: review.verified is not None),
    "recommendations": ("recommendations", lambda review: review.recommended is not None),
    "notes": ("notes", lambda review: bool(review.notes)),
    "annotators": ("who gave the labels", lambda review: bool(review.annotations)),
    "times": ("when labels were given", lambda review: bool(review.annotations)),
    "milliseconds": (
        "fractions of the second in which labels were given",
        lambda review: any("." in one.time for one in review.annotations),
    ),
    "boundaries": ("where and why texts were cut", _cut),
    "reasons": ("why texts were cut", _any_reasons),
    "note ends": (
        "where a note of several lines ends",
        lambda review: len(review.notes) > 1 and any("\n" in note for note in review.notes),
    ),
    "empty fields": (
        "whether a field is empty or missing",
        lambda review: "" in (review.title, review.author, review.date, review.language, review.item),
    ),
    "rivals": ("labels that exclude each other, so neither goes out", has_rivals),
    "long text": (
        f"what is beyond {LONGEST_CELL:,} characters",
        lambda review: _longest(review) > LONGEST_CELL,
    ),
    "halves": ("halves of characters, which are U+FFFD there", lambda review: not is_wellformed(review)),
    "controls": (
        "control characters, for which marks stand there",
        lambda review: re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", review.text) is not None,
    ),
    "line breaks": (
        "line breaks and tabs, which are spaces there",
        lambda review: any(not one.isprintable() for one in review.text),
    ),
    "label marks": (
        f"words that begin with {LABEL_MARK}, which are cut in two there",
        lambda review: LABEL_MARK in review.text,
    ),
}


class Losses:
    """The facts that a format cannot hold, and how many of the reviews written have each."""

    def __init__(self, lost: Iterable[str]) -> None:
        self._tests = [(name, *FACTS[name]) for name in lost]
        self._counts = dict.fromkeys((name for name, _, _ in self._tests), 0)

    def counted(self, reviews: Iterable[Review]) -> Iterator[Review]:
        """Give the reviews on, and count what each of them loses."""
        if not self._tests:
            return iter(reviews)
        return self._count(reviews)

    def _count(self, reviews: Iterable[Review]) -> Iterator[Review]:
        for review in reviews:
            for name, _, has in self._tests:
                if has(review):
                    self._counts[name] += 1
            yield review

    def told(self) -> list[tuple[str, int]]:
        """Say what was lost, in words, and of how many reviews."""
        return [(words, self._counts[name]) for name, words, _ in self._tests if self._counts[name]]
