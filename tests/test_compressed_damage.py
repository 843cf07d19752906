"""Compressed inputs that are damaged, or bombs, are refused before anything is written."""

import bz2
import gzip
import lzma
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from backports import zstd

from reviewcli.errors import SourceError
from reviewcli.sources import unpacking
from reviewcli.sources.unpacking import Unpacked, method_of
from tests.conftest import Run
from tests.test_archives import archive
from tests.test_compressed import PACK, every, unpacked
from tests.test_hostile_places import is_one_sentence


def broken(data: bytes) -> Iterator[bytes]:
    yield data[:-1]
    yield data[: len(data) // 2]
    yield data[:-6] + bytes([data[-6] ^ 255]) + data[-5:]
    yield data + b"rubbish, not a stream"
    yield data + data[: len(data) // 2]
    middle = len(data) // 2
    yield data[:middle] + bytes([data[middle] ^ 255]) + data[middle + 1 :]


@every
def test_damage_is_refused_with_its_place_and_nothing_is_written(
    run: Run, tmp_path: Path, suffix: str
) -> None:
    text = os.urandom(3_000).hex().encode() + b"\n"
    checksum: dict[int, int] = {zstd.CompressionParameter.checksum_flag: 1}
    good = zstd.compress(text, options=checksum) if suffix == ".zst" else PACK[suffix](text)
    file, corpus = tmp_path / f"page.txt{suffix}", tmp_path / "corpus.db"

    for data in broken(good):
        file.write_bytes(data)
        outcome = run("import", file, "--corpus", corpus)

        assert is_one_sentence(outcome)
        assert f"page.txt{suffix} is " in outcome.err
        assert "is damaged" in outcome.err or "is incomplete" in outcome.err
        assert "byte" in outcome.err
        assert not corpus.exists()


def test_the_place_of_damage_is_near() -> None:
    data = bz2.compress(os.urandom(100_000)) + bz2.compress(os.urandom(100_000))
    data = data[:50_000] + bytes(64) + data[50_064:]

    with pytest.raises(SourceError, match=r"is damaged at byte [\d,]+ or before") as caught:
        unpacked(data)

    place = int(caught.value.message.split("byte ")[1].split()[0].replace(",", ""))
    assert 50_000 <= place < len(data) * 0.6


@every
def test_a_bomb_is_refused_before_it_goes_off(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setattr(unpacking, "FREE", 5_000_000)
    packed = PACK[suffix](b"Good.\n" * 5_000_000)
    file, corpus = tmp_path / "page.txt", tmp_path / "corpus.db"
    file.write_bytes(packed)

    outcomes = [
        run("import", file, "--corpus", corpus),
        run("import", "--annotations", file, "--corpus", corpus),
        run("import", "-", "--corpus", corpus, stdin=packed),
    ]

    assert len(packed) < 60_000
    assert all(map(is_one_sentence, outcomes))
    assert all("times its size and more; 200 is the limit above 5 MB." in one.err for one in outcomes)
    assert not corpus.exists()


@every
def test_a_bomb_takes_little_memory_and_time(tmp_path: Path, suffix: str) -> None:
    import tracemalloc

    packed = PACK[suffix](bytes(100_000_000))
    tracemalloc.start()

    with pytest.raises(SourceError, match="times its size"):
        for _ in Unpacked([packed], method_of(packed), "bomb"):  # type: ignore[arg-type]  # it is packed
            pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 20_000_000


def test_what_compresses_well_and_is_small_is_no_bomb() -> None:
    text = b"Good.\n" * 5_000_000

    assert unpacked(gzip.compress(text)) == text


def test_a_ratio_is_of_what_was_read_so_far() -> None:
    noise = os.urandom(400_000)

    assert len(unpacked(gzip.compress(noise) + gzip.compress(bytes(70_000_000)))) == 70_400_000


@pytest.mark.parametrize(
    "packed",
    [
        lzma.compress(b"Good.", filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 29}]),
        zstd.compress(b"Good." * 1000, options={zstd.CompressionParameter.window_log: 28})[:4]
        + b"\0\x98"
        + bytes(20),
    ],
)
def test_what_wants_too_much_memory_is_refused(packed: bytes) -> None:
    with pytest.raises(SourceError, match="needs more than 256 MB of memory"):
        unpacked(packed)


@pytest.mark.parametrize("suffix", PACK)
def test_an_archive_within_a_compressed_file_is_refused(run: Run, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"pages.zip{suffix}"
    file.write_bytes(PACK[suffix](archive(("one.txt", b"Good."))))

    outcome = run("import", file)

    assert is_one_sentence(outcome)
    assert "is compressed within what is compressed" in outcome.err
