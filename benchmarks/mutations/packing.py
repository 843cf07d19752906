"""Pack inputs as they come compressed, some of them in ways that nobody means well with."""

import bz2
import gzip
import io
import lzma
import random
import sys
import warnings
import zipfile
from collections.abc import Callable

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_PACK: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zstd": zstd.compress,
}
PACKED = (*_PACK, "zip")
SUFFIXES = {"gzip": ".gz", "bzip2": ".bz2", "xz": ".xz", "zstd": ".zst", "zip": ".zip"}
_BOMB = bytes(70_000_000)
_NAMES = [
    *("one.txt", "two.txt", "page.html", "page.decisions.json", "../x.txt", "/etc/passwd", "a\\..\\b", "C:x"),
    *("in/", "photo.jpg", "a" * 5000, "\x1b[2J.txt", "\u202etxt.exe", "__MACOSX/x", "mimetype", "x.txt.gz"),
]
_METHODS = [
    zipfile.ZIP_STORED,
    zipfile.ZIP_DEFLATED,
    zipfile.ZIP_DEFLATED,
    zipfile.ZIP_BZIP2,
    zipfile.ZIP_LZMA,
]


def tokens(form: str) -> list[bytes]:
    """List what is put into the bytes of a packed file to spoil it."""
    if form == "zip":
        return [
            *(b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"PK\x07\x08"),
            *(b"\0" * 22, b"\xff" * 4, b"\xff" * 8, b"\x01\0", b"\x63\0", b"\x0e\0", b"../../", b"\x93\0"),
        ]
    whole = _PACK[form]
    return [
        *(b"\0" * 64, b"\xff" * 64, whole(b""), whole(b"\xff\xfe"), whole(b"Good.\n" * 500)),
        *(whole(b"x")[:10], whole(b"x")[-9:], b"\x50\x2a\x4d\x18\xff\xff\xff\xff", whole(_BOMB)[:20_000]),
    ]


def pack(data: bytes, form: str, chance: random.Random) -> bytes:
    """Pack bytes, mostly as they are, sometimes in several streams, twice, or among other members."""
    if form == "zip":
        return _archive(data, chance)
    whole = _PACK[form]
    middle = chance.randint(0, len(data))
    way = chance.choice(["once", "once", "once", "streams", "twice"])
    if way == "streams":
        return whole(data[:middle]) + whole(data[middle:])
    return whole(whole(data)) if way == "twice" else whole(data)


def _archive(data: bytes, chance: random.Random) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as file:
        warnings.simplefilter("ignore")
        for name in ["page.txt", *chance.choices(_NAMES, k=chance.choice([0, 0, 1, 3, 9]))]:
            content = chance.choice([data, b"Good.\n---\nBad.", b"", b"\0\xff" * 50, b"{}"])
            file.writestr(name, data if name == "page.txt" else content, chance.choice(_METHODS))
    return buffer.getvalue()
