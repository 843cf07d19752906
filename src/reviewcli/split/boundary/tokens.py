"""Cut both ends of a paragraph into tokens that suit its script, and number them by hash."""

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache

REACH = 400
DEEPEST = 40
NOTHING = 0
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_TOKEN = re.compile(rf"[{_UNSPACED}]|\d+|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Ends:
    """The first and the last tokens of a paragraph, numbered, and the stems of the outermost.

    `head` runs from the first token on, `tail` from the last token back; `stems` are the first
    four letters of the first two tokens and of the last two words.
    """

    head: tuple[int, ...]
    tail: tuple[int, ...]
    stems: tuple[int, ...]
    last_word: int


def read_ends(text: str) -> Ends:
    """Read at most 40 tokens at either end of a text, of at most 400 characters each.

    A letter of a script that is written without spaces is a token, and so is every mark;
    numbers count by how many digits they have.
    """
    head = _tokens(text[:REACH])
    tail = head if len(text) <= REACH else _tokens(text[-REACH:])
    words = [token for token in tail[-6:] if token[0].isalnum()]
    last = words[-1] if words else ""
    stems = [token[:4] for token in (*head[:2], *words[-2:])]
    return Ends(
        head=tuple(map(number, head[:DEEPEST])),
        tail=tuple(map(number, tail[: -DEEPEST - 1 : -1])),
        stems=tuple(map(number, stems)),
        last_word=number(last),
    )


@lru_cache(maxsize=1 << 16)
def number(token: str) -> int:
    """Number a token by its CRC-32, the same everywhere."""
    return zlib.crc32(token.encode("utf-8", "surrogatepass"))


def _tokens(text: str) -> list[str]:
    plain = text.lower().replace("’", "'")
    return ["0" * len(token) if token[0].isdigit() else token for token in _TOKEN.findall(plain)]
