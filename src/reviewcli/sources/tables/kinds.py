"""Tell by its name, or by how it begins, whether a source is a table, and of which kind."""

import re
from pathlib import PurePath

from reviewcli.sources.tables.fasttext import MARK
from reviewcli.sources.tables.sniffing import shape_of
from reviewcli.sources.unpacking import unpacked_name
from reviewcli.tables.registry import publisher_of

SEPARATED, TABS, JSON, LINES, PARQUET, WORKBOOK, FASTTEXT = (
    "separated", "tabs", "json", "lines", "parquet", "workbook", "fasttext"
)  # fmt: skip
BINARY = frozenset({PARQUET, WORKBOOK})
_BY_SUFFIX = {
    ".csv": SEPARATED, ".tsv": TABS, ".tab": TABS, ".json": JSON, ".jsonl": LINES, ".ndjson": LINES,
    ".parquet": PARQUET, ".xlsx": WORKBOOK, ".xlsm": WORKBOOK,
}  # fmt: skip
SUFFIXES = frozenset(_BY_SUFFIX)
_JSON = re.compile(r'\s*(?:\[\s*\{|\{\s*")')
_HEAD = 4096


def kind_of(label: str, head: bytes) -> str | None:
    """Tell of which kind a table is; None for what is no table.

    The name decides, as far as it says anything; of what has no name that does, the first bytes.
    """
    suffix = PurePath(unpacked_name(label)).suffix.lower()
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if head.startswith(b"PAR1"):
        return PARQUET
    text = _decoded(head[:_HEAD])
    if text.startswith(MARK):
        return FASTTEXT
    return _of_text(text) if not suffix else None


def _decoded(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace").removeprefix("\ufeff")
    return head.decode("utf-8", "replace").removeprefix("\ufeff")


def _of_text(text: str) -> str | None:
    """Tell a table by its text: JSON by its brackets, separated values by columns that are known."""
    if _JSON.match(text):
        return JSON
    shape = shape_of(text, tabs=False)
    first = text.partition("\n")[0]
    columns = [one.strip().strip('"') for one in first.rstrip("\r").split(shape.delimiter)]
    return SEPARATED if len(columns) > 1 and publisher_of(columns) else None
