"""Write Parquet, with the same fields as JSON has, nested where they are."""

import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from reviewcli.formats.frame import Writer
from reviewcli.formats.scheme import Scheme
from reviewcli.model import Review
from reviewcli.records import record

ROWS = 2_000
"""Reviews in a row group: what is held at a time."""


def write(reviews: Iterable[Review], _scheme: Scheme) -> Iterator[bytes]:
    """Write reviews with everything that is known about them."""
    return written(map(record, reviews), _schema())


def written(records: Iterable[dict[str, Any]], schema: Any) -> Iterator[bytes]:
    """Write records as a Parquet file of that schema, a row group at a time."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    pieces = Pieces()
    rows = iter(records)
    with ParquetWriter(pieces, schema, compression="zstd") as writer:
        while group := list(islice(rows, ROWS)):
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))
            yield pieces.taken()
    yield pieces.taken()


class Pieces(io.RawIOBase):
    """A file that is written from its beginning to its end, and taken away in pieces meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        """Say that it can be written."""
        return True

    def write(self, piece: Any) -> int:
        """Keep a piece until it is taken."""
        held = bytes(piece)
        self._held.append(held)
        self._at += len(held)
        return len(held)

    def tell(self) -> int:
        """Say how much was written in all."""
        return self._at

    def taken(self) -> bytes:
        """Give what was written since the last time."""
        piece = b"".join(self._held)
        self._held.clear()
        return piece


def _schema() -> Any:
    import pyarrow as pa

    text, number, truth = pa.string(), pa.int64(), pa.bool_()
    boundary = [("confidence", pa.float64()), ("reasons", pa.list_(text))]
    annotation = [(name, text) for name in ("label", "group", "annotator", "time")]
    return pa.schema(
        [
            *(("number", number), ("key", text), ("text", text), ("title", text), ("author", text)),
            *(("rating", pa.float64()), ("date", text), ("language", text), ("item", text), ("source", text)),
            *(("words", number), ("labels", pa.list_(text)), ("notes", pa.list_(text))),
            *(("confidence", pa.float64()), ("rating_scale", pa.float64()), ("helpful", number)),
            *(("verified", truth), ("recommended", truth), ("doubtful", truth), ("decided", truth)),
            *(("before", pa.struct(boundary)), ("after", pa.struct(boundary))),
            ("gaps", pa.list_(pa.struct([("after_paragraph", number), *boundary]))),
            ("span", pa.list_(number)),
            ("annotations", pa.list_(pa.struct(annotation))),
        ]
    )


WRITER = Writer(write)
