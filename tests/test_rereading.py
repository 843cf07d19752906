"""Bytes are read anew each time they are needed, and are the same bytes each time."""

import io
from pathlib import Path

import pytest

from reviewcli.errors import SourceError
from reviewcli.sources import encodings, rereading
from reviewcli.sources.encodings import survey
from reviewcli.sources.plaintext import read_source
from tests.test_plaintext import FRENCH


def test_a_file_is_read_as_often_as_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Él dijo “ sí ”.\r\n".encode())
    monkeypatch.setattr(rereading, "CHUNK", 1)

    source = read_source(str(file))

    assert source.text == source.text == "Él dijo “ sí ”.\r\n"
    assert (source.size, source.length) == (23, 17)


@pytest.mark.parametrize("held", [1, 1 << 20])
def test_standard_input_is_kept_in_memory_or_on_the_disk(held: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rereading, "_HELD", held)
    monkeypatch.setattr(rereading, "CHUNK", 4)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"One.\nTwo.\nThree.")))

    source = read_source("-")
    first, second = iter(source.content), iter(source.content)

    assert "".join(piece for pair in zip(first, second, strict=True) for piece in pair[:1]) == source.text
    assert source.text == "One.\nTwo.\nThree."
    assert (source.size, source.length, source.path) == (16, 16, None)


@pytest.mark.parametrize("after", [0, 1])
def test_a_file_that_is_changed_while_it_is_read_is_an_error(
    after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "CHUNK", 4)
    file = tmp_path / "a.txt"
    file.write_text("One.\nTwo.")
    source = read_source(str(file))
    pieces = iter(source.content)
    for _ in range(after):
        next(pieces)
    file.write_text("One.\nTwo.\nThree.")

    with pytest.raises(SourceError, match=r"a\.txt was changed while it was read") as caught:
        list(pieces)

    assert caught.value.hint


def test_a_file_that_cannot_be_read_on_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(io.BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(Broken()))

    with pytest.raises(SourceError, match="standard input cannot be read: Input/output error"):
        read_source("-")


def test_whoever_waits_is_told_how_far_the_reading_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "CHUNK", 5)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"One.\nTwo.")))
    file = tmp_path / "a.txt"
    file.write_text("One.\nTwo.")
    told: list[tuple[str, int, int]] = []

    read_source(str(file), lambda *step: told.append(step))
    from_file, told = told, []
    read_source("-", lambda *step: told.append(step))

    assert from_file[-2:] == [("Reading a.txt", 5, 9), ("Reading a.txt", 9, 9)]
    assert told[:2] == [("Reading standard input", 5, 0), ("Reading standard input", 9, 0)]
    assert told[-2:] == [("Reading standard input", 5, 9), ("Reading standard input", 9, 9)]


@pytest.mark.parametrize("place", [0, 300, 5_000])
def test_an_encoding_is_told_from_around_the_first_byte_that_is_no_utf_8(
    place: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encodings, "SAMPLE", 4_000)
    monkeypatch.setattr(encodings, "BEFORE", 100)
    monkeypatch.setattr(rereading, "CHUNK", 700)
    text = "I read this book and liked it a lot.\n" * (place // 37) + f"{FRENCH}\n" * 60
    (tmp_path / "a.txt").write_bytes(text.encode("cp1252"))

    source = read_source(str(tmp_path / "a.txt"))

    assert source.text == text
    assert source.note == "read as cp1252, which is a guess: it is not UTF-8"


def test_a_guess_that_does_not_hold_to_the_end_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encodings, "SAMPLE", 4_000)
    monkeypatch.setattr(encodings, "BEFORE", 100)
    text = f"{FRENCH}\n" * 60
    (tmp_path / "a.txt").write_bytes(text.encode("cp1252") + b"\x81 \x8d")

    source = read_source(str(tmp_path / "a.txt"))

    assert source.text.startswith("Un tr")
    assert "cp1252" not in source.note


def test_a_sample_without_line_ends_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encodings, "SAMPLE", 2_000)
    data = (FRENCH * 40).encode("cp1252")

    found = survey([data], "a.txt")

    assert found.encoding.name == "cp1252"
    assert found.length == len(data)


def test_a_mark_of_an_encoding_that_it_is_not_in_is_left_aside() -> None:
    data = b"\xff\xfe" + FRENCH.encode("cp1252") + b"!" * (1 - len(FRENCH) % 2)

    found = survey([data, b"\n", b"x"], "a.txt")

    assert "guess" in found.encoding.note


def test_all_bytes_count_for_the_digest(tmp_path: Path) -> None:
    for name, end in (("a.txt", b"one"), ("b.txt", b"two")):
        (tmp_path / name).write_bytes(b"\xe9t\xe9 " + b"x" * rereading.CHUNK + end)

    first, second = (read_source(str(tmp_path / name)) for name in ("a.txt", "b.txt"))

    assert first.digest != second.digest
