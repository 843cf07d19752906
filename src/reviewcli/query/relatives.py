"""Remember the forms met in texts by stem and by sound, so that those that answer a word are looked up."""

from collections.abc import Collection
from functools import lru_cache

from reviewcli.query.forms import answers, keys, stem, stemmer_of

KEPT = 262_144
"""How many forms that one stemmer serves are remembered; beyond, memory starts anew."""

_NONE: frozenset[str] = frozenset()


class Relatives:
    """The forms met in the texts that one stemmer serves.

    A form is stemmed when it is first met, since texts share most of their words, and spelt by its sound
    when a word that may be of another script is first asked for.
    """

    __slots__ = ("_by_key", "_by_stem", "_foreign", "_language", "_met", "_plain", "age")

    def __init__(self, language: str) -> None:
        self._language = language
        self.age = 0
        self._forget()

    def _forget(self) -> None:
        self.age += 1
        self._met: set[str] = set()
        self._by_stem: dict[str, set[str]] = {}
        self._by_key: dict[str, set[str]] = {}
        self._plain: list[str] = []
        self._foreign: list[str] = []

    def meet(self, forms: frozenset[str]) -> int:
        """Take in the forms of a text; return the age, which changes when all earlier ones are forgotten."""
        fresh = forms - self._met
        if fresh and len(self._met) > KEPT:
            self._forget()
            fresh = forms
        for form in fresh:
            self._by_stem.setdefault(stem(form, self._language), set()).add(form)
            (self._plain if form.isascii() else self._foreign).append(form)
        self._met |= fresh
        return self.age

    def of(self, wanted: str, among: frozenset[str]) -> Collection[str]:
        """Pick those that answer the word wanted among the forms of a text that was met."""
        self._spell(self._foreign)
        if not wanted.isascii():
            self._spell(self._plain)
        found = among & self._by_stem.get(stem(wanted, self._language), _NONE)
        for key in keys(wanted, self._language) if self._by_key else ():
            found |= among & self._by_key.get(key, _NONE)
        return [form for form in found if answers(wanted, form, self._language)]

    def _spell(self, waiting: list[str]) -> None:
        for form in waiting:
            for key in keys(form, self._language):
                self._by_key.setdefault(key, set()).add(form)
        waiting.clear()


def relatives_in(language: str | None) -> Relatives:
    """Return the memory for texts in a language."""
    return _relatives(stemmer_of(language))


@lru_cache(maxsize=64)
def _relatives(stemmer: str) -> Relatives:
    return Relatives(stemmer)
