"""Read a plain text file or standard input, whatever its encoding."""

import hashlib
import os
import stat
import sys
from pathlib import Path
from typing import NamedTuple

from reviewcli.errors import SourceError
from reviewcli.sources.markup import declared_text, is_saved_page

STDIN = "-"
USUAL = "cp1252"
# Formats with a structure of their own, which would come out as nonsense when read as prose.
STRUCTURED = frozenset(
    {
        ".csv",
        ".tsv",
        ".json",
        ".jsonl",
        ".ndjson",
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


class Source(NamedTuple):
    """A text that was read: what to call it, where it stood and how it was decoded.

    `path` is None for standard input; `digest` is the SHA-256 of the bytes, in hex; `note` says what
    was decided about the encoding when it was not plainly UTF-8; `decisions` is the text of the file
    in which people decided about its boundaries, when there is one beside it.
    """

    name: str
    path: str | None
    digest: str
    text: str
    note: str = ""
    decisions: str = ""


def read_source(name: str) -> Source:
    """Read the file called `name`, or standard input for `-`. Raises SourceError when that cannot be."""
    if name == STDIN:
        return _decoded("standard input", None, sys.stdin.buffer.read())
    path = Path(name)
    if path.suffix.lower() in STRUCTURED:
        raise SourceError(
            f"{name} is not plain text, and files of type {path.suffix.lower()} cannot be imported.",
            hint="Save the reviews as a plain text file and import that.",
        )
    source = _decoded(path.name, None, _bytes_of(path, name))
    return source._replace(path=os.path.realpath(path), decisions=_decisions_beside(path))


def decisions_name(name: str) -> str:
    """Name the file beside a source in which people decided about its boundaries."""
    return f"{Path(name).stem}.decisions.json"


def _decisions_beside(path: Path) -> str:
    file = path.with_name(decisions_name(path.name))
    return _decoded(file.name, None, _bytes_of(file, str(file))).text if file.exists() else ""


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise SourceError(f"{name} is a folder.", hint=f"Name the files in it: {name.rstrip('/')}/*.txt")
        if not (stat.S_ISREG(kind) or stat.S_ISFIFO(kind)):
            raise SourceError(
                f"{name} is a device, not a file.", hint="Name a text file, or - for standard input."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(
            f"There is no file {name}.", hint="Check the name and the folder you are in."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SourceError(
            f"{name} cannot be read: {reason}.", hint="Check the file and your rights."
        ) from error


def _decoded(name: str, path: str | None, data: bytes) -> Source:
    if not data.strip():
        raise SourceError(f"{name} is empty.", hint="Name a file with at least one review in it.")
    text, note = _text_of_page(data, name) if is_saved_page(name, data) else decode(data, name)
    if not text.strip():
        raise SourceError(
            f"{name} has only white space in it.", hint="Name a file with at least one review in it."
        )
    return Source(name, path, hashlib.sha256(data).hexdigest(), text, note)


def _text_of_page(data: bytes, name: str) -> tuple[str, str]:
    from reviewcli.sources.saved_page import page_text

    declared = declared_text(data)
    markup, guess = decode(data, name) if declared is None else (declared, "")
    text, note = page_text(markup, name)
    return text, "; ".join(filter(None, (guess, note)))


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Turn bytes into text, with a note when the encoding had to be told from the bytes.

    UTF-8 and what carries a byte order mark is certain; anything else is guessed by charset-normalizer.
    Raises SourceError when the bytes are not text.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode(encoding), "" if encoding == "utf-8-sig" else "read as UTF-16"
            except UnicodeDecodeError:
                break
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        return _guessed(data, name, error)


def _guessed(data: bytes, name: str, error: UnicodeDecodeError) -> tuple[str, str]:
    if b"\0" in data:
        raise SourceError(
            f"{name} is a binary file, not text.", hint="Save the reviews as plain text and import that."
        ) from error
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise SourceError(
            f"{name} is not in UTF-8 (line {line}, byte {column}) and its encoding cannot be told.",
            hint="Save it as UTF-8 and import it again.",
        ) from error
    # Among encodings that fit equally well, Western European Windows is by far the most used.
    equal = (one for one in matches if (one.chaos, one.coherence) == (best.chaos, best.coherence))
    likely = next((one for one in equal if USUAL in one.could_be_from_charset), best)
    name_of_it = USUAL if USUAL in likely.could_be_from_charset else likely.encoding
    return str(likely), f"read as {name_of_it.replace('_', '-')}, which is a guess: it is not UTF-8"
