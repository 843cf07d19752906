"""Read the values of single fields; each reader takes a cell or a JSON value and gives None for nothing.

What cannot be read is a ValueError, whose text ends the sentence that begins with the value.
"""

import re
from collections.abc import Callable
from math import isfinite
from typing import Any, TypeAlias

from reviewcli.tables.entry import Field

Reader: TypeAlias = Callable[[Any], Field | None]

_TRUE = frozenset({"true", "yes", "y", "1", "t", "recommended"})
_FALSE = frozenset({"false", "no", "n", "0", "f", "not recommended"})
_CODE = re.compile("([a-z]{2,3})([-_].*)?")
_LIKE_A_FORMULA = re.compile('="(.*)"', re.DOTALL)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_COMMA = re.compile(r"[+-]?\d+,\d{1,2}")
_OUT_OF = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(?:/|out of|of|von|sur|de)\s*\d+(?: stars?)?|(\d+(?:[.,]\d+)?) stars?", re.I
)
_STARS = re.compile(r"([★⭐]+)([☆]*)\ufe0f?")
# The names that Steam has for languages, which are no codes.
_LANGUAGES = {
    "english": "en", "german": "de", "french": "fr", "spanish": "es", "latam": "es", "italian": "it",
    "portuguese": "pt", "brazilian": "pt", "russian": "ru", "schinese": "zh", "tchinese": "zh",
    "japanese": "ja", "koreana": "ko", "polish": "pl", "turkish": "tr", "dutch": "nl", "swedish": "sv",
    "norwegian": "no", "danish": "da", "finnish": "fi", "czech": "cs", "hungarian": "hu", "romanian": "ro",
    "greek": "el", "bulgarian": "bg", "ukrainian": "uk", "thai": "th", "vietnamese": "vi", "indonesian": "id",
    "arabic": "ar",
}  # fmt: skip


def name(value: Any) -> str | None:
    """Read words on one line, or a number as it is written; of `="978…"` what keeps it a text is left."""
    if isinstance(value, str):
        if value[:2] == '="' and (found := _LIKE_A_FORMULA.fullmatch(value)):
            value = found[1]
        return " ".join(value.split()) or None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("is no name")
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def number(value: Any) -> float | None:
    """Read a number, also `1,234`, `4,5`, `4/5` and stars."""
    if isinstance(value, str):
        return _number_of(value.strip()) if value.strip() else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("is no number")
    return _finite(value)


def _number_of(text: str) -> float:
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    elif _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    elif found := _OUT_OF.fullmatch(text):
        text = (found[1] or found[2]).replace(",", ".")
    elif found := _STARS.fullmatch(text):
        return float(len(found[1]))
    if "_" in text:
        raise ValueError("is no number")
    try:
        return _finite(float(text))
    except ValueError as error:
        raise ValueError("is no number") from error


def _finite(value: float) -> float:
    if not isfinite(value) if isinstance(value, float) else abs(value) > 10**15:
        raise ValueError("is no number that can be")
    return float(value)


def stars(most: float, *, least: float = 1, unrated: tuple[float, ...] = (0,)) -> Reader:
    """Return a reader of ratings up to `most`; those that are `unrated` are none."""

    def read(value: Any) -> float | None:
        found = number(value)
        if found is None or found in unrated:
            return None
        if not least <= found <= most:
            raise ValueError(f"is not a rating from {least:g} to {most:g}")
        return found

    return read


def whole(value: Any) -> int | None:
    """Read a count, which is no less than zero."""
    found = number(value)
    if found is None:
        return None
    if found < 0 or found != int(found):
        raise ValueError("is no count")
    return int(found)


def truth(value: Any) -> bool | None:
    """Read yes or no."""
    if isinstance(value, bool):
        return value
    text = str(int(value) if isinstance(value, float) and value.is_integer() else value).strip().lower()
    if not text:
        return None
    if text not in _TRUE | _FALSE:
        raise ValueError("is neither yes nor no")
    return text in _TRUE


def language(value: Any) -> str | None:
    """Read the code of a language, of which the region is left away; what is none is told from the text."""
    text = value.strip().lower() if isinstance(value, str) else ""
    found = _CODE.fullmatch(text)
    return _LANGUAGES.get(text) or (found[1] if found else None)
