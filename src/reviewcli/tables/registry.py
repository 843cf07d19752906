"""Know the publishers: one file each in `reviewcli.tables.publishers`."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from reviewcli.tables import publishers
from reviewcli.tables.entry import Publisher


@cache
def all_publishers() -> tuple[Publisher, ...]:
    """List all publishers, those that are told by most columns first."""
    names = sorted(module.name for module in iter_modules(publishers.__path__))
    modules = [import_module(f"{publishers.__name__}.{name}") for name in names]
    found: list[Publisher] = [one for module in modules for one in module.PUBLISHERS]
    return tuple(sorted(found, key=lambda one: -len(one.signature)))


def publisher_of(columns: Iterable[str]) -> Publisher | None:
    """Tell whose table it is by its columns."""
    there = frozenset(columns)
    return next((one for one in all_publishers() if one.wrote(there)), None)
