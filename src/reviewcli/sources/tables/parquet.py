"""Read Parquet, some rows at a time."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import IO, Any

from reviewcli.errors import SourceError
from reviewcli.sources.tables.rows import Row, Table, flat
from reviewcli.tables.labelling import LabelName

_ROWS = 1_000
Opened = Callable[[], AbstractContextManager[IO[bytes]]]


def parquet(opened: Opened, name: str) -> Table:
    """Return the table that a Parquet file is. Raises ReviewError when what reads it is not installed."""
    return Table(_Rows(opened, name), place="row")


class _Rows:
    def __init__(self, opened: Opened, name: str) -> None:
        self._opened = opened
        self._name = name

    def __iter__(self) -> Iterator[Row]:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile

        number = 0
        try:
            with self._opened() as file:
                table = ParquetFile(file)
                columns = [one.name for one in table.schema_arrow if "binary" not in str(one.type)]
                names = label_names(table.schema_arrow.metadata or {})
                for batch in table.iter_batches(_ROWS, columns=columns, use_threads=False):
                    for record in batch.to_pylist():
                        number += 1
                        yield Row(number, flat(with_names(record, names) if names else record))
        except (ArrowException, OSError, ValueError) as error:
            raise SourceError(
                f"{self._name} is damaged at row {number + 1:,} or before: it is no longer Parquet.",
                hint="Nothing was written. Copy or download it again.",
            ) from error


def label_names(metadata: Mapping[bytes, bytes]) -> dict[str, Sequence[str]]:
    """Find the names of labels in order, by column, as `datasets` leaves them in a file."""
    try:
        features = json.loads(metadata[b"huggingface"])["info"]["features"]
    except (KeyError, ValueError, TypeError):
        return {}
    found: dict[str, Sequence[str]] = {}
    for column, feature in features.items() if isinstance(features, dict) else ():
        inner = feature.get("feature", feature) if isinstance(feature, dict) else {}
        names = inner.get("names") if isinstance(inner, dict) else None
        if isinstance(names, list):
            found[column] = [str(one) for one in names]
    return found


def with_names(record: dict[str, Any], names: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Put the names of labels in the place of their numbers."""
    return record | {column: _named(record.get(column), some) for column, some in names.items()}


def _named(value: Any, names: Sequence[str]) -> Any:
    if isinstance(value, list):
        return [_named(one, names) for one in value]
    there = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(names)
    return LabelName(names[value]) if there else None if value == -1 else value
