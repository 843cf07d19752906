"""Open a table of whatever kind."""

import io
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from typing import IO

from reviewcli.errors import ReviewError
from reviewcli.sources.rereading import Kept
from reviewcli.sources.tables import kinds
from reviewcli.sources.tables.rows import Table

_PACKAGES = {kinds.PARQUET: "pyarrow", kinds.WORKBOOK: "openpyxl"}


def table_of_text(kind: str, pieces: Iterable[str], name: str) -> Table:
    """Open a table that is text. Raises SourceError when it is none."""
    from reviewcli.sources.tables.json_documents import json_document
    from reviewcli.sources.tables.json_lines import json_lines

    if kind in {kinds.SEPARATED, kinds.TABS}:
        from reviewcli.sources.tables.separated import separated

        return separated(pieces, name, tabs=kind == kinds.TABS)
    if kind == kinds.FASTTEXT:
        from reviewcli.sources.tables.fasttext import fasttext

        return fasttext(pieces, name)
    if kind == kinds.LINES or _objects_by_line(pieces):
        return json_lines(pieces, name)
    return json_document(pieces, name)


def _objects_by_line(pieces: Iterable[str]) -> bool:
    """Tell whether what is called JSON has an object on its first line and goes on after it."""
    beginning = ""
    for piece in pieces:
        beginning += piece
        if "\n" in beginning.strip() or len(beginning) > 1 << 22:
            break
    first, _, rest = beginning.lstrip("\ufeff \t\r\n").partition("\n")
    try:
        return bool(rest.strip()) and isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def require_package(kind: str, name: str) -> None:
    """Raise ReviewError when what reads such a table is not installed, and say how it is."""
    package = _PACKAGES.get(kind)
    if package and find_spec(package) is None:
        extra = "parquet" if kind == kinds.PARQUET else "xlsx"
        raise ReviewError(
            f"{name} is read with the package {package}, which is not installed.",
            hint=f"python -m pip install 'reviewcli[{extra}]'",
        )


def table_of_bytes(kind: str, kept: Kept | bytes, name: str) -> Table:
    """Open a table that is no text; in its bytes one goes to and fro."""
    require_package(kind, name)
    opened = kept.opened if isinstance(kept, Kept) else partial(_held, kept)
    if kind == kinds.PARQUET:
        from reviewcli.sources.tables.parquet import parquet

        return parquet(opened, name)
    from reviewcli.sources.tables.workbook import workbook

    return workbook(opened, name)


@contextmanager
def _held(data: bytes) -> Iterator[IO[bytes]]:
    yield io.BytesIO(data)
