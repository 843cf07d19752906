"""Read a plain text file or standard input, whatever its encoding."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from reviewcli.errors import SourceError
from reviewcli.pieces import Text, pieces_of
from reviewcli.progress import Progress, unseen
from reviewcli.segmentation import Segment
from reviewcli.sources.encodings import decoded, survey
from reviewcli.sources.markup import declared_text, is_saved_page
from reviewcli.sources.rereading import STDIN, Kept

# Formats with a structure of their own, which would come out as nonsense when read as prose.
STRUCTURED = frozenset(
    {
        ".csv",
        ".tsv",
        ".json",
        ".mht",
        ".mhtml",
        ".parquet",
        ".xlsx",
        ".xls",
        ".pdf",
        ".docx",
    }
    | {".gz", ".bz2", ".zst", ".xz", ".zip", ".db"}
)
LINES_OF_JSON = frozenset({".jsonl", ".ndjson"})
LARGEST_HELD = 64_000_000
"""How many bytes a saved page or a decisions file may have, which are held whole."""


class Source(NamedTuple):
    """A text that was read: what to call it, where it stood and how it was decoded.

    `path` is None for standard input; `digest` is the SHA-256 of the bytes, in hex; `content` the text,
    in pieces that are read from the disk each time they are iterated over, so that none is held; `note`
    says what was decided about the encoding when it was not plainly UTF-8; `decisions` is the text of
    the file in which people decided about its boundaries, when there is one beside it. `size` counts
    the bytes, `length` the characters, where they are known. `records` are the reviews of a source in which
    they stand one by one; there is no text to be split then.
    """

    name: str
    path: str | None
    digest: str
    content: Text
    note: str = ""
    decisions: str = ""
    size: int = 0
    length: int = 0
    records: Iterable[Segment] | None = None

    @property
    def text(self) -> str:
        """Return the whole text, which may be large."""
        return "".join(pieces_of(self.content))


class _Decoded:
    """The text of bytes that can be read again, in pieces."""

    def __init__(self, chunks: Iterable[bytes], encoding: str) -> None:
        self._chunks = chunks
        self._encoding = encoding

    def __iter__(self) -> Iterator[str]:
        return decoded(self._chunks, self._encoding)


def read_source(name: str, progress: Progress = unseen) -> Source:
    """Read the file called `name`, or standard input for `-`, once: what it is called, its encoding and hash.

    The text itself is read when it is asked for. Raises SourceError when it cannot be read as text.
    """
    if name == STDIN:
        return _surveyed(name, progress)
    path = Path(name)
    if path.suffix.lower() in LINES_OF_JSON:
        from reviewcli.sources.jsonlines import read_json_lines

        return read_json_lines(name, progress)
    if path.suffix.lower() in STRUCTURED:
        raise SourceError(
            f"{name} is not plain text, and files of type {path.suffix.lower()} cannot be imported.",
            hint="Save the reviews as a plain text file and import that.",
        )
    source = _surveyed(name, progress)
    return source._replace(name=path.name, path=os.path.realpath(path), decisions=_decisions_beside(path))


def decisions_name(name: str) -> str:
    """Name the file beside a source in which people decided about its boundaries."""
    return f"{Path(name).stem}.decisions.json"


def _decisions_beside(path: Path) -> str:
    file = path.with_name(decisions_name(path.name))
    if file.is_fifo():  # nobody may ever write into it
        raise SourceError(f"{file} is a pipe, not a file.", hint="Remove it to split without decisions.")
    if not file.exists():
        return ""
    found = _surveyed(str(file), unseen)
    _require_bounded(str(file), found.size)
    return found.text


def _surveyed(name: str, progress: Progress) -> Source:
    kept = Kept(name, progress)
    label = kept.name if name == STDIN else Path(name).name
    watched = _Watched(kept, label, progress)
    if is_saved_page(label, next(iter(kept), b"")):
        _require_bounded(label, kept.size)
        return _page(b"".join(watched), label)
    found = survey(watched, label)
    text = _Decoded(kept, found.encoding.name)
    return Source(label, None, found.digest, text, found.encoding.note, size=kept.size, length=found.length)


def _require_bounded(name: str, size: int) -> None:
    """Refuse what has to be held whole when it is too large for that."""
    if size > LARGEST_HELD:
        raise SourceError(
            f"{name} has {size:,} bytes, and only {LARGEST_HELD:,} can be held at once.",
            hint="Save the reviews as a plain text file, which may be of any size.",
        )


def _page(data: bytes, label: str) -> Source:
    """Read a saved page, which is held whole, as the lines of its reviews."""
    from reviewcli.sources.saved_page import page_text

    markup, guess = declared_text(data), ""
    if markup is None:
        found = survey([data], label)
        markup, guess = "".join(decoded([data], found.encoding.name)), found.encoding.note
    text, note = page_text(markup, label)
    notes = "; ".join(filter(None, (guess, note)))
    return Source(
        label, None, hashlib.sha256(data).hexdigest(), text, notes, size=len(data), length=len(text)
    )


class _Watched:
    """Bytes that can be read again, with somebody watching how far it has come."""

    def __init__(self, kept: Kept, label: str, progress: Progress) -> None:
        self._kept = kept
        self._label = label
        self._progress = progress

    def __iter__(self) -> Iterator[bytes]:
        done, total = 0, self._kept.size
        for chunk in self._kept:
            done += len(chunk)
            self._progress(f"Reading {self._label}", done, total)
            yield chunk
