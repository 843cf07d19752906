"""A backup is whole or not there, and takes the place of a corpus without losing what was."""

import errno
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reviewcli import saving
from reviewcli.corpus import create_corpus, open_corpus
from reviewcli.errors import BusyError, CorpusError, NotFoundError, ReviewError, UsageError
from reviewcli.saving import back_up, keep_aside, restore
from reviewcli.store import open_store
from reviewcli.store.holder import Purpose, holder_of
from reviewcli.store.sqlite import SqliteStorage
from tests.conftest import ADA, MakeCorpus, Run, source

RUBBISH = b"rubbish " * 1000


def numbers(path: Path) -> list[int]:
    with open_corpus(path) as corpus:
        return [review.number for review in corpus.reviews()]


def damaged_after_backup(make_corpus: MakeCorpus, path: Path) -> Path:
    """Make a corpus and a backup of it, which is returned, and spoil the corpus."""
    corpus = make_corpus("Good.")
    copy = path.with_name(f"copy{path.suffix}")
    back_up(corpus.database, path, copy)
    corpus.close()
    path.write_bytes(RUBBISH)
    return copy


def test_a_backup_holds_all_and_the_history(make_corpus: MakeCorpus, path: Path, tmp_path: Path) -> None:
    corpus = make_corpus("Good.", "Bad.")
    corpus.tag([1], "positive", ADA)
    copy = tmp_path / f"copy{path.suffix}"

    back_up(corpus.database, path, copy)
    corpus.tag([2], "critical", ADA)

    with open_corpus(copy) as found:
        assert [review.labels for review in found.reviews()] == [("positive",), ()]
        assert len(list(found.history().entries())) == 2
        found.undo(None, ADA)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]


def test_a_backup_is_consistent_while_others_write(
    make_corpus: MakeCorpus, path: Path, tmp_path: Path
) -> None:
    make_corpus("Good.", "Bad.").close()
    done = threading.Event()

    def write() -> None:
        with open_corpus(path) as corpus:
            while not done.is_set():
                corpus.tag([1, 2], "positive", ADA)
                corpus.untag([1, 2], None, ADA)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for at in range(8):
            copy = tmp_path / f"copy{at}{path.suffix}"
            with open_corpus(path) as corpus:
                back_up(corpus.database, path, copy)
            with open_corpus(copy) as found:
                assert [len(review.labels) for review in found.reviews()] in ([0, 0], [1, 1])
    finally:
        done.set()
        writer.join()


def test_a_file_that_is_there_is_kept_unless_forced(make_corpus: MakeCorpus, path: Path) -> None:
    corpus = make_corpus("Good.")
    other = path.with_name(f"other{path.suffix}")
    other.write_text("precious")

    with pytest.raises(ReviewError, match="There is a file"):
        back_up(corpus.database, path, other)
    kept = other.read_text()
    back_up(corpus.database, path, other, force=True)

    assert kept == "precious"
    assert numbers(other) == [1]


def test_a_backup_is_of_the_same_kind_and_another_file(make_corpus: MakeCorpus, path: Path) -> None:
    corpus = make_corpus("Good.")
    other_kind = path.with_suffix(".db" if path.suffix == ".json" else ".json")

    with pytest.raises(UsageError, match="of another kind"):
        back_up(corpus.database, path, other_kind)
    with pytest.raises(UsageError, match="is the corpus itself"):
        back_up(corpus.database, path, path, force=True)
    with pytest.raises(UsageError, match="is the corpus itself"):
        restore(path, path, ADA)
    with pytest.raises(ReviewError, match="cannot be written"):
        back_up(corpus.database, path, Path("/proc/nowhere") / path.name)


def test_restoring_keeps_what_was_there(make_corpus: MakeCorpus, path: Path) -> None:
    corpus = make_corpus("Good.", "Bad.")
    copy = path.with_name(f"copy{path.suffix}")
    back_up(corpus.database, path, copy)
    corpus.add_sources([source("New.", name="b.txt")], ADA)

    kept = restore(path, copy, ADA)

    assert kept
    assert (numbers(path), numbers(kept)) == ([1, 2], [1, 2, 3])
    assert corpus.count() == 2
    assert keep_aside(path) != kept


def test_restoring_makes_a_corpus_that_is_not_there(make_corpus: MakeCorpus, path: Path) -> None:
    corpus = make_corpus("Good.", "Bad.")
    new = path.parent / "new" / path.name

    assert restore(new, path, ADA) is None

    assert numbers(new) == [1, 2]
    assert corpus.count() == 2


def test_a_damaged_corpus_is_moved_aside_as_it_is(make_corpus: MakeCorpus, path: Path) -> None:
    copy = damaged_after_backup(make_corpus, path)

    kept = restore(path, copy, ADA)

    assert kept
    assert kept.read_bytes().startswith(b"rubbish")
    assert numbers(path) == [1]


def test_while_a_damaged_corpus_is_restored_there_is_always_a_file(
    make_corpus: MakeCorpus, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = damaged_after_backup(make_corpus, path)
    names = sorted(one.name for one in path.parent.iterdir())

    def full(*_: object, **__: object) -> None:
        assert path.read_bytes() == RUBBISH
        holder = holder_of(path)
        assert holder
        assert holder.purpose == Purpose(ADA.annotator, ADA.command, ADA.time)
        raise ReviewError("The disk is full.")

    monkeypatch.setattr(saving, "copy_whole", full)
    with pytest.raises(ReviewError, match="disk is full"):
        restore(path, copy, ADA)

    assert path.read_bytes() == RUBBISH
    (kept,) = path.parent.glob(f"corpus.before-*{path.suffix}")
    assert kept.read_bytes() == path.read_bytes()
    left = sorted(one.name for one in path.parent.iterdir() if one != kept and one.suffix != ".lock")
    assert left == [name for name in names if not name.endswith(".lock")]


def test_a_damaged_corpus_that_cannot_be_kept_stays_as_it_is(
    make_corpus: MakeCorpus, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = damaged_after_backup(make_corpus, path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(ReviewError, match="No space"):
        restore(path, copy, ADA)

    assert path.read_bytes() == RUBBISH
    assert not list(path.parent.glob("*before*"))


def test_what_others_wrote_until_the_moment_of_restoring_is_kept(
    make_corpus: MakeCorpus, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = make_corpus("Good.", "Bad.")
    copy = path.with_name(f"copy{path.suffix}")
    back_up(corpus.database, path, copy)
    told: list[object] = []

    def meanwhile(one: Path) -> Path:
        storage = corpus.database._storage
        storage._patience = 0.1
        if path.suffix == ".db":
            storage.query("PRAGMA busy_timeout=100")
        with pytest.raises(BusyError) as refused:
            corpus.tag([1], "positive", ADA)
        told.append(refused.value.message)
        return keep_aside(one)

    monkeypatch.setattr(saving, "keep_aside", meanwhile)
    restore(path, copy, ADA)

    assert [f"'{ADA.command}' of ada" in str(one) for one in told] == [True]
    assert corpus.tag([1], "positive", ADA)


def test_what_a_killed_process_left_long_ago_is_removed(make_corpus: MakeCorpus, path: Path) -> None:
    corpus = make_corpus("Good.")
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    copy = path.with_name(f"copy{path.suffix}")
    old, new, mine = (
        path.with_name(f".copy.{process}.new{path.suffix}{more}")
        for process, more in ((ended.pid, "-wal"), (ended.pid, ""), (os.getppid(), ""))
    )
    for one in (old, new, mine):
        one.write_text("half")
    for one in (old, mine):
        os.utime(one, (1, 1))

    back_up(corpus.database, path, copy)

    assert [one.exists() for one in (old, new, mine)] == [False, True, True]


def test_a_backup_that_is_no_good_changes_nothing(make_corpus: MakeCorpus, path: Path) -> None:
    corpus = make_corpus("Good.")
    bad = path.with_name(f"bad{path.suffix}")

    with pytest.raises(NotFoundError, match="There is no backup"):
        restore(path, bad, ADA)
    bad.write_bytes(RUBBISH)
    with pytest.raises(CorpusError):
        restore(path, bad, ADA)

    assert corpus.count() == 1
    assert not list(path.parent.glob("*before*"))


def test_a_backup_with_a_bad_page_is_refused(tmp_path: Path) -> None:
    path, copy = tmp_path / "corpus.db", tmp_path / "copy.db"
    create_corpus(path, [source(*(f"Review {number}. {'long ' * 200}" for number in range(200)))], ADA)
    with open_corpus(path) as corpus:
        back_up(corpus.database, path, copy)
    data = bytearray(copy.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 4096] = b"\xff" * 4096
    copy.write_bytes(bytes(data))

    with pytest.raises(CorpusError, match="damaged"):
        restore(path, copy, ADA)

    assert len(numbers(path)) == 200


def test_restoring_waits_for_a_writer_only_so_long(tmp_path: Path) -> None:
    path, other = tmp_path / "a.db", tmp_path / "b.db"
    for one in (path, other):
        open_store(one, create=True).table("notes").insert({"in": one.name})
    storage = SqliteStorage(path, patience=0.2)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    with pytest.raises(BusyError):
        storage.fill_from(other)
    holder.execute("ROLLBACK")
    storage.fill_from(other)

    with open_store(path) as database:
        assert database.table("notes").all() == [{"in": "b.db"}]


def test_the_commands_back_up_and_restore(run: Run, tmp_path: Path) -> None:
    run("tag", 3, "critical")

    saved = run("backup", tmp_path / "copy.db")
    run("undo")
    restored = run("restore", tmp_path / "copy.db")

    assert saved.out == f"The corpus is copied to {tmp_path / 'copy.db'}.\n"
    assert restored.code == 0
    assert restored.err.startswith("What was there is kept in ")
    assert run("count", "tag:critical").out == "1\n"
    assert run("undo").out.splitlines()[0].endswith("tagged review 3 critical.")
