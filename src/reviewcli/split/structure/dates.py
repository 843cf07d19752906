"""Read the dates that review sites write, in ten languages."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

_MONTHS = (
    # English, German, French, Italian, Spanish, Portuguese, Dutch, Swedish, Polish
    "january jan januar jänner janvier janv gennaio gen enero ene janeiro januari stycznia sty",
    "february feb februar février févr fevrier febbraio febrero fevereiro fev februari lutego lut",
    "march mar märz mär mrz mars marzo março marco maart mrt marca",
    "april apr avril avr aprile abril abr kwietnia kwi",
    "may mai maggio mag mayo maio mei maj maja",
    "june jun juni juin giugno giu junio junho czerwca cze",
    "july jul juli juillet juil luglio lug julio julho lipca lip",
    "august aug août aout agosto ago augustus augusti sierpnia sie",
    "september sep sept septembre settembre set septiembre setiembre setembro września wrz",
    "october oct oktober okt octobre ottobre ott octubre outubro out października paź",
    "november nov novembre noviembre novembro listopada lis",
    "december dec dezember dez décembre déc dicembre dic diciembre dezembro grudnia gru",
)
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_MONTH = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_FORMS = (
    r"{year}年 ?{number}月(?: ?{day}日)?",
    r"{year}-{number}-{day}",
    r"{first}[./]{second}[./]{year}",
    r"{day}(?:st|nd|rd|th|er|º|°|\.)? (?:de |of )?{month}\.?,?(?: del?)? {year}",
    r"{month}\.? {day}(?:st|nd|rd|th)?,? {year}",
    r"{month}\.?,?(?: de)? {year}",
)
_NUMBERS = re.compile(r"(\d\d?)[./](\d\d?)[./]\d{4}")
_PARTS = {
    "year": r"(?:19|20)\d\d",
    "number": r"\d\d?",
    "first": r"\d\d?",
    "second": r"\d\d?",
    "day": r"\d\d?",
    "month": f"(?:{_MONTH})",
}

DATE = "(?:" + "|".join(form.format(**_PARTS) for form in _FORMS) + ")"
"""A pattern, without groups, for a date with a year; to be matched without regard to case."""


def parse_date(text: str, *, day_first: bool | None = None) -> str | None:
    """Give a date as ISO 8601, `YYYY-MM-DD` or `YYYY-MM`; None where it is none, or not only one.

    Of two numbers before the year, the one above 12 is the day; where neither is and `day_first` does
    not say, the order is unknown and so is the date.
    """
    for form in _patterns():
        match = form.fullmatch(text)
        if match:
            return _iso(match.groupdict(), day_first=day_first)
    return None


def day_comes_first(dates: Iterable[str]) -> bool | None:
    """Tell from the dates of one page whether the day stands before the month; None where they do not say."""
    orders = {first > 12 for first, second in map(_two_numbers, dates) if (first > 12) != (second > 12)}
    return orders.pop() if len(orders) == 1 else None


def _two_numbers(text: str) -> tuple[int, int]:
    match = _NUMBERS.fullmatch(text)
    return (int(match[1]), int(match[2])) if match else (0, 0)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    named = {name: f"(?P<{name}>{part})" for name, part in _PARTS.items()}
    return tuple(re.compile(form.format(**named), re.IGNORECASE) for form in _FORMS)


def _iso(parts: dict[str, str | None], *, day_first: bool | None) -> str | None:
    year, day = int(parts["year"] or 0), parts.get("day")
    if "first" in parts:
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        if max(first, second) <= 12 and first != second and day_first is None:
            return None
        swapped = first > 12 or (second <= 12 and day_first)
        month, day = (second, str(first)) if swapped else (first, str(second))
    else:
        month = _NUMBER_OF.get((parts.get("month") or "").lower()) or int(parts.get("number") or 0)
    try:
        whole = date(year, month, int(day or 1))
    except ValueError:
        return None
    return whole.isoformat() if day else f"{whole:%Y-%m}"
