"""Propose another spelling for words of a query that hardly any review holds."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import islice
from typing import NamedTuple, TypeAlias

from reviewcli.model import Review
from reviewcli.query.forms import answers
from reviewcli.query.highlight import spans
from reviewcli.query.match import searched_text
from reviewcli.query.spelling import count_slips, slips_allowed
from reviewcli.query.tree import Phrase, Query, Word
from reviewcli.query.wanted import wanted_terms
from reviewcli.text import words

FEW = 2
"""At how many reviews, at most, a word may be a slip."""

TIMES = 5
"""How many times as many reviews must hold what a word that some hold is a slip for."""

MOST_DOUBTED = 10
"""Of how many words of a query, at most, the spelling is doubted: each has to be looked for."""

_SHORTEST_DOUBTED = 6
"""How long a word must be to be doubted where a review holds it: shorter ones are too near to others."""


class Known(NamedTuple):
    """A form in reviews of a language, and how many of those hold it."""

    form: str
    language: str | None
    reviews: int


class Respelling(NamedTuple):
    """A word of a query, folded, and what may have been meant, folded too."""

    word: str
    better: str


Nearby: TypeAlias = Callable[[str], Iterable[Known]]
"""Gives the forms in reviews that answer a word or are spelt like it; more do no harm."""


def respellings(query: Query, nearby: Nearby) -> list[Respelling]:
    """Propose spellings for the words that a query asks for and that hardly any review holds."""
    asked = dict.fromkeys(term.word for term in wanted_terms(query) if isinstance(term, Word))
    doubted = islice((word for word in asked if slips_allowed(word)), MOST_DOUBTED)
    proposed = ((word, better_spelling(word, nearby(word))) for word in doubted)
    return [Respelling(word, better) for word, better in proposed if better]


def better_spelling(word: str, nearby: Iterable[Known]) -> str | None:
    """Choose what a word may be a slip for: by the fewest slips, then by the most reviews, or nothing.

    A word that no review holds may be any other, one that few hold only a far commoner one. A number is
    never doubted.
    """
    allowed, found = slips_allowed(word), 0
    counts: Counter[str] = Counter()
    slips: dict[str, int] = {}
    for form, language, reviews in nearby:
        if answers(word, form, language):
            found += reviews
        elif (count := count_slips(word, form, most=allowed)) <= allowed:
            counts[form] += reviews
            slips[form] = count
    if found > FEW or (found and len(word) < _SHORTEST_DOUBTED) or not word.isalpha():
        return None
    likely = [form for form, reviews in counts.items() if reviews >= TIMES * found]
    return min(likely, key=lambda form: (slips[form], -counts[form], form), default=None)


def vocabulary(reviews: Iterable[Review]) -> list[Known]:
    """List the forms that reviews hold, by reading all of them."""
    counts: Counter[tuple[str, str | None]] = Counter()
    for review in reviews:
        counts.update((form, review.language) for form in set(words(searched_text(review))))
    return [Known(form, language, count) for (form, language), count in counts.items()]


def as_written(form: str, reviews: Iterable[Review]) -> str:
    """Give a form as the first of the reviews that holds it writes it first, or as it is."""
    for review in reviews:
        text = searched_text(review)
        for span in spans(Phrase((form,)), text):
            return text[span.start : span.end]
    return form
