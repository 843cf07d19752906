"""Tell which forms of words answer each other: the same form, the same stem, or the same name in two scripts.

Forms are words as `reviewcli.text` folds them. Stems are of the language of a review, so one relation holds
within each language; it is symmetric, and every form answers itself.
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib import import_module
from typing import Protocol

RELATION = 1
"""Counts up with every change of what answers what: whoever keeps stems or keys keeps this beside them."""

_FORMS_KEPT = 65_536
_FEWEST_LETTERS = 4

_STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "id": "indonesian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
"""Languages by ISO 639-1 code, each with the Snowball stemmer that reads its folded forms."""

_UNSPACED = frozenset("CJK HIRAGANA KATAKANA BOPOMOFO THAI LAO KHMER MYANMAR".split())
"""Scripts of which one character is one form: too little to know a word by its sound."""

_GREEK = (
    ("ου", "u"), ("αυ", "av"), ("ευ", "ev"), ("ει", "i"), ("οι", "i"), ("αι", "e"), ("χ", "h"),
)  # fmt: skip
"""What Greek letters sound like where letter by letter they would read otherwise."""

_SOUNDS = (
    ("sch", "s"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("tch", "ts"), ("ch", "ts"), ("tz", "ts"),
    ("ph", "v"), ("f", "v"), ("w", "v"), ("th", "t"), ("gh", "g"), ("ck", "k"), ("q", "k"), ("x", "ks"),
    ("y", "i"), ("j", "i"), ("gie", "e"), ("ie", "e"), ("iu", "u"), ("ou", "u"), ("oo", "u"),
    ("ei", "i"), ("oi", "i"), ("ai", "e"), ("ae", "e"),
    ("mp", "b"), ("mb", "b"), ("nt", "d"), ("nd", "d"), ("gk", "g"), ("nk", "g"), ("ng", "g"),
)  # fmt: skip
"""What the romanisations of Greek, Russian and other names disagree about, made one, in this order."""


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - as the library names it


def stemmer_of(language: str | None) -> str:
    """Name the stemmer of a language by its code, or answer "" where there is none."""
    code = (language or "").lower()
    return code if code in _STEMMERS else ""


def stem(form: str, language: str | None) -> str:
    """Give the stem that the forms of one word share in a language: the form itself where none is known."""
    name = stemmer_of(language)
    return _stem(form, name) if name else form


@lru_cache(maxsize=_FORMS_KEPT)
def latin(form: str) -> str:
    """Spell a form by its sound in Latin letters, so that one name in several scripts is one key.

    Answer "" where that would tell too little: for fewer than four letters, and for scripts of which one
    character is one form. Numbers keep their value in any digits.
    """
    if form.isdecimal():
        return "".join(str(unicodedata.decimal(digit)) for digit in form)
    if _UNSPACED.intersection(script_of(form).split("+")):
        return ""
    letters = form if form.isascii() else _romanised(form)
    return _sound(letters) if len(letters) >= _FEWEST_LETTERS else ""


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


@lru_cache(maxsize=_FORMS_KEPT)
def _stem(form: str, name: str) -> str:
    return _stemmer(name).stemWord(form)


@cache
def _stemmer(name: str) -> _Stemmer:
    algorithm = _STEMMERS[name]
    # The stemmers in Python, also where a faster library is installed: its version may answer otherwise.
    module = import_module(f"snowballstemmer.{algorithm}_stemmer")
    made: _Stemmer = getattr(module, f"{algorithm.title()}Stemmer")()
    return made


def _romanised(form: str) -> str:
    from anyascii import anyascii  # costs start-up, and only other scripts need it

    for letters, sound in _GREEK:
        form = form.replace(letters, sound)
    plain = anyascii(unicodedata.normalize("NFC", form)).lower()
    return "".join(filter(str.isalnum, plain))


def _sound(letters: str) -> str:
    for spelt, sound in _SOUNDS:
        letters = letters.replace(spelt, sound)
    letters = re.sub("c(?=[ei])", "s", letters).replace("c", "k")
    return re.sub(r"(.)\1+", r"\1", letters)


@cache
def _script(character: str) -> str:
    if character.isascii() and not character.isalpha():
        return ""
    if unicodedata.category(character).startswith("M"):
        return ""
    return re.split("[ -]", unicodedata.name(character, "unknown"), maxsplit=1)[0]
