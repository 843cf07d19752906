"""Cut text that comes in pieces into lines, with their ends, holding one line and one piece."""

import re
from collections.abc import Iterable, Iterator

from reviewcli.errors import SourceError
from reviewcli.pieces import pieces_with_whole_ends

LONGEST = 64_000_000
_OTHER_ENDS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def lines_of(pieces: Iterable[str], name: str) -> Iterator[str]:
    """Give the lines of a table, which end with `\\n`, `\\r\\n` or `\\r` and nothing else."""
    held = ""
    for piece in pieces_with_whole_ends(pieces):
        text = held + piece if held else piece
        lines = _LINES.findall(text) if _OTHER_ENDS.search(text) else text.splitlines(keepends=True)
        held = lines.pop() if lines and lines[-1][-1] not in "\r\n" else ""
        if len(held) > LONGEST:
            raise SourceError(
                f"{name} has a line of more than {LONGEST:,} characters.",
                hint="Nothing was written. Look whether it is what its name says.",
            )
        yield from lines
    if held:
        yield held
