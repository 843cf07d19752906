"""Read the clause that asks for a date, of any precision or counted back from today."""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

from reviewcli.query.fields.ranges import ends_of, refuse_backwards
from reviewcli.query.fields.value import Value
from reviewcli.query.tree import Dated
from reviewcli.text import fold

_WRITTEN = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?", re.ASCII)
_BACK = re.compile(r"-(\d{1,5})([dwmy])", re.ASCII)
_NAMED = {"today": 0, "yesterday": 1}
_FORMS = "2020, 2020-05, 2020-05-03, today, yesterday or -30d (also w, m and y)"


class Days(NamedTuple):
    """The first and the last day of what a date names."""

    first: date
    last: date


def read_date(value: Value) -> Dated:
    """Read a date or a range of them, to the days in which it begins and ends."""
    ends = ends_of(value, "2020")
    low, high = (None if end is None else _days(value, fold(end)) for end in (ends.low, ends.high))
    try:
        first = low and (low.last + timedelta(1) if ends.strict else low.first)
        last = high and (high.first - timedelta(1) if ends.strict else high.last)
    except OverflowError:
        value.refuse(f"'date:{value.shown}' leaves no day.", "Write a date between the years 1 and 9999.")
    if first and last and first > last:
        refuse_backwards(value, ends)
    return Dated(first.isoformat() if first else None, last.isoformat() if last else None)


def _days(value: Value, text: str) -> Days:
    try:
        days = _written(text) or _relative(text, value.today)
    except (ValueError, OverflowError):
        value.refuse(
            f"There is no such day as '{text[:20]}'.", f"Write a date of the calendar, such as {_FORMS}."
        )
    if not days:
        value.refuse(f"'date:{value.shown}' is not a date, nor a range of dates.", f"Write {_FORMS}.")
    return days


def _written(text: str) -> Days | None:
    """Find the days of a year, a month or a day. Raises ValueError for one that is not in the calendar."""
    found = _WRITTEN.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    first = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    if day is not None:
        return Days(first, first)
    return Days(first, _end_of_month(first.year, first.month if month else 12))


def _relative(text: str, today: str) -> Days | None:
    found = _BACK.fullmatch(text)
    if not (found or text in _NAMED):
        return None
    now = date.fromisoformat(today)
    day = _back(now, int(found[1]), found[2]) if found else now - timedelta(_NAMED[text])
    return Days(day, day)


def _back(today: date, count: int, unit: str) -> date:
    """Count back; a day that its month does not have becomes the last one of it."""
    if unit in "dw":
        return today - timedelta(days=count * (7 if unit == "w" else 1))
    year, month = divmod(today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1), 12)
    end = _end_of_month(year, month + 1)
    return end.replace(day=min(today.day, end.day))


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
