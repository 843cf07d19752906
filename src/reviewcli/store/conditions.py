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


class Between(NamedTuple):
    """Accept documents whose integer `field` lies in `low..high`, both included; dots lead into documents."""

    field: str
    low: int
    high: int

    def __call__(self, value: Mapping[Any, Any]) -> bool:
        """Decide for one document, as TinyDB asks."""
        number: object = value
        for part in self.field.split("."):
            number = number.get(part) if isinstance(number, Mapping) else None
        return isinstance(number, int) and self.low <= number <= self.high

    def is_cacheable(self) -> bool:
        """Keep TinyDB from holding results of a condition that is asked once."""
        return False

    def as_sql(self) -> tuple[str, tuple[object, ...]]:
        """Say it in the form that an index on the field answers."""
        return f"{field_expression(self.field)} BETWEEN ? AND ?", (self.low, self.high)
