"""Plain text is read whatever its encoding; anything else is refused with the reason."""

import os
import threading
from pathlib import Path

import pytest
from charset_normalizer import CharsetMatches

from reviewcli.errors import SourceError
from reviewcli.sources.bundled import bundled_source
from reviewcli.sources.plaintext import read_source

FRENCH = (
    "Un très bon livre, écrit à merveille. Je l'ai lu d'une traite, même si la fin déçoit un peu. "
    "Où trouver la suite ?"
)


def test_a_text_is_named_by_its_file_and_known_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Good.")
    (tmp_path / "b.txt").write_text("Good.")

    first, second = read_source(str(tmp_path / "a.txt")), read_source(str(tmp_path / "b.txt"))

    assert (first.name, first.text, first.note) == ("a.txt", "Good.", "")
    assert first.digest == second.digest
    assert first.path != second.path


@pytest.mark.parametrize(
    ("encoding", "note"),
    [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", "UTF-16"), ("cp1252", "guess"), ("latin-1", "guess")],
)
def test_other_encodings_are_read_and_noted(tmp_path: Path, encoding: str, note: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(FRENCH.encode(encoding))

    source = read_source(str(file))

    assert source.text == FRENCH
    assert note in source.note


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        ("\u00a0\u2003".encode(), "only white space"),
        (b"\x7fELF\x02\x01\x01\x00\xff\xfe\x00", "binary file"),
        (b"\xff\xfe\x00", "binary file"),
    ],
)
def test_what_holds_no_text_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(content)

    with pytest.raises(SourceError, match=message) as caught:
        read_source(str(file))

    assert caught.value.hint


def test_an_encoding_that_cannot_be_told_is_refused_with_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"one\ntwo \xff\xff")
    monkeypatch.setattr("charset_normalizer.from_bytes", lambda _: CharsetMatches([]))

    with pytest.raises(SourceError, match=r"line 2, byte 5"):
        read_source(str(file))


def test_what_is_not_a_file_is_refused(tmp_path: Path) -> None:
    for name, message in (
        (tmp_path, "is a folder"),
        (tmp_path / "none.txt", "There is no file"),
        (Path("/dev/zero"), "is a device"),
        (Path("a\0b"), "cannot be read"),
        (Path("x" * 5000), "cannot be read"),
        (tmp_path / "table.pdf", "cannot be imported"),
    ):
        with pytest.raises(SourceError, match=message):
            read_source(str(name))


def test_a_pipe_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=("Good.",))
    writer.start()

    source = read_source(str(pipe))

    writer.join()
    assert source.text == "Good."


def test_the_bundled_text_is_the_one_of_the_mission() -> None:
    reference = Path(__file__).parents[2] / "shared" / "reference" / "reviews.txt"
    if not reference.exists():
        pytest.skip("the reference data is not here")

    source = bundled_source()

    assert source.text.encode() == reference.read_bytes()
    assert source.path is None
    assert (source.name, source.note) == ("reviews.txt", "")
