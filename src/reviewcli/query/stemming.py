"""Stem folded words: take off what sets the forms of one word apart in a language."""

import re
import sys
import unicodedata
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Protocol

from reviewcli.query.endings import quick
from reviewcli.text import fold

ALGORITHMS = {
    "ar": "arabic",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "hi": "hindi",
    "hu": "hungarian",
    "id": "indonesian",
    "it": "italian",
    "ko": "korean",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
"""The languages with a stemmer, by ISO 639-1 code: Snowball's, where they read folded words well."""

_BEFORE = {"pt": ("oes$", "ao"), "ru": ("(?<=[еоы])и$", "й")}
"""What a stemmer knows by its accents alone, as it must be spelt for it: plurals in -ões, endings in -й."""

_AFTER = {"el": ("(?<=..)ι$", "")}
"""What a stemmer leaves of some forms of a word and takes from others: the iota of βιβλίο, βιβλία."""

_PARTICLES = (
    "(?<=[가-힣]{2})(?:은|는|이|가|을|를|의|에|에서|에게|께|께서|한테|로|으로|와|과|랑|이랑"
    "|도|만|까지|부터|처럼|보다|마다|조차|이나)+$"
)


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - as the library names it


class _Korean:
    """Takes the particles off nouns, of which two syllables must be left."""

    def stemWord(self, word: str) -> str:  # noqa: N802 - as the library names it
        return re.sub(_PARTICLES, "", unicodedata.normalize("NFC", word))


def stemmed(form: str, language: str) -> str:
    """Give the folded stem of a folded word in one of the languages that have a stemmer."""
    if language in _BEFORE:
        form = re.sub(*_BEFORE[language], form)
    found = _stemmer(language).stemWord(form)
    if language in _AFTER:
        found = re.sub(*_AFTER[language], found)
    return fold(found)


@cache
def _stemmer(language: str) -> _Stemmer:
    algorithm = ALGORITHMS[language]
    if algorithm == "korean":
        return _Korean()
    # The stemmers in Python, also where a faster library is installed: its version may answer otherwise.
    module = import_module(f"{_snowball()}.{algorithm}_stemmer")
    made: _Stemmer = quick(getattr(module, f"{algorithm.title()}Stemmer"))()
    return made


@cache
def _snowball() -> str:
    """Name a package with the modules of `snowballstemmer` in it, which loads all of them at once itself."""
    found = find_spec("snowballstemmer")
    package = ModuleType(f"{__name__}.snowball")
    package.__path__ = list((found and found.submodule_search_locations) or ())
    sys.modules[package.__name__] = package
    return package.__name__
