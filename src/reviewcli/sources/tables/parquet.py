"""Read Parquet, some rows at a time."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import IO

from reviewcli.errors import SourceError
from reviewcli.sources.tables.label_names import label_names, with_names
from reviewcli.sources.tables.rows import Row, Table, flat

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
