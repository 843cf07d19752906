"""Compressed inputs are read as what they hold, in pieces, and refused when they are damaged or bombs."""

import bz2
import gzip
import lzma
import os
import threading
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.errors import SourceError
from reviewcli.sources import rereading
from reviewcli.sources.plaintext import read_source
from reviewcli.sources.unpacking import DEFLATE, Unpacked, method_of, unpacked_name
from tests.conftest import Run

TEXT = "Good, é.\n---\nBad.\n".encode()
PACK: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstd.compress,
}
SKIPPED = b"\x50\x2a\x4d\x18\x05\0\0\0hello"
every = pytest.mark.parametrize("suffix", PACK)


def unpacked(data: bytes, sizes: int = 1 << 20) -> bytes:
    method = method_of(data)
    assert method
    return b"".join(
        Unpacked([data[at : at + sizes] for at in range(0, len(data), sizes)], method, "page.txt")
    )


@every
@pytest.mark.parametrize("sizes", [1, 7, 1 << 20])
def test_what_was_packed_comes_out_whatever_the_pieces(suffix: str, sizes: int) -> None:
    text = b"".join(b"%d is a number\n" % n for n in range(3_000)) + bytes(300_000)

    assert unpacked(PACK[suffix](text), sizes) == text


@every
@given(texts=st.lists(st.binary(max_size=300), min_size=1, max_size=4), sizes=st.integers(1, 50))
def test_streams_one_behind_the_other_are_one(suffix: str, texts: list[bytes], sizes: int) -> None:
    packed = b"".join(map(PACK[suffix], texts))

    assert unpacked(packed, sizes) == b"".join(texts)


@pytest.mark.parametrize(
    ("packed", "text"),
    [
        (gzip.compress(b"a") + bytes(512) + gzip.compress(b"b") + bytes(7), b"ab"),
        (lzma.compress(b"a") + bytes(4) + lzma.compress(b"b"), b"ab"),
        (SKIPPED + zstd.compress(b"a") + SKIPPED + zstd.compress(b"b"), b"ab"),
    ],
)
def test_what_may_stand_between_streams_is_skipped(packed: bytes, text: bytes) -> None:
    assert unpacked(packed) == unpacked(packed, 1) == text


@every
def test_a_compressed_text_is_read_by_its_bytes_whatever_its_name(tmp_path: Path, suffix: str) -> None:
    for name in ("page.txt", f"page.txt{suffix}", f"page{suffix}"):
        (tmp_path / name).write_bytes(PACK[suffix](TEXT))

        source = read_source(str(tmp_path / name))

        assert (source.name, source.text.encode()) == (name, TEXT)
        assert (source.size, source.length) == (len(TEXT), len(TEXT.decode()))
        assert source.path == str(tmp_path / name)


@every
def test_other_encodings_and_pages_are_read_from_compressed_files(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a.txt{suffix}").write_bytes(
        PACK[suffix]("Très bien. Où trouver la suite ?".encode("utf-16"))
    )
    (tmp_path / f"a.html{suffix}").write_bytes(PACK[suffix](b"<p>A <b>good</b> toaster."))

    text, page = (read_source(str(tmp_path / f"a.{kind}{suffix}")) for kind in ("txt", "html"))

    assert (text.text, text.note) == ("Très bien. Où trouver la suite ?", "read as UTF-16")
    assert page.text == "A good toaster."


@every
def test_a_source_is_the_same_packed_or_not(run: Run, tmp_path: Path, path: Path, suffix: str) -> None:
    plain, packed = tmp_path / "page.txt", tmp_path / f"page.txt{suffix}"
    plain.write_bytes(TEXT)
    packed.write_bytes(PACK[suffix](TEXT))

    first = run("import", packed, "--corpus", path)
    again = [run("import", name, "--corpus", path) for name in (packed, plain)]
    piped = run("import", "-", "--corpus", path, stdin=packed.read_bytes())
    packed.write_bytes(PACK[suffix](TEXT + b"---\nNew.\n"))
    longer = run("import", packed, "--corpus", path)

    assert "2 new reviews" in first.out
    assert all("0 new reviews" in one.out for one in (*again, piped))
    assert "1 new review" in longer.out
    assert run("count", "--corpus", path).out == "3\n"


@every
def test_decisions_are_found_beside_a_compressed_source_and_may_be_compressed(
    run: Run, tmp_path: Path, suffix: str
) -> None:
    packed, corpus = tmp_path / f"page.txt{suffix}", tmp_path / "a.db"
    packed.write_bytes(PACK[suffix](b"Good book.\nBad book.\nFine book.\n"))
    run("import", packed, "--split", "paragraph", "--corpus", corpus)
    run("merge", 1, 2, "--corpus", corpus)

    exported = run("export", "--decisions", packed, "--corpus", corpus)
    decisions = tmp_path / "page.decisions.json"
    written = decisions.read_bytes()
    decisions.unlink()
    (tmp_path / f"page.decisions.json{suffix}").write_bytes(PACK[suffix](written))
    imported = run("import", packed, "--split", "paragraph", "--corpus", tmp_path / "b.db")

    assert exported.code == 0
    assert "2 new reviews" in imported.out
    assert "A reader decided about 2 gaps." in imported.out


@every
def test_a_dump_may_be_compressed(run: Run, tmp_path: Path, suffix: str) -> None:
    page, dump = tmp_path / "page.txt", tmp_path / "work.jsonl"
    page.write_bytes(TEXT)
    for name in ("a.db", "b.db", "c.db"):
        run("import", page, "--corpus", tmp_path / name)
    run("tag", 1, "critical", "--corpus", tmp_path / "a.db")
    run("export", "--annotations", dump, "--corpus", tmp_path / "a.db")
    packed = tmp_path / f"work.jsonl{suffix}"
    packed.write_bytes(PACK[suffix](dump.read_bytes()))

    loaded = run("import", "--annotations", packed, "--corpus", tmp_path / "b.db")
    piped = run("import", "--annotations", "-", "--corpus", tmp_path / "c.db", stdin=packed.read_bytes())

    assert (loaded.code, piped.code) == (0, 0)
    for name in ("b.db", "c.db"):
        assert run("count", "tag:critical", "--corpus", tmp_path / name).out == "1\n"


def test_a_deflated_stream_without_a_head_is_read() -> None:
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(TEXT) + packer.flush()

    assert b"".join(Unpacked([packed], DEFLATE, "page.txt")) == TEXT


@pytest.mark.parametrize("name", ["page.gz", "page.txt.BZ2", "a.xz", "a.zst", "a.zip"])
def test_a_name_that_does_not_fit_the_bytes_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Good.")

    with pytest.raises(SourceError, match=f"{name} is not what its name says"):
        read_source(str(tmp_path / name))


@pytest.mark.parametrize("name", ["table.docx.gz", "corpus.db.zst", "x.tar.bz2", "a.7z", "a.rar"])
def test_what_is_no_prose_is_none_when_it_is_compressed(name: str) -> None:
    with pytest.raises(SourceError, match="cannot be imported"):
        read_source(name)


def test_what_is_compressed_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.txt.gz").write_bytes(bz2.compress(gzip.compress(TEXT)))

    with pytest.raises(SourceError, match="compressed within what is compressed"):
        read_source(str(tmp_path / "page.txt.gz"))


def test_a_name_loses_one_ending() -> None:
    assert [unpacked_name(name) for name in ("a/b.txt.GZ", "b.txt", "b.gz.xz")] == [
        "a/b.txt",
        "b.txt",
        "b.gz",
    ]


def test_a_compressed_pipe_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(gzip.compress(TEXT),))
    writer.start()

    source = read_source(str(pipe))

    writer.join()
    assert source.text.encode() == TEXT


def test_whoever_waits_sees_how_far_the_packed_bytes_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "CHUNK", 20)
    packed = gzip.compress(TEXT)
    (tmp_path / "page.txt.gz").write_bytes(packed)
    told: list[tuple[str, int, int]] = []

    read_source(str(tmp_path / "page.txt.gz"), lambda *step: told.append(step))

    assert told[0] == ("Reading page.txt.gz", 20, len(packed))
    assert told[-1] == ("Reading page.txt.gz", len(packed), len(packed))


def test_a_compressed_file_that_is_changed_while_it_is_read_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "CHUNK", 20)
    file = tmp_path / "page.txt.gz"
    file.write_bytes(gzip.compress(TEXT))
    source = read_source(str(file))
    file.write_bytes(gzip.compress(TEXT * 2))

    with pytest.raises(SourceError, match="was changed while it was read"):
        list(source.content)
