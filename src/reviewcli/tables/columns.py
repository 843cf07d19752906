"""Read records by a table of columns: which column says what, and how it is read."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from reviewcli.tables.entry import Entry, Field, Given, Record, Refused
from reviewcli.tables.markup import as_it_is, lines_of
from reviewcli.tables.values import Reader


class Column(NamedTuple):
    """A column, and how its values are read."""

    name: str
    read: Reader


class Columns(NamedTuple):
    """Which column says what.

    `scale` is what ratings are out of. `identity` are the columns that together tell a review from the others
    of its source, and with `everywhere` from all there are; they count only where the first has a value.
    `labels` reads the labels, `notes` are columns with notes.
    """

    text: str
    fields: Mapping[str, Column]
    markup: Callable[[str], str] = as_it_is
    scale: float | None = None
    identity: tuple[str, ...] = ()
    everywhere: bool = False
    labels: Callable[[Record], tuple[Given, ...]] | None = None
    notes: tuple[str, ...] = ()

    def read(self, record: Record) -> Entry:
        """Read a record. Raises Refused for one whose values are not what they should be."""
        fields = self._values(record)
        if self.scale and "rating" in fields:
            fields["rating_scale"] = self.scale
        return Entry(
            text_in(record, self.text, self.markup),
            fields,
            identity_in(record, self.identity),
            self.everywhere,
            labels=self.labels(record) if self.labels else (),
            notes=tuple(note for one in self.notes if (note := text_in(record, one, self.markup))),
        )

    def _values(self, record: Record) -> dict[str, Field]:
        found: dict[str, Field] = {}
        for field, (column, read) in self.fields.items():
            value = record.get(column)
            if value is None or value == "":
                continue
            try:
                said = read(value)
            except (ValueError, TypeError, OverflowError) as error:
                raise Refused(column, value, str(error)) from error
            if said is not None:
                found[field] = said
        return found


def text_in(record: Record, column: str, markup: Callable[[str], str] = as_it_is) -> str:
    """Return the text of a column, its paragraphs as lines. Raises Refused where there is something else."""
    value = record.get(column)
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise Refused(column, value, "is no text")
    return lines_of(markup(value))


def identity_in(record: Record, columns: tuple[str, ...]) -> str:
    """Join what tells a review from others; empty where the first of its columns is."""
    values = [str(record.get(one, "") if record.get(one) is not None else "").strip() for one in columns]
    return "\n".join(values) if values and values[0] else ""
