"""Spell words by their sound in Latin letters, so that a name is spelt alike in whatever script."""

import re
import unicodedata
from operator import ne

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


def romanised(form: str) -> str:
    """Write a folded word letter by letter in Latin letters and digits."""
    if form.isascii():
        return form
    from anyascii import anyascii  # costs start-up, and only other scripts need it

    for letters, sound in _GREEK:
        form = form.replace(letters, sound)
    plain = anyascii(unicodedata.normalize("NFC", form)).lower()
    return "".join(filter(str.isalnum, plain))


def sound(letters: str) -> str:
    """Make one of the spellings of a sound that romanisations differ in."""
    for spelt, sound in _SOUNDS:
        letters = letters.replace(spelt, sound)
    if "c" in letters:
        letters = letters.replace("ce", "se").replace("ci", "si").replace("c", "k")
    return letters if all(map(ne, letters, letters[1:])) else re.sub(r"(.)\1+", r"\1", letters)
