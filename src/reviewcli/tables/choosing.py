"""Decide how a table is read: as its publisher writes it, as somebody said, or by a guess."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reviewcli.errors import SourceError, UsageError
from reviewcli.tables.entry import Entry, Record
from reviewcli.tables.fields import ALL, TEXT
from reviewcli.tables.guessing import guess
from reviewcli.tables.registry import publisher_of
from reviewcli.tables.shaping import columns_by

OURS = "reviewcli"


class Choice(NamedTuple):
    """How to read the records of a table; `said` tells a person, `scope` is whose ids they have."""

    read: Callable[[Record], Entry]
    said: str
    scope: str = ""
    mapping: Mapping[str, str] | None = None


def parse_mapping(text: str) -> dict[str, str]:
    """Read `text=comment,rating=score`. Raises UsageError for what is none."""
    mapping: dict[str, str] = {}
    for part in text.split(","):
        field, equals, column = part.partition("=")
        field = field.strip()
        if field not in ALL:
            raise UsageError(f"There is no field '{field}' to map to.", hint=f"Fields are {', '.join(ALL)}.")
        if not equals or not column.strip():
            raise UsageError(
                f"--map does not say which column is the {field}.",
                hint="Write --map text=comment,rating=score",
            )
        mapping[field] = column.strip()
    return mapping


def choose(
    name: str,
    columns: Sequence[str],
    sample: Sequence[Record],
    mapping: Mapping[str, str] | None = None,
    remembered: Mapping[str, str] | None = None,
) -> Choice:
    """Decide how the table called `name` is read.

    What somebody says now goes before what is known of the publisher, that before what was said of a table
    of the same shape, and a guess comes last. Raises SourceError where nothing in it is a text, UsageError
    where a column is named that is not there.
    """
    if mapping:
        return _mapped(name, columns, sample, mapping)
    publisher = publisher_of(columns)
    if publisher:
        if publisher.without:
            raise SourceError(f"{name}: {publisher.without}.", hint="Choose an export that has the reviews.")
        return Choice(publisher.read, f"It was read as of {publisher.name}.", publisher.name)
    if remembered:
        said = f"It was read as was said of such a table before: {told(remembered)}."
        return Choice(columns_by(remembered, sample).read, said)
    guessed = guess(columns, sample)
    if TEXT not in guessed.mapping:
        raise SourceError(
            f"No column of {name} holds the text of reviews; it has {listed(columns)}.",
            hint="Say which it is: --map text=COLUMN",
        )
    said = ", ".join(
        f"{field} from {column} ({guessed.reasons[field]})" for field, column in guessed.mapping.items()
    )
    rest = [column for column in columns if column not in guessed.mapping.values() and "." not in column]
    unused = f"; not used: {listed(rest)}" if rest else ""
    return Choice(columns_by(guessed.mapping, sample).read, f"Columns were guessed: {said}{unused}.")


def _mapped(
    name: str, columns: Sequence[str], sample: Sequence[Record], mapping: Mapping[str, str]
) -> Choice:
    guessed = guess(columns, sample).mapping
    for column in mapping.values():
        if column not in columns:
            raise UsageError(
                f"{name} has no column '{column}'; it has {listed(columns)}.", hint="Name one of its columns."
            )
    rest = {
        field: column
        for field, column in guessed.items()
        if field not in mapping and column not in mapping.values()
    }
    whole = {**mapping, **rest}
    if TEXT not in whole:
        raise UsageError(f"No column of {name} is said to be the text.", hint="Add text=COLUMN to --map.")
    return Choice(columns_by(whole, sample).read, f"It was read so: {told(whole)}.", mapping=whole)


def told(mapping: Mapping[str, str]) -> str:
    """Say which column is what."""
    return ", ".join(f"{field} from {column}" for field, column in mapping.items())


def listed(columns: Sequence[str]) -> str:
    """Name some columns."""
    return ", ".join(columns[:12]) + (f" and {len(columns) - 12} more" if len(columns) > 12 else "")
