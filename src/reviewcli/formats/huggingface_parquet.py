"""Write a folder that `datasets.load_dataset` reads: Parquet for each part, and a dataset card."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from reviewcli.formats import huggingface
from reviewcli.formats.dataset_card import card
from reviewcli.formats.frame import Writer
from reviewcli.formats.parquet import written
from reviewcli.formats.scheme import Scheme
from reviewcli.model import Review


def write(reviews: Iterable[Review], scheme: Scheme) -> Iterator[bytes]:
    """Write the rows of one part."""
    return written(huggingface.examples(reviews, scheme), _schema(scheme))


def _schema(scheme: Scheme) -> Any:
    import pyarrow as pa

    types = {"int64": pa.int64(), "string": pa.string(), "float64": pa.float64(), "bool": pa.bool_()}

    def typed(kind: Any) -> Any:
        if isinstance(kind, list):
            return pa.list_(typed(kind[0]))
        return pa.int64() if isinstance(kind, tuple) else types[kind]

    return pa.schema([(name, typed(kind)) for name, kind in huggingface.features(scheme).items()])


def place(target: Path, part: str) -> Path:
    """Put each part into the folder, under its name."""
    return target / f"{part or huggingface.TRAIN}.parquet"


def beside(target: Path, parts: Sequence[str], scheme: Scheme) -> dict[Path, bytes]:
    """Write the dataset card."""
    files = {part or huggingface.TRAIN: place(target, part).name for part in parts}
    return {target / "README.md": card(target.name, files, huggingface.features(scheme)).encode()}


WRITER = Writer(write, place, beside)
