"""Read and write the file that holds what the model has learnt.

The file is a magic with the version of the format, the CRC-32 of what follows, and that compressed:
the five tables of signed bytes, how rare tokens are as bytes, then two forests. A forest is the number
of its trees, the number of tests of each, then the columns, thresholds, first and right leaves of all
tests, and last the values: a tree has one more than it has tests.
"""

import struct
import zlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from reviewcli.split.boundary.forest import Forest, Node, Tree
from reviewcli.split.boundary.hashing import PAIR_ROWS, PARAGRAPH_ROWS
from reviewcli.split.boundary.matter import BACKGROUND_ROWS

MAGIC = b"RCBOUN02"
WEIGHTS = Path(__file__).parents[2] / "weights" / "boundary.bin"
_CHECKSUM = struct.Struct("<I")
_COUNT = struct.Struct("<H")
_NODE = "HhBB"
_FOLD = 16
_HALF = 1 << _FOLD - 1
_LENGTHS = (PARAGRAPH_ROWS,) * 4 + (PAIR_ROWS,)


@dataclass(frozen=True, slots=True)
class Learnt:
    """What the model has learnt: a weight for each row of the five tables, and the trees of both passes.

    The tables: how reviews open and how they close, by a paragraph alone; then what speaks for a
    boundary in the paragraph after it, in the one before it, and in both together. `background` tells
    how rare tokens are in reviews at large.
    """

    tables: tuple[Sequence[int], ...]
    background: Sequence[int]
    first: tuple[Tree, ...]
    second: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """The model made ready for use; `paragraphs` holds four tables in one, `unfold` parts their sums."""

    paragraphs: Sequence[int]
    pairs: Sequence[int]
    background: Sequence[int]
    first: Forest
    second: Forest


@cache
def load_model(path: Path = WEIGHTS) -> Model:
    """Read the weights that ship with the package, once."""
    learnt = unpack(path.read_bytes())
    *alone, pairs = learnt.tables
    folded = [
        a + (b << _FOLD) + (c << 2 * _FOLD) + (d << 3 * _FOLD) for a, b, c, d in zip(*alone, strict=True)
    ]
    return Model(array("q", folded), pairs, learnt.background, Forest(learnt.first), Forest(learnt.second))


def unfold(total: int) -> tuple[int, int, int, int]:
    """Part a sum over the folded table into the sums over the four, each under 32,768 in size."""
    sums = []
    for _ in range(4):
        one = ((total + _HALF) & (2 * _HALF - 1)) - _HALF
        sums.append(one)
        total = (total - one) >> _FOLD
    return sums[0], sums[1], sums[2], sums[3]


def pack(learnt: Learnt) -> bytes:
    """Write what is learnt as bytes; `unpack` is the inverse."""
    parts = [array("b", table).tobytes() for table in learnt.tables]
    parts.append(bytes(learnt.background))
    for trees in (learnt.first, learnt.second):
        parts += _packed(trees)
    body = zlib.compress(b"".join(parts), 9)
    return MAGIC + _CHECKSUM.pack(zlib.crc32(body)) + body


def _packed(trees: Sequence[Tree]) -> Iterator[bytes]:
    """Write the trees of a forest part by part: like stands by like, which compresses best."""
    yield _COUNT.pack(len(trees))
    yield bytes(len(tree.nodes) for tree in trees)
    nodes = [node for tree in trees for node in tree.nodes]
    parts = zip(*((node.column, node.threshold, node.first, node.right) for node in nodes), strict=True)
    for code, part in zip(_NODE, parts, strict=False):
        yield struct.pack(f"<{len(nodes)}{code}", *part)
    values = [value for tree in trees for value in tree.values]
    yield struct.pack(f"<{len(values)}h", *values)


def unpack(data: bytes) -> Learnt:
    """Read what is learnt from bytes; raise ValueError where they are of another format or damaged."""
    start = len(MAGIC) + _CHECKSUM.size
    if data[: len(MAGIC)] != MAGIC:
        raise ValueError("not weights of this version")
    if len(data) < start or _CHECKSUM.unpack(data[len(MAGIC) : start]) != (zlib.crc32(data[start:]),):
        raise ValueError("the weights are damaged")
    body = zlib.decompress(data[start:])
    tables = []
    at = 0
    for length in _LENGTHS:
        tables.append(array("b", body[at : at + length]))
        at += length
    background = body[at : at + BACKGROUND_ROWS]
    first, at = _read_trees(body, at + BACKGROUND_ROWS)
    second, _ = _read_trees(body, at)
    return Learnt(tuple(tables), background, first, second)


def _read_trees(body: bytes, at: int) -> tuple[tuple[Tree, ...], int]:
    (count,) = _COUNT.unpack_from(body, at)
    at += _COUNT.size
    sizes = body[at : at + count]
    at += count
    columns: list[tuple[int, ...]] = []
    for code in _NODE:
        one = struct.Struct(f"<{sum(sizes)}{code}")
        columns.append(one.unpack_from(body, at))
        at += one.size
    nodes = map(Node, *columns)
    values = struct.Struct(f"<{sum(sizes) + count}h")
    leaves = iter(values.unpack_from(body, at))
    trees = tuple(Tree(tuple(islice(nodes, size)), tuple(islice(leaves, size + 1))) for size in sizes)
    return trees, at + values.size
