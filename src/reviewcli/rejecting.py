"""Keep the rows of a table that cannot be taken in, by what is wrong with them, to be mended."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, NamedTuple

from reviewcli.sources.tables.rows import Row, Table
from reviewcli.tables.entry import Refused

_HELD = 1 << 20
_NAMED = 5
_MOST_REASONS = 1_000


class Reason(NamedTuple):
    """What is wrong in which column; none where it is the row itself."""

    column: str
    what: str


class Group:
    """The rows with which the same is wrong: how many, the first of them, and what stands in one."""

    def __init__(self, example: str) -> None:
        self.count = 0
        self.first: list[int] = []
        self.example = example


class Rejects:
    """The rows of one table that were rejected; they wait in a temporary file until they are written."""

    def __init__(self, table: Table, name: str) -> None:
        self.name = name
        self.place = table.place
        self.count = 0
        self._table = table
        self._groups: dict[Reason, Group] = {}
        self._file: IO[str] | None = None

    @property
    def suffix(self) -> str:
        """Tell as what kind of file they are written: as they came, or as lines of JSON."""
        separated = self._table.separated and self._table.header
        return (Path(self.name).suffix or ".csv") if separated else ".jsonl"

    def add(self, row: Row, refused: Refused | None = None) -> None:
        """Keep a row, which was refused or was none."""
        self.count += 1
        reason = Reason(refused.column, refused.reason) if refused else Reason("", row.problem)
        if reason not in self._groups and len(self._groups) >= _MOST_REASONS:
            reason = Reason("", "other things are wrong with it")
        group = self._groups.setdefault(reason, Group(_shown(refused.value) if refused else ""))
        group.count += 1
        if len(group.first) < _NAMED:
            group.first.append(row.line)
        if self._file is None:
            self._file = SpooledTemporaryFile(  # noqa: SIM115  # lives as long as the rejects
                _HELD, "w+", encoding="utf-8", errors="surrogatepass", newline=""
            )
            self._file.write(_ended(self._table.header) if self.suffix != ".jsonl" else "")
        self._file.write(_ended("".join(row.lines) or json.dumps(row.record, default=str)))

    def sentences(self) -> Iterator[str]:
        """Say of each group what is wrong, with how many rows, and where the first of them stand."""
        for reason, group in sorted(self._groups.items(), key=lambda one: -one[1].count):
            where = f"column {reason.column}: {group.example} " if reason.column else ""
            more = f" and {group.count - len(group.first):,} more" if group.count > len(group.first) else ""
            places = self.place if group.count == 1 else f"{self.place}s"
            at = ", ".join(f"{line:,}" for line in group.first)
            yield f"{places} {at}{more}: {where}{reason.what}"

    def write(self, folder: Path) -> Path:
        """Write the rows into a new file in a folder, and return it. Raises OSError when that cannot be."""
        stem = Path(self.name).stem.removesuffix(".rejects") or "table"
        for number in range(1, 10_000):
            path = folder / f"{stem}.rejects{'' if number == 1 else f'-{number}'}{self.suffix}"
            try:
                descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            with os.fdopen(descriptor, "w", encoding="utf-8", errors="surrogatepass", newline="") as file:
                assert self._file is not None
                self._file.seek(0)
                while piece := self._file.read(_HELD):
                    file.write(piece)
            return path
        raise FileExistsError(f"{folder} has too many files of rejects")


def _ended(lines: str) -> str:
    return lines if lines.endswith(("\n", "\r")) else f"{lines}\n"


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return f"'{text[:40]}{'…' if len(text) > 40 else ''}'"
