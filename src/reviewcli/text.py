"""Fold text so that what looks alike compares alike, and cut it into tokens."""

import codecs
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

_ALIKE = {
    **dict.fromkeys("‘’‚‛′‵ʹʻʼʽˈ‹›´᾽\u1ffd", "'"),
    **dict.fromkeys("“”„‟″‶«»〝〞〟", '"'),
    **dict.fromkeys("‐‑‒–—―−⁃˗", "-"),
    **dict(zip("ðıȷĸŋ\u06a9\u06cc\u0649", "dijkn\u0643\u064a\u064a", strict=True)),
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "\u0640": "",
}
"""Characters that no decomposition brings together: quotes, dashes, letters of their own, Arabic forms."""

_INVISIBLE = frozenset(
    [0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10)]
)

# Patterns stay strings: `re` compiles each at its first use, so a command that never cuts text pays nothing.
LONGEST_WORD = 1000
"""How many folded characters a token has at most: the rest of a longer run is the next token.

An index keeps no more than 32,768 bytes of one.
"""
_WORD = rf"[^\W_]{{1,{LONGEST_WORD}}}"
_NOT_PLAIN = (
    "[\u0700-\u10ff\u1200-\u1cff\u2d7f\u2e80-\uabff\uf900-\ufaff\U00010a00-\U0001efff\U00020000-\U0010ffff]"
)
_SHAPED_WORD = f"sm{{0,{LONGEST_WORD - 1}}}|w[wm]{{0,{LONGEST_WORD - 1}}}"
_UNSPACED = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3041-\u312f\u31a0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff\U0001aff0-\U0001b16f\U00020000-\U0003ffff]"
)
_FIRST_CJK = "\u2e80"
_CJK = (
    "[\u2e80-\u2fdf\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u312f\u31a0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U0001aff0-\U0001b16f\U00020000-\U0003ffff]"
    "[\u3099\u309a\uff9e\uff9f]*"
)

_PUNCTUATION = "\xa0«»–—−‐‑‘’‚“”„†•…‹›€"
_ALPHABETS = (
    "".join(map(chr, range(0xA1, 0x100))),
    "áâãäçéëíîóôöúüýÁÂÄÇÉËÍÎÓÔÖÚÜÝăąćčďđęěğıłńňőřśşšťůűźżžșțĂĄĆČĎĐĘĚĞİŁŃŇŐŘŚŞŠŤŮŰŹŻŽȘȚ",
    "".join(map(chr, range(0x386, 0x3CF))),
    "".join(map(chr, range(0x400, 0x460))) + "№",
)
"""What stands beside ASCII and punctuation: letters of Western Europe, farther east, Greek, Cyrillic."""

_PAIRS = (("ß", "ss"), ("œ", "oe"), ("æ", "ae"))
_NO_CHARACTER = "\ufffe"


class Token(NamedTuple):
    """A word as it compares, and where it stands: `start` and `end` count characters of the text as given."""

    folded: str
    start: int
    end: int


class _Folds(dict[int, str]):
    """What each code point folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


class _Shapes(dict[int, str]):
    """The part each code point of folded text plays: `w` in words, `s` a word alone, `m` a mark, or none."""

    def __missing__(self, code: int) -> str:
        shape = self[code] = _shape(chr(code))
        return shape


class _Alphabet:
    """Cuts a text of few characters into folded words, each character folding to one or parting words."""

    def __init__(self, letters: Iterable[str]) -> None:
        folds = {character: fold(character) for character in letters}
        parts = {
            character: folded if folded.isalnum() else " "
            for character, folded in folds.items()
            if len(folded) == 1 or (folded and not any(map(str.isalnum, folded)))
        }
        self._encoding = codecs.charmap_build("".join(parts).ljust(256, _NO_CHARACTER))
        self._decoding = "".join(parts.values())

    def words(self, text: str) -> list[str] | None:
        """List the words of a text, or answer None where a character is of another alphabet."""
        try:
            codes, _ = codecs.charmap_encode(text, "strict", self._encoding)
        except UnicodeEncodeError:
            return None
        return codecs.charmap_decode(codes, "strict", self._decoding)[0].split()


@cache
def _alphabet(letters: str) -> _Alphabet:
    return _Alphabet("".join(map(chr, range(128))) + _PUNCTUATION + letters)


_FOLDS = _Folds()
_SHAPES = _Shapes()


def fold(text: str) -> str:
    """Remove case, diacritics and typographic variants: NFKD, strip, casefold, NFKD, strip, then look-alikes.

    Idempotent, and `fold(a + b) == fold(a) + fold(b)`. Accents, Hebrew points and Arabic vowel signs go;
    vowels, viramas, tones and voicing marks of Indic scripts, Thai, Tibetan and kana stay, since without
    them words of other meanings would meet. Hangul ends as jamo. Invisible characters go.
    """
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def fold_name(name: str) -> str:
    """Fold a name such as a label's, with every run of white space one space and none at the ends."""
    return " ".join(fold(name).split())


def words(text: str) -> list[str]:
    """List the folded tokens of a text, without their places: what matching needs, at a tenth of the cost."""
    for pair, two in _PAIRS:
        text = text.replace(pair, two)
    for letters in _ALPHABETS:
        if (found := _alphabet(letters).words(text)) is not None:
            return _in_bounds(found)
    folded = fold(text)
    if _is_plain(folded):
        return re.findall(_WORD, folded)
    return [folded[start:end] for start, end in _word_spans(folded)]


def _in_bounds(found: list[str]) -> list[str]:
    """Cut the words that are too long for one token."""
    if max(map(len, found), default=0) <= LONGEST_WORD:
        return found
    return [word[at : at + LONGEST_WORD] for word in found for at in range(0, len(word), LONGEST_WORD)]


def tokens(text: str) -> Iterator[Token]:
    """Cut a text into words: runs of letters, digits and marks.

    Apostrophes, hyphens and underscores split, and so does every thousandth character of a run. In
    scripts that put no space between words (Han, kana, Thai, Lao, Khmer, Myanmar) each character with
    its marks is a token, so that words are found as phrases.
    """
    folded = fold(text)
    if text.isascii() or all(len(_FOLDS[ord(character)]) == 1 for character in set(text)):
        for start, end in _word_spans(folded):
            yield Token(folded[start:end], start, end)
        return
    origins = [at for at, character in enumerate(text) for _ in _FOLDS[ord(character)]]
    origins.append(len(text))
    for start, end in _word_spans(folded):
        # A character that folds to several may be cut between them; its tokens then share it.
        after = max(origins[end], origins[end - 1] + 1)
        yield Token(folded[start:end], origins[start], after)


def count_words(text: str) -> int:
    """Count words as a person does: stretches without white space that hold a letter or digit.

    "don't" is one word; each Han or kana character counts as one.
    """
    rest, count = (text, 0) if max(text, default="") < _FIRST_CJK else re.subn(_CJK, " ", text)
    return count + sum(
        1 for stretch in rest.split() if stretch[0].isalnum() or any(map(str.isalnum, stretch))
    )


def _is_plain(folded: str) -> bool:
    """Tell whether runs of letters and digits are its words: no marks, no script without spaces."""
    return folded.isascii() or not re.search(_NOT_PLAIN, folded)


def _word_spans(folded: str) -> list[tuple[int, int]]:
    if _is_plain(folded):
        return [match.span() for match in re.finditer(_WORD, folded)]
    return [match.span() for match in re.finditer(_SHAPED_WORD, folded.translate(_SHAPES))]


def _fold_character(character: str) -> str:
    if character in _ALIKE:
        return _ALIKE[character]
    bare = _strip(unicodedata.normalize("NFKD", character))
    bare = _strip(unicodedata.normalize("NFKD", bare.casefold()))
    return "".join(_ALIKE.get(part, _unadorned(part)) for part in bare)


def _strip(text: str) -> str:
    return "".join(character for character in text if not _is_dropped(character))


def _is_dropped(character: str) -> bool:
    """Tell whether folding drops it: accents by combining class (Unicode, table 4-3), and the unseen."""
    if unicodedata.category(character) in ("Cf", "Me"):
        return True
    if ord(character) in _INVISIBLE or 0xE0100 <= ord(character) <= 0xE01EF:
        return True
    combining = unicodedata.combining(character)
    return combining == 1 or 10 <= combining <= 36 or combining >= 200


def _unadorned(character: str) -> str:
    """Take the stroke, hook or tail off a Latin letter by its name: `ø` is SMALL LETTER O WITH STROKE."""
    name = unicodedata.name(character, "")
    if name.startswith("LATIN SMALL LETTER ") and name[20:26] == " WITH ":
        return name[19].lower()
    return character


def _shape(character: str) -> str:
    if unicodedata.category(character).startswith("M"):
        return "m"
    if not character.isalnum():
        return " "
    return "s" if re.match(_UNSPACED, character) and not character.isdecimal() else "w"
