"""Read a plain text or saved page from a file or standard input, whatever its encoding, also compressed."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reviewcli.errors import NoTextError, SourceError
from reviewcli.pieces import Text, pieces_of
from reviewcli.progress import Progress, unseen
from reviewcli.sources.encodings import decoded, survey
from reviewcli.sources.markup import declared_text, is_saved_page
from reviewcli.sources.rereading import STDIN, Kept, Watched
from reviewcli.sources.unpacking import METHODS, Unpacked, method_of, unpacked_name

if TYPE_CHECKING:  # only tables need what reads them
    from reviewcli.sources.tables.rows import Table

# Formats with a structure of their own, which would come out as nonsense when read as prose.
STRUCTURED = frozenset(
    {
        ".mht",
        ".mhtml",
        ".xls",
        ".pdf",
        ".docx",
    }
    | {".db", ".tar", ".7z", ".rar", ".z", ".lz", ".lz4", ".lzma", ".br"}
)
ARCHIVE = re.compile(rb"PK(?:\x03\x04|\x05\x06)")
LARGEST_HELD = 64_000_000
"""How many bytes a saved page or a decisions file may have, which are held whole."""


class Source(NamedTuple):
    """A text that was read: what to call it, where it stood and how it was decoded.

    `path` is None for standard input; `digest` is the SHA-256 of the bytes, in hex,
    of what came out when they were compressed; `content` the text,
    in pieces that are read from the disk each time they are iterated over, so that none is held; `note`
    says what was decided about the encoding when it was not plainly UTF-8; `decisions` is the text of
    the file in which people decided about its boundaries, when there is one beside it. `size` counts
    the bytes, `length` the characters, where they are known. `table` holds the reviews of a source in which
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
    table: "Table | None" = None

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

    The text itself is read when it is asked for. Raises SourceError when it cannot be read as one text.
    """
    require_prose(name)
    return source_from(Kept(name, progress), name, progress)


def source_from(kept: Kept, name: str, progress: Progress = unseen) -> Source:
    """Read the bytes of the file called `name`, or of standard input, as one text."""
    label = kept.name if name == STDIN else Path(name).name
    content, watched = _unpacked(kept, label, progress)
    source = source_of(label, content, watched)
    if name == STDIN:
        return source
    if source.table is not None:
        from reviewcli.sources.tables.label_names import named_by_card

        source = source._replace(table=named_by_card(source.table, Path(name).parent))
    return source._replace(path=os.path.realpath(name), decisions=_decisions_beside(Path(name)))


def read_whole(name: str, progress: Progress = unseen) -> bytes:
    """Read all bytes of a file or of standard input, unpacked. Raises SourceError when that cannot be."""
    kept = Kept(name, progress)
    return b"".join(_unpacked(kept, kept.name, progress)[1])


def is_archive(kept: Kept) -> bool:
    """Tell by how they begin whether bytes are those of an archive."""
    return bool(ARCHIVE.match(_head(kept)))


def decisions_name(name: str) -> str:
    """Name the file beside a source in which people decided about its boundaries."""
    return f"{Path(unpacked_name(name)).stem}.decisions.json"


def source_of(
    label: str, content: Iterable[bytes], watched: Iterable[bytes], *, structured: bool = False
) -> Source:
    """Read bytes that can be read again and are not packed; `watched` are the same with somebody watching.

    Raises NoTextError when there is no text in them, as in those of a structured format, unless that is
    what is wanted.
    """
    if not structured:
        require_prose(label)
    head = _head(content)
    kind = None if structured else table_kind(label, head)
    if (method_of(head) or ARCHIVE.match(head)) and kind != "workbook":
        raise NoTextError(
            f"{label} is compressed within what is compressed.", hint="Unpack it, and import what comes out."
        )
    if kind:
        return _table(kind, label, content, watched)
    if not structured and is_saved_page(unpacked_name(label), head):
        return _page(_held(watched, label), label)
    found = survey(watched, label)
    text = _Decoded(content, found.encoding.name)
    return Source(label, None, found.digest, text, found.encoding.note, size=found.size, length=found.length)


def table_kind(label: str, head: bytes) -> str | None:
    """Tell of which kind of table a source is; None for what is none."""
    if not head:
        return None
    from reviewcli.sources.tables.kinds import kind_of

    return kind_of(label, head)


def _table(kind: str, label: str, content: Iterable[bytes], watched: Iterable[bytes]) -> Source:
    """Read a table: of text its encoding is told, and what is no text is read where it stands, or held."""
    from reviewcli.sources.tables.kinds import BINARY
    from reviewcli.sources.tables.opening import require_package, table_of_bytes, table_of_text

    if kind not in BINARY:
        found = survey(watched, label)
        text = _Decoded(content, found.encoding.name)
        table = table_of_text(kind, text, label)
        _require_rows(table, label)
        facts = {"note": found.encoding.note, "size": found.size, "length": found.length, "table": table}
        return Source(label, None, found.digest, "", **facts)  # type: ignore[arg-type]  # by name
    require_package(kind, label)
    digest, size = hashlib.sha256(), 0
    for chunk in watched:
        digest.update(chunk)
        size += len(chunk)
    table = table_of_bytes(kind, content if isinstance(content, Kept) else _held(content, label), label)
    _require_rows(table, label)
    return Source(label, None, digest.hexdigest(), "", size=size, length=size, table=table)


def _require_rows(table: "Table", label: str) -> None:
    if next(iter(table.rows), None) is None:
        raise NoTextError(f"{label} is a table without rows.", hint="Name a file with a review in it.")


def require_prose(name: str) -> None:
    """Raise NoTextError for a file whose name says that it has a structure of its own."""
    suffix = Path(unpacked_name(name)).suffix.lower()
    if suffix in STRUCTURED:
        raise NoTextError(
            f"{name} is not plain text, and files of type {suffix} cannot be imported.",
            hint="Save the reviews as a plain text file and import that.",
        )


def _unpacked(kept: Kept, label: str, progress: Progress) -> tuple[Iterable[bytes], Iterable[bytes]]:
    """Give the bytes, unpacked when they are packed, and the same with somebody watching."""
    watched = Watched(kept, kept.size, label, progress)
    method = method_of(_head(kept))
    if method:
        return Unpacked(kept, method, label), Unpacked(watched, method, label)
    if is_archive(kept):
        raise SourceError(
            f"{label} is an archive, and a single file is wanted.",
            hint="Unpack it, and name the file you mean.",
        )
    said = Path(label).suffix.lower()
    if said in {one.suffix for one in METHODS} | {".zip"}:
        raise SourceError(
            f"{label} is not what its name says: it does not begin as a {said} file does.",
            hint="If it is a plain text file, rename it; else copy or download it again.",
        )
    return kept, watched


def _head(chunks: Iterable[bytes]) -> bytes:
    return next(iter(chunks), b"")


def _decisions_beside(path: Path) -> str:
    plain = path.with_name(decisions_name(path.name))
    for suffix in ("", *(method.suffix for method in METHODS)):
        file = plain.with_name(plain.name + suffix)
        if file.is_fifo():  # nobody may ever write into it
            raise SourceError(f"{file} is a pipe, not a file.", hint="Remove it to split without decisions.")
        if file.exists():
            content, _ = _unpacked(Kept(str(file), unseen), str(file), unseen)
            return text_held(str(file), content)
    return ""


def text_held(label: str, content: Iterable[bytes]) -> str:
    """Read a text of any format, which is held whole. Raises SourceError when it is too large for that."""
    data = (_held(content, label),)
    return source_of(label, data, data, structured=True).text


def _held(chunks: Iterable[bytes], label: str) -> bytes:
    """Hold all bytes, unless they are too many for that."""
    held: list[bytes] = []
    size = 0
    for chunk in chunks:
        held.append(chunk)
        size += len(chunk)
        if size > LARGEST_HELD:
            raise SourceError(
                f"{label} has more than {LARGEST_HELD:,} bytes, and no more can be held at once.",
                hint="Save the reviews as a plain text file, which may be of any size.",
            )
    return b"".join(held)


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
