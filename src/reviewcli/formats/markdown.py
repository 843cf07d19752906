"""Write Markdown to read or print: a heading, the facts and the text of each review."""

import re
from collections.abc import Iterable, Iterator

from reviewcli.formats.frame import Writer
from reviewcli.formats.reading import facts_of, heading
from reviewcli.formats.scheme import Scheme
from reviewcli.model import Review

_SPECIAL = re.compile(r"[\\`*_\[\]<>&#|~$]")
_AT_START = re.compile(r"^([-+=]|\d+(?=[.)](?:\s|$)))")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def write(reviews: Iterable[Review], _scheme: Scheme) -> Iterator[bytes]:
    """Write a section for each review; nothing that stands in one is taken for Markdown."""
    yield b"# Reviews\n"
    for review in reviews:
        lines = [f"\n## {escaped(heading(review))}\n"]
        lines += [f"- **{name}:** {escaped(value)}" for name, value in facts_of(review)]
        lines += [f"- **Note:** {escaped(note)}" for note in review.notes]
        text = "\n\n".join(escaped(line) for line in review.text.replace("\r\n", "\n").split("\n"))
        yield ("\n".join(lines) + f"\n\n{text}\n").encode()


def escaped(text: str) -> str:
    """Write text on one line so that it reads as itself; a control becomes U+FFFD."""
    line = _CONTROLS.sub("\ufffd", " ".join(text.split("\n")).replace("\t", "    ")).strip()
    line = _SPECIAL.sub(lambda found: f"\\{found[0]}", line)
    return _AT_START.sub(lambda found: found[0] + "\\" if found[0].isdigit() else f"\\{found[0]}", line)


WRITER = Writer(write)
