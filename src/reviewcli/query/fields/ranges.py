"""Part what is said of a range into its ends: `3`, `3..7`, `3..`, `..7`, `>3`, `>=3`, `<7`, `<=7`."""

import re
from typing import NamedTuple

from reviewcli.query.fields.value import Value

_COMPARISON = re.compile(r"(>=|<=|=>|=<|>|<|=|≥|≤)?(.*)", re.DOTALL)
_ROUNDED = {"≥": ">=", "≤": "<=", "=>": ">=", "=<": "<=", "=": ""}


class Ends(NamedTuple):
    """The ends of a range as written; either may be missing, and `strict` leaves out the one there is."""

    low: str | None
    high: str | None
    strict: bool = False


def ends_of(value: Value, example: str) -> Ends:
    """Part a range at its dots, or take off its comparison; `example` is the number or date of a hint."""
    text = "".join(value.text.split())
    found = _COMPARISON.fullmatch(text)
    sign, rest = (found[1] or "", found[2]) if found else ("", text)
    low, dots, high = rest.partition("..")
    sign = _ROUNDED.get(sign, sign)
    if sign and dots:
        value.refuse(
            f"'{value.field}:{value.shown}' has both '{sign}' and '..'.",
            f"Write one of the two, such as {value.field}:{example}.. or '{value.field}:>={example}'.",
        )
    high = high.removeprefix(".")
    if not (low or high):
        value.refuse(
            f"'{value.field}:{value.shown}' names no end of the range.",
            f"Write at least one, such as {value.field}:{example}..",
        )
    if dots:
        return Ends(low or None, high or None)
    if sign.startswith(">"):
        return Ends(low, None, strict=sign == ">")
    return Ends(None, low, strict=sign == "<") if sign else Ends(low, low)


def refuse_backwards(value: Value, ends: Ends) -> None:
    """Raise the error of a range whose ends stand the wrong way round."""
    value.refuse(
        f"'{value.field}:{value.shown}' runs backwards.", f"Write {value.field}:{ends.high}..{ends.low}"
    )
