"""Say which words of a review stand in the index of a corpus, and by what else each is found."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reviewcli.query import forms
from reviewcli.text import words

_STEMMERS = ("", *"ar da de el en es fi fr hu id it nl no pt ro ru sv tr ko".split())
MARKERS = dict(zip(_STEMMERS, "abcdefghijklmnopqrst", strict=True))
"""The character before every word of a review, by the stemmer of its language; written in every index."""

LANGUAGES = {marker: stemmer or None for stemmer, marker in MARKERS.items()}
SHORTEST_REVERSED = 3


def marker_of(language: object) -> str:
    """Return the marker of the reviews in a language."""
    return MARKERS[forms.stemmer_of(language if isinstance(language, str) else None)]


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
        language = LANGUAGES[marker]
        stem = forms.stem(word, language)
        if stem != word:
            yield stem_key(marker, stem)
        for sound in forms.keys(word, language):
            if sound != word:
                yield sound_key(marker, sound)
        if len(word) >= SHORTEST_REVERSED:
            yield ending_key(word)
