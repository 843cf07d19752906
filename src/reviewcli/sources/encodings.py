"""Tell in which encoding bytes are text, reading them in chunks and holding a bounded sample at most."""

import codecs
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

from reviewcli.errors import NoTextError

USUAL = "cp1252"
SAMPLE, BEFORE = 1 << 20, 1 << 16


class Encoding(NamedTuple):
    """How bytes are decoded; `note` says what was decided about it when it was not plainly UTF-8."""

    name: str
    note: str = ""


_MARKS = (
    (b"\xef\xbb\xbf", Encoding("utf-8-sig")),
    (b"\xff\xfe", Encoding("utf-16", "read as UTF-16")),
    (b"\xfe\xff", Encoding("utf-16", "read as UTF-16")),
)


class Survey(NamedTuple):
    """What one reading of all bytes tells: SHA-256 in hex, encoding, how many characters and bytes."""

    digest: str
    encoding: Encoding
    length: int
    size: int


class NotInError(ValueError):
    """Report that bytes are not in an encoding; `place` is the first that is not."""

    def __init__(self, place: int) -> None:
        super().__init__(f"not at byte {place}")
        self.place = place


def survey(chunks: Iterable[bytes], name: str) -> Survey:
    """Read all bytes, which `chunks` gives anew each time, and tell their encoding.

    UTF-8 and what carries a byte order mark is certain. Anything else is guessed by charset-normalizer
    from a megabyte around where it first is no UTF-8, and the likeliest guess in which all the bytes are
    text is taken. Raises NoTextError when they hold no text.
    """
    seen = _Seen(name)
    watched = seen.watch(chunks)
    certain = _marked(chunks)
    try:
        length = _length(watched, certain.name, name)
    except NotInError as error:
        for _ in watched:  # the digest is of all bytes
            pass
        if seen.nul:
            raise NoTextError(
                f"{name} is a binary file, not text.", hint="Save the reviews as plain text and import that."
            ) from error
        place = error.place if certain.name.startswith("utf-8") else 0
        certain, length = _guessed(chunks, name, place)
    return Survey(seen.digest, certain, length, seen.size)


def decoded(chunks: Iterable[bytes], encoding: str) -> Iterator[str]:
    """Decode chunks of bytes as they come. Raises NotInError where they are not in the encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    read = 0
    try:
        for chunk in chunks:
            read += len(chunk)
            yield decoder.decode(chunk)
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise NotInError(read - len(error.object) + error.start) from error


class _Seen:
    """What is noted of all bytes while they pass."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._hash = hashlib.sha256()
        self.nul = False
        self.size = 0

    @property
    def digest(self) -> str:
        return self._hash.hexdigest()

    def watch(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Pass the chunks on. Raises NoTextError when all of them are blank."""
        blank = True
        for chunk in chunks:
            self._hash.update(chunk)
            self.size += len(chunk)
            self.nul = self.nul or b"\0" in chunk
            blank = blank and not chunk.strip()
            yield chunk
        if blank:
            raise NoTextError(f"{self._name} is empty.", hint="Name a file with at least one review in it.")


def _marked(chunks: Iterable[bytes]) -> Encoding:
    """Tell the encoding by the mark at the beginning; without one it is to be UTF-8."""
    first = next(iter(chunks), b"")
    return next((encoding for mark, encoding in _MARKS if first.startswith(mark)), Encoding("utf-8"))


def _length(chunks: Iterable[bytes], encoding: str, name: str) -> int:
    """Count the characters. Raises NoTextError when all are white space."""
    length, blank = 0, True
    for piece in decoded(chunks, encoding):
        length += len(piece)
        blank = blank and not piece.strip()
    if blank:
        raise NoTextError(
            f"{name} has only white space in it.", hint="Name a file with at least one review in it."
        )
    return length


def _guessed(chunks: Iterable[bytes], name: str, place: int) -> tuple[Encoding, int]:
    for guess in _guesses(_sample(chunks, place)):
        note = f"read as {guess.replace('_', '-')}, which is a guess: it is not UTF-8"
        with suppress(NotInError, LookupError):
            return Encoding(guess, note), _length(chunks, guess, name)
    line, column = _line_and_column(chunks, place)
    raise NoTextError(
        f"{name} is not in UTF-8 (line {line}, byte {column}) and its encoding cannot be told.",
        hint="Save it as UTF-8 and import it again.",
    )


def _guesses(sample: bytes) -> list[str]:
    """List the encodings that a sample may be in, the likeliest first."""
    from charset_normalizer import from_bytes

    matches = from_bytes(sample)
    best = matches.best()
    if best is None:
        return []
    # Among encodings that fit equally well, Western European Windows is by far the most used.
    equal = (one for one in matches if (one.chaos, one.coherence) == (best.chaos, best.coherence))
    likely = next((one for one in equal if USUAL in one.could_be_from_charset), best)
    first = USUAL if USUAL in likely.could_be_from_charset else likely.encoding
    return [*dict.fromkeys((first, likely.encoding, *(one.encoding for one in matches)))]


def _sample(chunks: Iterable[bytes], place: int) -> bytes:
    """Give whole lines from shortly before a place on, a megabyte at most."""
    start = max(0, place - BEFORE)
    end = start + SAMPLE
    taken: list[bytes] = []
    at = 0
    for chunk in chunks:
        taken.append(chunk[max(0, start - at) : max(0, end - at)])
        at += len(chunk)
    sample = b"".join(taken)
    if start:
        sample = sample.partition(b"\n")[2] or sample
    return sample.rpartition(b"\n")[0] or sample if at > end else sample


def _line_and_column(chunks: Iterable[bytes], place: int) -> tuple[int, int]:
    """Tell on which line a byte stands, and where on it, both from 1."""
    line = column = 1
    for chunk in chunks:
        before = chunk[:place]
        ends = before.count(b"\n")
        line += ends
        column = len(before) - before.rfind(b"\n") if ends else column + len(before)
        place -= len(before)
    return line, column
