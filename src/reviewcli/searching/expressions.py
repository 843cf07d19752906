"""Write the terms of a query that ask for text as an expression of FTS5."""

from collections.abc import Iterable
from typing import assert_never

from reviewcli.query.tree import And, Near, Or, Phrase, Prefix, Term, TextTerm, Word
from reviewcli.searching.vocabulary import Vocabulary

NOTHING = ""
"""What asks for words that stand in no review."""


def asks_for_text(term: Term) -> bool:
    """Tell whether a term is made of words to be there, and of nothing else."""
    match term:
        case Word() | Near() | Phrase() | Prefix():
            return True
        case And(terms) | Or(terms):
            return all(asks_for_text(one) for one in terms)
        case _:
            return False


def expression(term: Term, vocabulary: Vocabulary) -> str:
    """Return the expression that finds what answers a term that `asks_for_text`; NOTHING for none."""
    match term:
        case Word() | Phrase() | Prefix() | Near():
            return any_of(phrases(term, vocabulary))
        case And(terms):
            parts = [expression(one, vocabulary) for one in terms]
            return NOTHING if NOTHING in parts else " AND ".join(f"({part})" for part in parts)
        case Or(terms):
            return any_of(filter(None, (expression(one, vocabulary) for one in terms)))
        case _:
            raise ValueError(f"not text: {term!r}")


def any_of(parts: Iterable[str]) -> str:
    """Join expressions, or NOTHING, so that any may be answered."""
    return " OR ".join(f"({part})" for part in parts)


def phrases(term: TextTerm, vocabulary: Vocabulary) -> list[str]:
    """List the phrases of FTS5 that a term stands for: one for each word and marker that answers it."""
    match term:
        case Word(word):
            return [f'"{one.marker}{one.word}"' for one in vocabulary.answering(word)]
        case Near(word):
            return [f'"{one.marker}{one.word}"' for one in vocabulary.near(word)]
        case Phrase(words):
            return [_phrase(marker, words) for marker in vocabulary.standing(words)]
        case Prefix(words):
            markers = vocabulary.standing(words[:-1], words[-1])
            return [f"{_phrase(marker, words)} *" for marker in markers]
        case _:
            assert_never(term)


def _phrase(marker: str, words: Iterable[str]) -> str:
    return f'"{" ".join(marker + word for word in words)}"'
