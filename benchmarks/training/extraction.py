"""Read the training reviews into arrays, by the same code that the model is used with."""

import gzip
import json
import random
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pool
from typing import Any

from benchmarks.splitting.judging import true_gaps
from benchmarks.splitting.pastes import DATA, Paste, ReviewLines, deal, reviews_by_series
from reviewcli.split.boundary.hashing import Groups
from reviewcli.split.boundary.matter import BACKGROUND_ROWS, RAREST, RARITY_UNIT
from reviewcli.split.boundary.reading import read
from reviewcli.split.boundary.tokens import read_ends
from reviewcli.split.paragraphs import read_paragraphs

FOLDS = 4
ROUNDS = {"goodreads_a": 10, "imdb": 2, "steam English": 2, "steam mixed": 1, "steam other": 3}
# One item in so many is also dealt out with its blank lines, and with reviews of one paragraph or two.
VARIED = {"goodreads_a": 1, "imdb": 3, "steam mixed": 3}
KEPT, SHORT = " kept", " short"
_FURTHER = 25
_LEAST, _MOST = -32_000, 32_000


@dataclass(frozen=True, slots=True)
class Document:
    """One paste as the model reads it, and which of its gaps are boundaries.

    `series` has ` kept` behind it where blank lines are, and ` short` where reviews are made to have
    one paragraph or two; `fold` is the part it belongs to when the tables are cross-fitted: that of
    its item. `round` counts how often the reviews of its series were dealt out before.
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


def documents(name: str, background: bytes, *, seed: int, training: bool) -> list[Document]:
    """Read the pastes of a file; those of training are dealt out as often as `ROUNDS` says."""
    pastes = list(_pastes(name, seed=seed, training=training))
    with Pool(2) as pool:
        read_in = pool.imap(partial(_document, background), pastes, chunksize=20)
        return [document for document in read_in if document.true]


def _pastes(name: str, *, seed: int, training: bool) -> Iterator[tuple[str, int, int, Paste]]:
    for series, items in sorted(reviews_by_series(DATA / name).items()):
        source = random.Random(f"{seed} {series}")
        for dealt in range(ROUNDS[series] if training else 1):
            for item, fold, reviews in _held_out(series, items, training=training):
                for paste in deal(reviews, source, item=item):
                    yield series, fold, dealt, paste
        one_in = VARIED.get(series, 0)
        for at, (item, fold, reviews) in enumerate(_held_out(series, items, training=training)):
            if one_in and (not training or at % one_in == 0):
                for paste in deal(reviews, source, item=item, blanks=True):
                    yield series + KEPT, fold, 1, paste
                for paste in deal([_shortened(one, source) for one in reviews], source, item=item):
                    yield series + SHORT, fold, 1, paste


def _held_out(
    series: str, items: Mapping[str, list[ReviewLines]], *, training: bool
) -> Iterator[tuple[str, int, list[ReviewLines]]]:
    """Yield reviews of one item that are held out together when the tables are cross-fitted, and their fold.

    Two books are too few to hold one out: their reviews are held out in parts.
    """
    parts = FOLDS if series == "goodreads_a" and training else 1
    for item, reviews in sorted(items.items()):
        for part in range(parts):
            yield item, part if parts > 1 else _fold(series, item), reviews[part::parts]


def _shortened(review: ReviewLines, source: random.Random) -> ReviewLines:
    """Make one paragraph or two of a review, as they are in most shops."""
    lines = [line for line in review if line]
    cut = source.choice([0, 0, len(lines) // 2])
    return [" ".join(part) for part in (lines[:cut], lines[cut:]) if part]


def _fold(series: str, item: str) -> int:
    known = item.rsplit(" ", 1)[0] if series == "steam other" else item
    return zlib.crc32(known.encode()) % FOLDS


def _document(background: bytes, given: tuple[str, int, int, Paste]) -> Document:
    import numpy as np  # type: ignore[import-not-found,unused-ignore]  # needed for training only

    series, fold, dealt, paste = given
    paragraphs = read_paragraphs(paste.text)
    if len(paragraphs) < 2:
        return Document(series, fold, dealt, [], [], None, [], [], [])
    reading = read(paragraphs, background)
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


def background() -> bytes:
    """Tell how rare every row of hashed tokens is in the paragraphs of all reviews to train on."""
    import numpy as np  # type: ignore[import-not-found,unused-ignore]  # needed for training only

    counts = np.ones(BACKGROUND_ROWS)
    size = 0
    for name in ("train.jsonl.gz", "more.jsonl.gz"):
        with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
            paragraphs = [part.strip() for line in lines for part in json.loads(line)["text"].split("\n")]
        for paragraph in filter(None, paragraphs):
            ends = read_ends(paragraph)
            counts[list({token % BACKGROUND_ROWS for token in ends.head + ends.tail})] += 1
            size += 1
    halvings = np.round(-RARITY_UNIT * np.log2(counts / size))
    rarities: bytes = np.clip(halvings, 0, RAREST).astype(np.uint8).tobytes()
    return rarities


def further_paragraphs(background: bytes) -> Further:
    """Read the reviews that are good for openings and closings only."""
    paragraphs: list[Groups] = []
    first: list[bool] = []
    last: list[bool] = []
    with gzip.open(DATA / "more.jsonl.gz", "rt", encoding="utf-8") as lines:
        reviews = [json.loads(line)["text"].replace("\n\n", "\n") for line in lines]
    for at in range(0, len(reviews), _FURTHER):
        read_in = [read_paragraphs(review) for review in reviews[at : at + _FURTHER]]
        reading = read([paragraph for review in read_in for paragraph in review], background)
        paragraphs += reading.paragraph_rows()
        first += _edges(map(len, read_in), first=True)
        last += _edges(map(len, read_in), first=False)
    return Further(paragraphs, first, last)


def _edges(sizes: Iterable[int], *, first: bool) -> Iterator[bool]:
    for size in sizes:
        for at in range(size):
            yield at == (0 if first else size - 1)
