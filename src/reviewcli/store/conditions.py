"""Conditions that TinyDB can call and that SQLite can answer from an index."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewcli.store.naming import field_expression

if TYPE_CHECKING:
    from typing import Protocol, TypeGuard

    class SqlCondition(Protocol):
        """A TinyDB condition that can also say itself as SQL over the column `doc`."""

        def __call__(self, value: Mapping[Any, Any]) -> bool:
            """Decide for one document."""
            ...

        def as_sql(self) -> tuple[str, tuple[object, ...]]:
            """Return an SQL expression and its parameters; true for just the documents this accepts."""
            ...


def says_sql(condition: object) -> "TypeGuard[SqlCondition]":
    """Tell whether a condition can be pushed down to SQLite."""
    return hasattr(condition, "as_sql")


def _field_of(document: Mapping[Any, Any], field: str) -> object:
    """Return the value of a field; dots lead into documents."""
    value: object = document
    for part in field.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


class Between(NamedTuple):
    """Accept documents whose integer `field` lies in `low..high`, both included; dots lead into documents."""

    field: str
    low: int
    high: int

    def __call__(self, value: Mapping[Any, Any]) -> bool:
        """Decide for one document, as TinyDB asks."""
        number = _field_of(value, self.field)
        return isinstance(number, int) and self.low <= number <= self.high

    def is_cacheable(self) -> bool:
        """Keep TinyDB from holding results of a condition that is asked once."""
        return False

    def as_sql(self) -> tuple[str, tuple[object, ...]]:
        """Say it in the form that an index on the field answers."""
        return f"{field_expression(self.field)} BETWEEN ? AND ?", (self.low, self.high)


class OneOf(NamedTuple):
    """Accept documents whose integer `field` is one of `numbers`."""

    field: str
    numbers: frozenset[int]

    def __call__(self, value: Mapping[Any, Any]) -> bool:
        """Decide for one document, as TinyDB asks."""
        number = _field_of(value, self.field)
        return isinstance(number, int) and number in self.numbers

    def is_cacheable(self) -> bool:
        """Keep TinyDB from holding results of a condition that is asked once."""
        return False

    def as_sql(self) -> tuple[str, tuple[object, ...]]:
        """Say it in the form that an index on the field answers."""
        numbers = f"[{','.join(map(str, sorted(self.numbers)))}]"
        return f"{field_expression(self.field)} IN (SELECT value FROM json_each(?))", (numbers,)
