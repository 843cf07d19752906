"""Read dates as publishers write them, and write them as ISO 8601."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

_ISO = re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?:[T ]+(\d\d?:\d\d.*))?", re.ASCII)
_PART = re.compile(r"\d{4}(?:-\d\d)?", re.ASCII)
_CLOCK = re.compile(
    r"(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)? ?(AM|PM)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?", re.ASCII | re.IGNORECASE
)
_AMERICAN = re.compile(r"(\d\d?) (\d\d?), (\d{4})", re.ASCII)
_WORDS = re.compile(r"([a-z]{3,9})\.? (\d\d?)(?:st|nd|rd|th)?,? (\d{4})(?:[, ]+(\d\d?:\d\d.*))?", re.ASCII)
_WORDS_DAY_FIRST = re.compile(
    r"(?:[a-z]{3}, )?(\d\d?)(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})(?:[, ]+(\d\d?:\d\d.*))?",
    re.ASCII,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_FIRST = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST, _LATEST = 631_152_000, 4_102_444_800  # 1990 and 2100: no review is of another time


def iso_date(value: Any) -> str | None:
    """Return a date, and the time of day where it is told; None for nothing. Raises ValueError."""
    if isinstance(value, datetime):
        return _of_moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _of_text(value.strip()) if value.strip() else None
    raise ValueError("is not a date")


@lru_cache(maxsize=4096)
def _of_text(text: str) -> str:
    if found := _ISO.fullmatch(text):
        return _day(found[1], found[2], found[3], found[4])
    if _PART.fullmatch(text):
        return text
    if found := _AMERICAN.fullmatch(text):
        return _day(found[3], found[1], found[2])
    lowered = text.lower()
    if found := _WORDS.fullmatch(lowered):
        return _day(found[3], _month(found[1]), found[2], found[4])
    if found := _WORDS_DAY_FIRST.fullmatch(lowered):
        return _day(found[3], _month(found[2]), found[1], found[4])
    raise ValueError("is not a date")


def _month(name: str) -> str:
    if name[:3] not in _MONTHS:
        raise ValueError("is not a date")
    return str(_MONTHS.index(name[:3]) + 1)


def _day(year: str, month: str, day: str, clock: str | None = None) -> str:
    try:
        found = date(int(year), int(month), int(day)).isoformat()
    except ValueError as error:
        raise ValueError("is a day that no calendar has") from error
    return found + (f"T{_time(clock)}" if clock else "")


def _time(clock: str) -> str:
    found = _CLOCK.fullmatch(clock.strip())
    if not found:
        raise ValueError("is not a time of day")
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[4]:
        hour = hour % 12 + (12 if found[4].upper() == "PM" else 0)
    if hour > 23 or minute > 59 or second > 60:
        raise ValueError("is not a time of day")
    zone = (found[5] or "").upper()
    zone = "Z" if zone in {"Z", "UTC", "GMT"} else f"{zone[:3]}:{zone[-2:]}" if zone else ""
    return f"{hour:02}:{minute:02}:{second:02}{zone}"


def _of_moment(moment: datetime) -> str:
    if moment.tzinfo is None and not (moment.hour or moment.minute or moment.second):
        return moment.date().isoformat()
    text = moment.replace(microsecond=0).isoformat()
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def iso_of_epoch(value: Any) -> str | None:
    """Return the moment that a count of seconds, or milliseconds, since 1970 names; None for nothing."""
    if isinstance(value, date):
        return iso_date(value)
    if isinstance(value, str) and not value.strip():
        return None
    try:
        seconds = float(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise ValueError("is not a time since 1970") from error
    for unit in (1, 1_000, 1_000_000):
        if _EARLIEST <= seconds / unit <= _LATEST:
            return _of_moment(_FIRST + timedelta(seconds=int(seconds / unit)))
    raise ValueError("is not a time between 1990 and 2100")


def day_first(values: list[str]) -> bool | None:
    """Tell whether dates such as 3/4/2020 begin with the day; None where the values leave it open."""
    parts = [re.fullmatch(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})(?:[ ,]+\d.*)?", one.strip()) for one in values]
    found = [one for one in parts if one]
    if not found or len(found) < len(values):
        return None
    if any(int(one[1]) > 12 for one in found):
        return True
    if any(int(one[2]) > 12 for one in found):
        return False
    return True if all("." in one[0] for one in found) else None


def iso_of_numbers(value: Any, *, days_first: bool) -> str | None:
    """Return the date that 3/4/2020 names, once it is known which part is the day."""
    found = re.fullmatch(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})(?:[ ,]+(\d.*))?", str(value).strip())
    if not found:
        return iso_date(value)
    month, day = (found[2], found[1]) if days_first else (found[1], found[2])
    return _day(found[3], month, day, found[4])
