"""Tell which forms of words answer each other: the same form, the same stem, or the same name in two scripts.

Forms are words as `reviewcli.text` folds them. Stems are of the language of a review, so one relation holds
within each language; it is symmetric, and every form answers itself. What has more than 64 letters is no
word of a language, and answers itself alone. Whoever keeps stems or keys makes them anew when any of this
changes.
"""

import re
import unicodedata
from functools import cache, lru_cache

from reviewcli.query.sounds import romanised, sound
from reviewcli.query.stemming import ALGORITHMS, stemmed

_FORMS_KEPT = 65_536
_FEWEST_LETTERS = 4
_LONGEST = 64

_UNSPACED = frozenset("CJK HIRAGANA KATAKANA BOPOMOFO THAI LAO KHMER MYANMAR".split())
"""Scripts of which one character is one form: too little to know a word by its sound."""


def stemmer_of(language: str | None) -> str:
    """Name the stemmer of a language by its code, or answer "" where there is none."""
    code = (language or "").lower()
    return code if code in ALGORITHMS else ""


def stem(form: str, language: str | None) -> str:
    """Give the stem that the forms of one word share in a language: the form itself where none is known."""
    name = stemmer_of(language)
    return _stem(form, name) if name and len(form) <= _LONGEST else form


@lru_cache(maxsize=_FORMS_KEPT)
def latin(form: str) -> str:
    """Spell a form by its sound in Latin letters, so that one name in several scripts is one key.

    Answer "" where that would tell too little: for fewer than four letters, and for scripts of which one
    character is one form. Numbers keep their value in any digits.
    """
    if len(form) > _LONGEST:
        return ""
    if not form.isascii() and _UNSPACED.intersection(script_of(form).split("+")):
        return ""
    if form.isdecimal():
        return "".join(str(unicodedata.decimal(digit)) for digit in form)
    letters = romanised(form)
    return sound(letters) if len(letters) >= _FEWEST_LETTERS else ""


@lru_cache(maxsize=_FORMS_KEPT)
def script_of(form: str) -> str:
    """Name the script of a form's letters, several joined by a plus, and "" for a form of Western digits."""
    if form.isascii():
        return "" if form.isdecimal() else "LATIN"
    return "+".join(sorted({script for character in form if (script := _script(character))}))


def keys(form: str, language: str | None) -> frozenset[str]:
    """List the keys of a form in other scripts: its own, and that of its stem in a language."""
    return frozenset({latin(form), latin(stem(form, language))} - {""})


def answers(wanted: str, form: str, language: str | None) -> bool:
    """Tell whether a form in a review of a language answers a word that is asked for."""
    if wanted == form:
        return True
    if script_of(wanted) == script_of(form):
        return stem(wanted, language) == stem(form, language)
    return not keys(wanted, language).isdisjoint(keys(form, language))


_stem = lru_cache(maxsize=_FORMS_KEPT)(stemmed)


@cache
def _script(character: str) -> str:
    if character.isascii() and not character.isalpha():
        return ""
    if unicodedata.category(character).startswith("M"):
        return ""
    return re.split("[ -]", unicodedata.name(character, "unknown"), maxsplit=1)[0]
