"""Gather what loading a dump does: what is new, what was known, and by line what was not done."""

from collections import Counter
from typing import NamedTuple


class Remark(NamedTuple):
    """What became of one line of a dump that was not simply loaded, in words."""

    line: int
    what: str


class Report:
    """The outcome of one load, fact by fact; kinds are those of `reviewcli.exchange.shapes`.

    `written` tells whether anything is other than it was.
    """

    def __init__(self) -> None:
        self.new = Counter[str]()
        self.known = Counter[str]()
        self.written = False
        self.dated: list[Remark] = []
        self.conflicts: list[Remark] = []
        self.missing: list[Remark] = []

    def conflict(self, line: int, what: str) -> None:
        """Note a fact that says other than what people decided here."""
        self.conflicts.append(Remark(line, what))

    def miss(self, line: int, what: str) -> None:
        """Note a fact about something that is not here."""
        self.missing.append(Remark(line, what))

    def date(self, line: int, what: str) -> None:
        """Note that of two labels by one person the later one stays."""
        self.dated.append(Remark(line, what))
