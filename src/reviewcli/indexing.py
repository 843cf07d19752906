"""Say which words of a review stand in the index of a corpus, and by what else each is found."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from reviewcli.query import forms
from reviewcli.text import words

NO_STEMMER = "a"
SHORTEST_REVERSED = 3
_FIRST_MARKER = 0x100
_A, _LETTERS = ord("a"), 26


def marker_of(language: object) -> str:
    """Return the character that stands before every word of a review in a language.

    It names the stemmer of the language, by the two letters of its code; reviews without share one. It is
    written in every corpus, so that it must stay as it is.
    """
    stemmer = forms.stemmer_of(language if isinstance(language, str) else None)
    return _marker(stemmer) if stemmer else NO_STEMMER


@cache
def _marker(stemmer: str) -> str:
    first, second = (ord(letter) - _A for letter in stemmer)
    return chr(_FIRST_MARKER + first * _LETTERS + second)


@cache
def language_of(marker: str) -> str | None:
    """Return the language that `marker_of` gave a marker, None for those without a stemmer."""
    if marker == NO_STEMMER:
        return None
    return "".join(chr(_A + place) for place in divmod(ord(marker) - _FIRST_MARKER, _LETTERS))


def indexed_words(document: Mapping[str, Any]) -> list[str]:
    """List the folded words of a stored review's title and text, as `searched_text` joins them."""
    title, text = document.get("title"), document.get("text")
    parts = [part for part in (title, text) if isinstance(part, str) and part]
    return words("\n".join(parts))


def stem_key(marker: str, stem: str) -> str:
    """Return the key of the words with a stem, in reviews with a marker."""
    return f"{marker}={stem}"


def sound_key(marker: str, sound: str) -> str:
    """Return the key of the words that sound so, in reviews with a marker."""
    return f"{marker}~{sound}"


def ending_key(ending: str) -> str:
    """Return what the keys of all words with an ending begin with."""
    return f"<{ending[::-1]}"


class ReviewAnalysis:
    """What the word index of the reviews knows of them."""

    def terms(self, document: Mapping[str, Any]) -> tuple[str, Sequence[str]]:
        """Return the marker of a stored review and its words."""
        return marker_of(document.get("language")), indexed_words(document)

    def keys(self, marker: str, word: str) -> Iterator[str]:
        """Give the keys of a word: its stem, its sounds, and itself read from the end."""
        language = language_of(marker)
        stem = forms.stem(word, language)
        if stem != word:
            yield stem_key(marker, stem)
        for sound in forms.keys(word, language):
            if sound != word:
                yield sound_key(marker, sound)
        if len(word) >= SHORTEST_REVERSED:
            yield ending_key(word)
