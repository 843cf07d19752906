"""Read the training reviews into arrays, by the same code that the model is used with."""

import gzip
import json
import random
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import Pool
from typing import Any

from benchmarks.splitting.judging import true_gaps
from benchmarks.splitting.pastes import DATA, Paste, deal, reviews_by_series
from reviewcli.split.boundary.hashing import Groups
from reviewcli.split.boundary.reading import read
from reviewcli.split.paragraphs import read_paragraphs

FOLDS = 3
ROUNDS = {"goodreads_a": 8, "imdb": 2, "steam English": 1, "steam mixed": 1, "steam other": 2}
_FURTHER = 25
_LEAST, _MOST = -32_000, 32_000


@dataclass(frozen=True, slots=True)
class Document:
    """One paste as the model reads it, and which of its gaps are boundaries.

    `fold` is the part it belongs to when the tables are cross-fitted: that of its item. `round`
    counts how often the reviews of its series were dealt out before.
    """

    series: str
    fold: int
    round: int
    true: list[bool]
    cuts: list[bool]
    plain: Any
    sizes: list[int]
    paragraphs: list[Groups]
    pairs: list[list[int]]


def documents(name: str, *, seed: int, training: bool) -> list[Document]:
    """Read the pastes of a file; those of training are dealt out as often as `ROUNDS` says."""
    pastes = list(_pastes(name, seed=seed, training=training))
    with Pool(2) as pool:
        return [document for document in pool.imap(_document, pastes, chunksize=20) if document.true]


def _pastes(name: str, *, seed: int, training: bool) -> Iterator[tuple[str, int, int, Paste]]:
    for series, items in sorted(reviews_by_series(DATA / name).items()):
        source = random.Random(f"{seed} {series}")
        for dealt in range(ROUNDS[series] if training else 1):
            for item, reviews in sorted(items.items()):
                # Two books are too few to hold one out: their reviews are held out in thirds.
                thirds = FOLDS if series == "goodreads_a" and training else 1
                for third in range(thirds):
                    fold = third if thirds > 1 else _fold(series, item)
                    for paste in deal(reviews[third::thirds], source, item=item):
                        yield series, fold, dealt, paste


def _fold(series: str, item: str) -> int:
    known = item.rsplit(" ", 1)[0] if series == "steam other" else item
    return zlib.crc32(known.encode()) % FOLDS


def _document(given: tuple[str, int, int, Paste]) -> Document:
    import numpy as np  # type: ignore[import-not-found,unused-ignore]  # needed for training only

    series, fold, dealt, paste = given
    paragraphs = read_paragraphs(paste.text)
    if len(paragraphs) < 2:
        return Document(series, fold, dealt, [], [], None, [], [], [])
    reading = read(paragraphs)
    return Document(
        series=series,
        fold=fold,
        round=dealt,
        true=true_gaps(paste, paragraphs),
        cuts=reading.cuts,
        plain=np.clip(np.array(reading.plain, np.int32), _LEAST, _MOST).astype(np.int16),
        sizes=reading.sizes,
        paragraphs=list(reading.paragraph_rows()),
        pairs=list(reading.pair_rows()),
    )


@dataclass(frozen=True, slots=True)
class Further:
    """Paragraphs of reviews whose item is not known: which are the first and the last of theirs."""

    paragraphs: list[Groups]
    first: list[bool]
    last: list[bool]


def further_paragraphs() -> Further:
    """Read the reviews that are good for openings and closings only."""
    paragraphs: list[Groups] = []
    first: list[bool] = []
    last: list[bool] = []
    with gzip.open(DATA / "more.jsonl.gz", "rt", encoding="utf-8") as lines:
        reviews = [json.loads(line)["text"].replace("\n\n", "\n") for line in lines]
    for at in range(0, len(reviews), _FURTHER):
        read_in = [read_paragraphs(review) for review in reviews[at : at + _FURTHER]]
        reading = read([paragraph for review in read_in for paragraph in review])
        paragraphs += reading.paragraph_rows()
        first += _edges(map(len, read_in), first=True)
        last += _edges(map(len, read_in), first=False)
    return Further(paragraphs, first, last)


def _edges(sizes: Iterable[int], *, first: bool) -> Iterator[bool]:
    for size in sizes:
        for at in range(size):
            yield at == (0 if first else size - 1)
