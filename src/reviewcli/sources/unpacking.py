"""Unpack compressed bytes as they come, holding little of them, and refuse what grows beyond measure."""

import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple, Protocol

from reviewcli.errors import SourceError

FREE, RATIO = 64_000_000, 200
"""Any file may unpack to so many bytes; beyond them to so many times what it takes packed."""

MEMORY = 1 << 28
_PIECE, _STEP = 1 << 12, 1 << 18
_ZSTD_WINDOW = 27
_UNPACK_YOURSELF = "If you trust it, unpack it yourself and import what comes out, or hand it over a pipe: -"


class Stream(Protocol):
    """What unpacks one stream of packed bytes, as the modules of the standard library do."""

    @property
    def eof(self) -> bool:
        """Tell whether the stream has come to its end."""

    @property
    def needs_input(self) -> bool:
        """Tell whether there is nothing more to give before more is taken."""

    @property
    def unused_data(self) -> bytes:
        """Return what was taken and stands behind the end."""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Take packed bytes, and give no more unpacked ones than asked for."""


class Method(NamedTuple):
    """One way of packing: what it is called, how its files begin and are named, how a stream is unpacked."""

    name: str
    beginning: re.Pattern[bytes]
    suffix: str
    start: Callable[[], Stream]


class _Inflating:
    """A zlib stream that is asked as the others are."""

    def __init__(self, window: int) -> None:
        self._stream = zlib.decompressobj(window)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._stream.eof

    @property
    def unused_data(self) -> bytes:
        return self._stream.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        given = self._stream.decompress(self._stream.unconsumed_tail + data, max_length)
        self.needs_input = len(given) < max_length and not self._stream.unconsumed_tail
        return given


def _bzip2() -> Stream:
    from bz2 import BZ2Decompressor

    return BZ2Decompressor()


def _xz() -> Stream:
    from lzma import FORMAT_XZ, LZMADecompressor

    return LZMADecompressor(FORMAT_XZ, memlimit=MEMORY)


def _zstd() -> Stream:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW})


# A zstd file may begin with a frame to be skipped, as those of `pzstd` do.
METHODS = (
    Method("gzip", re.compile(rb"\x1f\x8b"), ".gz", lambda: _Inflating(zlib.MAX_WBITS | 16)),
    Method("bzip2", re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), ".bz2", _bzip2),
    Method("xz", re.compile(rb"\xfd7zXZ\0"), ".xz", _xz),
    Method("zstd", re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18"), ".zst", _zstd),
)
DEFLATE = Method("deflate", re.compile(b""), "", lambda: _Inflating(-zlib.MAX_WBITS))


def method_of(head: bytes) -> Method | None:
    """Tell by their beginning how bytes are packed; None when they are not."""
    return next((method for method in METHODS if method.beginning.match(head)), None)


def unpacked_name(name: str) -> str:
    """Take off the ending that says how a file is packed: `page.txt.gz` holds `page.txt`."""
    path = PurePath(name)
    packed = path.suffix.lower() in {method.suffix for method in METHODS}
    return str(path.with_suffix("")) if packed else name


class Unpacked:
    """The bytes that packed ones hold: each iteration unpacks all of them anew.

    Streams that stand one behind the other are read as one. Raises SourceError where they are damaged,
    end too early, want too much memory or give too much.
    """

    def __init__(self, packed: Iterable[bytes], method: Method, name: str) -> None:
        self._packed = packed
        self._method = method
        self._name = name

    def __iter__(self) -> Iterator[bytes]:
        """Give them in chunks, of which only the last is small."""
        held: list[bytes] = []
        size = 0
        for part in self._parts():
            held.append(part)
            size += len(part)
            if size >= _STEP:
                yield b"".join(held)
                held, size = [], 0
        if held:
            yield b"".join(held)

    def _parts(self) -> Iterator[bytes]:
        stream: Stream | None = None
        taken = given = 0
        for piece in _small(self._packed):
            taken += len(piece)
            data = piece
            while True:
                if stream is None:
                    data = data.lstrip(b"\0")  # gzip and xz files may be padded
                    if not data:
                        break
                    stream = self._method.start()
                part, data = self._decompressed(stream, data, taken), b""
                given += len(part)
                self._require_measure(taken, given)
                yield part
                if stream.eof:
                    data, stream = stream.unused_data, None
                elif stream.needs_input:
                    break
        if stream is not None:
            raise SourceError(
                f"{self._name} is incomplete: it ends after {taken:,} bytes, in the middle.",
                hint="Nothing was written. Copy or download it again.",
            )

    def _decompressed(self, stream: Stream, data: bytes, taken: int) -> bytes:
        try:
            return stream.decompress(data, _STEP)
        except MemoryError:
            raise
        except Exception as error:  # each module has an error of its own
            if "memory" in str(error).lower():
                raise SourceError(
                    f"{self._name} needs more than {MEMORY >> 20} MB of memory to be unpacked.",
                    hint=_UNPACK_YOURSELF,
                ) from error
            raise SourceError(
                f"{self._name} is damaged at byte {taken:,} or before: it is no longer {self._method.name}.",
                hint="Nothing was written. Copy or download it again.",
            ) from error

    def _require_measure(self, taken: int, given: int) -> None:
        if given > max(FREE, RATIO * taken):
            raise grows_too_much(self._name, taken, given)


def grows_too_much(name: str, taken: int, given: int) -> SourceError:
    """Return the error for what is suspiciously larger unpacked than it is packed."""
    return SourceError(
        f"{name} unpacks to {given // max(1, taken):,} times its size and more; {RATIO} is the limit above"
        f" {FREE // 1_000_000} MB.",
        hint=_UNPACK_YOURSELF,
    )


def _small(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Cut chunks small, so that what is unpacked at once is little and the place of damage is known."""
    for chunk in chunks:
        for at in range(0, len(chunk), _PIECE):
            yield chunk[at : at + _PIECE]
