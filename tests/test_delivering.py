"""Files come whole, or not at all."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewcli.delivering import delivery, require_free
from reviewcli.errors import ReviewError, UsageError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "home")


def test_all_files_get_their_names_in_the_end(tmp_path: Path) -> None:
    with delivery([tmp_path / "set"]) as deliver:
        deliver(tmp_path / "a.txt", [b"one ", b"two"])
        deliver(tmp_path / "set" / "b.txt", [])
        assert not (tmp_path / "a.txt").exists()

    assert (tmp_path / "a.txt").read_bytes() == b"one two"
    assert names(tmp_path / "set") == ["b.txt"]


def test_when_one_fails_none_is_there_and_what_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("mine")

    def broken() -> Iterator[bytes]:
        yield b"half"
        raise ReviewError("The corpus is damaged.")

    def both() -> None:
        with delivery([tmp_path / "set"]) as deliver:
            deliver(tmp_path / "a.txt", [b"new"])
            deliver(tmp_path / "set" / "b.txt", broken())

    with pytest.raises(ReviewError, match="damaged"):
        both()

    assert names(tmp_path) == ["a.txt"]
    assert (tmp_path / "a.txt").read_text() == "mine"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")

    with delivery() as deliver:
        deliver(tmp_path / "link", [b"new"])

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_written_into(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()

    require_free([pipe], force=False)
    with delivery() as deliver:
        deliver(pipe, [b"one ", b"two"])
    reader.join(10)

    assert read == [b"one two"]
    assert pipe.is_fifo()


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(ReviewError, match="cannot be written"), delivery() as deliver:
        deliver(tmp_path / "none" / "a.txt", [b""])
    with pytest.raises(ReviewError, match="cannot be written"), delivery([tmp_path / "file" / "set"]):
        pass


def test_a_name_that_became_a_folder_meanwhile_is_an_error(tmp_path: Path) -> None:
    def delivered() -> None:
        with delivery() as deliver:
            deliver(tmp_path / "a", [b""])
            (tmp_path / "a").mkdir()

    with pytest.raises(ReviewError, match="cannot be written"):
        delivered()

    assert names(tmp_path) == ["a"]


def test_what_is_in_the_way_is_said(tmp_path: Path) -> None:
    there, corpus = tmp_path / "a.txt", tmp_path / "corpus.db"
    there.write_text("")
    corpus.write_text("")

    require_free([there, tmp_path / "new"], force=True, kept=corpus)
    with pytest.raises(ReviewError, match=r"There is a file .*a\.txt already"):
        require_free([there], force=False)
    with pytest.raises(ReviewError, match="is a folder"):
        require_free([tmp_path], force=True)
    with pytest.raises(UsageError, match="is the corpus itself"):
        require_free([corpus], force=True, kept=corpus)
