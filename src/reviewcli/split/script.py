"""Tell the script and, by its small words, the language of a paragraph."""

import re
from collections import Counter

from reviewcli.split.languages import LEXICONS

_SCRIPTS = (
    ("Greek", "\u0370-\u03ff\u1f00-\u1fff"),
    ("Cyrillic", "\u0400-\u052f"),
    ("Armenian", "\u0530-\u058f"),
    ("Hebrew", "\u0590-\u05ff"),
    ("Arabic", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"),
    ("Devanagari", "\u0900-\u097f"),
    ("Bengali", "\u0980-\u09ff"),
    ("Tamil", "\u0b80-\u0bff"),
    ("Thai", "\u0e00-\u0e7f"),
    ("Georgian", "\u10a0-\u10ff"),
    ("Hangul", "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"),
    ("Kana", "\u3041-\u30ff"),
    ("Han", "\u3400-\u4dbf\u4e00-\u9fff"),
    ("Latin", "A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff"),
)
_RUNS = [(name, re.compile(f"[{letters}]")) for name, letters in _SCRIPTS]
_ASCII_LETTER = re.compile("[A-Za-z]")
_KANA_SHARE = 0.1


def script_of(sample: str) -> str | None:
    """Tell the script most letters of a sample are in, or None where it has no letters.

    A sample with Kana in it is Japanese, though most of its letters may be Han.
    """
    if sample.isascii():
        return "Latin" if _ASCII_LETTER.search(sample) else None
    counts = {name: len(letters.findall(sample)) for name, letters in _RUNS}
    if counts["Kana"] > _KANA_SHARE * counts["Han"]:
        counts["Kana"] += counts["Han"]
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else None


def _languages_of_words() -> dict[str, tuple[str, ...]]:
    words = {word for lexicon in LEXICONS.values() for word in lexicon.common}
    return {
        word: tuple(code for code, lexicon in LEXICONS.items() if word in lexicon.common) for word in words
    }


_LANGUAGES = _languages_of_words()


def language_of(words: list[str]) -> str | None:
    """Tell the language whose small words occur most, or None where too few occur or two tie."""
    counts = Counter(code for word in words for code in _LANGUAGES.get(word, ()))
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
