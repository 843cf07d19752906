"""Read a dump of annotations line by line, and refuse, with line and column, what is none."""

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, NoReturn

from reviewcli.errors import SourceError
from reviewcli.exchange.facts import FORMAT, HEADER, Fact
from reviewcli.exchange.shapes import OPEN, SHAPES, misfits, too_deep

_HINT = "Nothing was loaded. Mend the line, or have the file written again: reviewcli export --annotations"
_LONGEST_NUMBER = 20


class Told(NamedTuple):
    """One fact of a dump: on which line it stands, of which kind it is, and what it says."""

    line: int
    kind: str
    fact: Fact


class Dump(NamedTuple):
    """A dump as it was read: what to call it, and its facts in order."""

    name: str
    facts: list[Told]


def read_dump(data: bytes, name: str) -> Dump:
    """Read all facts of a dump. Raises SourceError, which names line and column, when it is none."""
    reader = _Reader(name)
    rows = enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1)
    facts = ((number, *reader.row(number, row)) for number, row in rows if row.strip())
    first = next(facts, None)
    if first is None:
        reader.refuse("The file is empty.", 1, 1)
    reader.check_header(*first)
    return Dump(name, [_fact(reader, *one) for one in facts])


def _fact(reader: "_Reader", number: int, text: str, fact: Fact) -> Told:
    kind = next((kind for kind in SHAPES if kind in fact), "")
    if not kind:
        reader.refuse("That is no fact that this reviewcli knows.", number, 1)
    for part, checks in SHAPES[kind].items():
        held = fact.get(part)
        if not isinstance(held, dict):
            reader.refuse(f"There is no '{part}' as there should be.", number, _column(text, part))
        if wrong := misfits(held, checks):
            what = "does not hold what it should" if wrong in held else "is missing"
            reader.refuse(f"The field '{wrong}' of '{part}' {what}.", number, _column(text, wrong))
        if part not in OPEN and (more := held.keys() - checks):
            reader.refuse(f"The field '{min(more)}' is not known.", number, _column(text, min(more)))
    if more := fact.keys() - SHAPES[kind]:
        reader.refuse(f"The field '{min(more)}' is not known.", number, _column(text, min(more)))
    return Told(number, kind, fact)


def _column(text: str, field: str) -> int:
    return text.find(json.dumps(field, ensure_ascii=False)) + 1 or 1


class _Reader:
    """Turn the lines of one file into JSON objects."""

    def __init__(self, name: str) -> None:
        self._name = name

    def refuse(self, why: str, line: int, column: int) -> NoReturn:
        """Say where the file is no dump, and why."""
        raise SourceError(f"{self._name}, line {line}, column {column}: {why}", hint=_HINT)

    def row(self, number: int, row: bytes) -> tuple[str, Fact]:
        """Read one line; return its text too, by which columns are found."""
        try:
            text = row.decode("utf-8")
        except UnicodeDecodeError as error:
            column = len(row[: error.start].decode("utf-8")) + 1
            self.refuse("That is not UTF-8.", number, column)
        try:
            fact = json.loads(
                text, parse_int=_whole, parse_float=_finite, parse_constant=_refused, object_pairs_hook=_once
            )
        except json.JSONDecodeError as error:
            self.refuse(f"That is not JSON ({error.msg}).", number, error.colno)
        except _OddError as odd:
            self.refuse(odd.why, number, text.find(odd.found) + 1 or 1)
        except RecursionError:
            self.refuse("It is nested too deep.", number, 1)
        if not isinstance(fact, dict):
            self.refuse("That is not a JSON object.", number, 1)
        if too_deep(fact):
            self.refuse("It is nested too deep.", number, 1)
        return text, fact

    def check_header(self, line: int, text: str, header: Mapping[str, Any]) -> None:
        """Refuse what does not begin as a dump of a format that we know does."""
        if header.get("holds") != HEADER["holds"] or not isinstance(header.get("format"), int):
            self.refuse("The first line does not say that these are reviewcli annotations.", line, 1)
        if header["format"] != FORMAT:
            why = f"It is of format {header['format']}, and this reviewcli knows {FORMAT}."
            self.refuse(why, line, _column(text, "format"))


class _OddError(ValueError):
    """Tell of something that JSON may hold and a dump may not."""

    def __init__(self, why: str, found: str) -> None:
        super().__init__(why)
        self.why = why
        self.found = found


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise _OddError("The number is too large.", digits)
    return int(digits)


def _finite(digits: str) -> float:
    if not math.isfinite(number := float(digits)):
        raise _OddError("The number is too large.", digits)
    return number


def _refused(word: str) -> NoReturn:
    raise _OddError(f"{word} is no number.", word)


def _once(pairs: list[tuple[str, Any]]) -> Fact:
    fact = dict(pairs)
    if len(fact) < len(pairs):
        names = _repeated([name for name, _ in pairs])
        name = next(names)
        raise _OddError(f"The field '{name}' stands there twice.", json.dumps(name, ensure_ascii=False))
    return fact


def _repeated(names: list[str]) -> Iterator[str]:
    return (name for at, name in enumerate(names) if name in names[:at])
