"""Tell whoever waits how far a long work has come; nothing here knows how that is shown."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called now and then with what is being done, the bytes that are done, and all of them (0: not known)."""


def unseen(_what: str, _done: int, _total: int) -> None:
    """Show nothing."""
