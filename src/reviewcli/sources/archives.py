"""Read the members of a ZIP archive as sources of their own, taking nothing in it on trust."""

import os
import re
import stat
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from reviewcli.errors import NoTextError, SourceError
from reviewcli.progress import Progress
from reviewcli.sources.plaintext import (
    LARGEST_HELD,
    Source,
    decisions_name,
    is_archive,
    require_prose,
    source_from,
    source_of,
    text_held,
)
from reviewcli.sources.rereading import STDIN, Kept, Watched
from reviewcli.sources.unpacking import DEFLATE, FREE, METHODS, RATIO, Method, Unpacked, grows_too_much

BEGINNING = (b"PK\x03\x04", b"PK\x05\x06")
MOST_MEMBERS = 10_000
_NAMED = 5
_ENCRYPTED = 0x1 | 0x40
_ZSTD = 93
_BY_NUMBER: dict[int, Method | None] = {
    ZIP_STORED: None,
    ZIP_DEFLATED: DEFLATE,
    ZIP_BZIP2: next(method for method in METHODS if method.name == "bzip2"),
    _ZSTD: next(method for method in METHODS if method.name == "zstd"),
}
_HEADER = 30
_LEADS_OUT = re.compile(r"[/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|$)", re.DOTALL)
# What file managers and office programs put in, which nobody wrote.
_FURNITURE = re.compile(r"__MACOSX/|(?:.*/)?(?:\.[^/]*|Thumbs\.db)$|.*/$", re.DOTALL)
_OF_DOCUMENTS = {"[Content_Types].xml", "mimetype"}


@dataclass(frozen=True, slots=True)
class Member:
    """The bytes of one member: each iteration unpacks all of them anew and proves them."""

    label: str
    kept: Kept
    facts: ZipInfo

    def __iter__(self) -> Iterator[bytes]:
        """Raise SourceError where they are not what the archive says of them."""
        return self.unpacked(self.packed())

    def packed(self) -> Iterator[bytes]:
        """Give the bytes as they stand in the archive."""
        header = b"".join(self.kept.stretch(self.facts.header_offset, _HEADER))
        if len(header) < _HEADER or not header.startswith(BEGINNING[0]):
            raise self._damaged()
        beside = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        yield from self.kept.stretch(self.facts.header_offset + _HEADER + beside, self.facts.compress_size)

    def unpacked(self, packed: Iterable[bytes]) -> Iterator[bytes]:
        """Unpack those bytes, and prove their size and checksum."""
        method = _BY_NUMBER[self.facts.compress_type]
        checksum = size = 0
        for chunk in Unpacked(packed, method, self.label) if method else packed:
            checksum = zlib.crc32(chunk, checksum)
            size += len(chunk)
            if size > self.facts.file_size:
                raise self._damaged()
            yield chunk
        if (size, checksum) != (self.facts.file_size, self.facts.CRC):
            raise self._damaged()

    def _damaged(self) -> SourceError:
        return _damaged(f"{self.label} is damaged: its bytes are not what the archive says of them")


class _Watching:
    """A member that is read with somebody watching."""

    def __init__(self, member: Member, progress: Progress) -> None:
        self._member = member
        self._progress = progress

    def __iter__(self) -> Iterator[bytes]:
        size, label = self._member.facts.compress_size, self._member.label
        return self._member.unpacked(Watched(self._member.packed(), size, label, self._progress))


def read_sources(name: str, progress: Progress, tell: Callable[[str], None]) -> list[Source]:
    """Read what is called `name` as `read_source` does, and of an archive each member that holds text.

    Which others were passed over is told. Raises SourceError for an archive that is damaged, encrypted or
    made to do harm, and for one without any text.
    """
    require_prose(name)
    kept = Kept(name, progress)
    label = kept.name if name == STDIN else Path(name).name
    if not is_archive(kept):
        return [source_from(kept, name, progress)]
    if is_workbook(kept, label):
        path = None if name == STDIN else os.path.realpath(name)
        label = label if label.lower().endswith((".xlsx", ".xlsm")) else f"{label}.xlsx"
        watched = Watched(kept, kept.size, label, progress)
        return [source_of(label, kept, watched)._replace(name=label, path=path)]
    if name == STDIN:
        return _sources_in(kept, kept.name, None, progress, tell)
    return _sources_in(kept, Path(name).name, os.path.realpath(name), progress, tell)


def _sources_in(
    kept: Kept, label: str, path: str | None, progress: Progress, tell: Callable[[str], None]
) -> list[Source]:
    members = {
        facts.filename: Member(f"{label}/{facts.filename}", kept, facts) for facts in _facts(kept, label)
    }
    read: list[Source] = []
    passed_over, held = [], 0
    decisions = {_beside(name) for name in members}
    for name, member in members.items():
        if name in decisions:
            continue
        try:
            source = _source(member, progress)
        except NoTextError:
            passed_over.append(name)
            continue
        held += source.length if isinstance(source.content, str) else 0
        if held > LARGEST_HELD:
            raise SourceError(
                f"The saved pages in {label} are too large to be held at once.",
                hint="Unpack it and import them one by one.",
            )
        read.append(
            source._replace(path=path and f"{path}/{name}", decisions=_decisions_about(name, members))
        )
    if not read:
        raise SourceError(
            f"{label} holds no text that can be imported.", hint="Unpack it and look what it holds."
        )
    if passed_over:
        tell(_passed_over_said(label, passed_over))
    return read


def _source(member: Member, progress: Progress) -> Source:
    if stat.S_ISLNK(member.facts.external_attr >> 16):
        raise NoTextError(f"{member.label} is a link.", hint="Add the file to which it leads.")
    return source_of(member.label, member, _Watching(member, progress))


def _decisions_about(name: str, members: dict[str, Member]) -> str:
    beside = members.get(_beside(name))
    return text_held(beside.label, beside) if beside else ""


def _beside(name: str) -> str:
    """Name the member in which people decided about another."""
    return str(PurePosixPath(name).with_name(decisions_name(name)))


def _facts(kept: Kept, label: str) -> list[ZipInfo]:
    """List the members that are files which somebody put in, when all that is said of them is right."""
    with kept.opened() as file:
        every = _listed(file, label)
    if len(every) > MOST_MEMBERS:
        raise _refused(f"{label} holds more than {MOST_MEMBERS:,} members")
    if _OF_DOCUMENTS & {facts.filename for facts in every}:
        raise SourceError(
            f"{label} is a document of an office program or a book, not text.",
            hint="Save the reviews as a plain text file and import that.",
        )
    given = sum(facts.file_size for facts in every)
    if given > max(FREE, RATIO * kept.size):
        raise grows_too_much(label, kept.size, given)
    seen = set()
    for facts in every:
        _require_harmless(facts, label)
        if facts.filename in seen:
            raise _refused(f"{label} holds two members called '{facts.filename}'")
        seen.add(facts.filename)
    return [facts for facts in every if not _FURNITURE.match(facts.filename)]


def is_workbook(kept: Kept, label: str) -> bool:
    """Tell whether an archive is an Excel workbook."""
    with kept.opened() as file:
        every = _listed(file, label)
    return any(facts.filename == "xl/workbook.xml" for facts in every)


def _listed(file: IO[bytes], label: str) -> list[ZipInfo]:
    try:
        with ZipFile(file) as archive:
            return archive.infolist()
    except MemoryError:
        raise
    except NotImplementedError as error:
        raise _refused(f"{label} is an archive of a kind that is not known") from error
    except Exception as error:  # whatever stands in a table that is damaged
        raise _damaged(f"{label} is a damaged archive: its table of members cannot be read") from error


def _require_harmless(facts: ZipInfo, label: str) -> None:
    if not facts.filename or _LEADS_OUT.match(facts.filename):
        raise _refused(f"{label} holds a member whose name leads out of it, '{facts.filename}'")
    if facts.flag_bits & _ENCRYPTED:
        raise _refused(f"{label} is encrypted: '{facts.filename}' can be read with a password only")
    if facts.compress_type not in _BY_NUMBER:
        raise _refused(
            f"{label}/{facts.filename} is packed in a way that is not known ({facts.compress_type})"
        )


def _passed_over_said(label: str, names: list[str]) -> str:
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    what = "one member that holds no text" if len(names) == 1 else f"{len(names):,} members that hold no text"
    return f"{label}: passed over {what}: {', '.join(names[:_NAMED])}{more}."


def _refused(what: str) -> SourceError:
    return SourceError(
        f"{what}.", hint="Nothing was written. Unpack it yourself and import what you want of it."
    )


def _damaged(what: str) -> SourceError:
    return SourceError(f"{what}.", hint="Nothing was written. Copy or download it again.")
