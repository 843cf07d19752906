"""Each text in a ZIP archive is a source of its own, and nothing that an archive says is taken on trust."""

import gzip
import io
import os
import stat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from backports import zstd

from reviewcli.errors import SourceError
from reviewcli.progress import unseen
from reviewcli.sources import archives, unpacking
from tests.conftest import Run
from tests.test_hostile_places import is_one_sentence

TEXT = b"Good.\n---\nBad.\n"
Name = str | zipfile.ZipInfo


def archive(*members: tuple[Name, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as file:
        for name, data in members:
            file.writestr(name, data)
    return buffer.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "pages.zip"


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_each_text_in_an_archive_is_a_source_of_its_own(
    run: Run, file: Path, tmp_path: Path, path: Path, how: int
) -> None:
    members = [
        ("one.txt", TEXT),
        ("more/two.html", b"<p>A good toaster."),
        ("three", "Très.".encode("cp1252")),
    ]
    file.write_bytes(archive(*members, how=how))

    first = run("import", file, "--corpus", path)
    again = run("import", file, "--corpus", path)
    piped = run("import", "-", "--corpus", path, stdin=file.read_bytes())
    (tmp_path / "one.txt").write_bytes(TEXT)
    plain = run("import", tmp_path / "one.txt", "--corpus", path)

    assert [line.split(":")[0] for line in first.out.splitlines()] == [
        "pages.zip/one.txt",
        "pages.zip/more/two.html",
        "pages.zip/three",
    ]
    assert run("count", "--corpus", path).out == "4\n"
    assert all(one.code == 0 and "0 new" in one.out for one in (again, piped, plain))
    assert "standard input/one.txt" in piped.out
    assert "pages.zip/more/two.html" in run("show", 3, "--format", "json", "--corpus", path).out


def test_a_member_that_grew_gives_what_is_new(run: Run, file: Path, path: Path) -> None:
    file.write_bytes(archive(("one.txt", TEXT), ("two.txt", b"Fine.")))
    run("import", file, "--corpus", path)
    file.write_bytes(archive(("one.txt", TEXT + b"---\nNew.\n"), ("two.txt", b"Fine.")))

    outcome = run("import", file, "--corpus", path)

    assert "pages.zip/one.txt: 1 new review" in outcome.out
    assert run("count", "--corpus", path).out == "4\n"


def test_a_member_packed_by_zstd_is_read(run: Run, file: Path) -> None:
    packed = zstd.compress(TEXT)
    data = bytearray(archive(("one.txt", packed), how=zipfile.ZIP_STORED))
    central = data.index(b"PK\x01\x02")
    for at, method, crc, size in ((0, 8, 14, 22), (central, 10, 16, 24)):
        data[at + method : at + method + 2] = (93).to_bytes(2, "little")
        data[at + crc : at + crc + 4] = zlib.crc32(TEXT).to_bytes(4, "little")
        data[at + size : at + size + 4] = len(TEXT).to_bytes(4, "little")
    file.write_bytes(data)

    assert "2 new reviews" in run("import", file).out


def test_decisions_in_an_archive_are_about_the_member_beside_them(
    run: Run, file: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(b"Good book.\nBad book.\nFine book.\n")
    run("import", page, "--split", "paragraph", "--corpus", tmp_path / "a.db")
    run("merge", 1, 2, "--corpus", tmp_path / "a.db")
    run("export", "--decisions", page, "--corpus", tmp_path / "a.db")
    decided = (tmp_path / "page.decisions.json").read_bytes()
    file.write_bytes(archive(("in/page.txt", page.read_bytes()), ("in/page.decisions.json", decided)))

    outcome = run("import", file, "--split", "paragraph", "--corpus", tmp_path / "b.db")

    assert "2 new reviews" in outcome.out
    assert "A reader decided about 2 gaps." in outcome.out
    assert "passed over" not in outcome.err


def link() -> zipfile.ZipInfo:
    member = zipfile.ZipInfo("link.txt")
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    return member


def test_what_holds_no_text_is_passed_over_and_told(run: Run, file: Path) -> None:
    members: list[tuple[Name, bytes]] = [
        ("one.txt", TEXT),
        ("in/", b""),
        ("__MACOSX/._one.txt", b"\0\1\2"),
        ("in/.DS_Store", b"\0"),
        ("table.csv", b"a,b"),
        ("photo.jpg", b"\xff\xd8\0\xff"),
        ("empty.txt", b""),
        ("inner.zip", archive(("x.txt", TEXT))),
        ("inner.txt.gz", gzip.compress(TEXT)),
        (link(), b"/etc/passwd"),
    ]
    file.write_bytes(archive(*members))

    outcome = run("import", file)

    assert outcome.code == 0
    assert outcome.out.count("\n") == 1
    assert (
        "pages.zip: passed over 6 members that hold no text:"
        " table.csv, photo.jpg, empty.txt, inner.zip, inner.txt.gz and 1 more." in outcome.err
    )


def test_one_member_is_passed_over(run: Run, file: Path) -> None:
    file.write_bytes(archive(("one.txt", TEXT), ("a\x1b[2J.csv", b"x")))

    outcome = run("import", file)

    assert "passed over one member that holds no text: a" in outcome.err
    assert "\x1b" not in outcome.err


def encrypted() -> bytes:
    data = bytearray(archive(("one.txt", TEXT)))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def twice() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return archive(("one.txt", TEXT), ("one.txt", b"Other."))


def patched(at_local: int, at_central: int, value: bytes) -> bytes:
    """Write over the same field of the local and of the central header."""
    data = bytearray(archive(("one.txt", TEXT)))
    central = data.index(b"PK\x01\x02")
    data[at_local : at_local + len(value)] = value
    data[central + at_central : central + at_central + len(value)] = value
    return bytes(data)


REFUSED = [
    (lambda: archive(("../../one.txt", TEXT)), "a member whose name leads out of it"),
    (lambda: archive(("/etc/one.txt", TEXT)), "a member whose name leads out of it"),
    (lambda: archive(("a/../../one.txt", TEXT)), "a member whose name leads out of it"),
    (lambda: archive(("C:\\one.txt", TEXT)), "a member whose name leads out of it"),
    (lambda: archive(("a\\..\\one.txt", TEXT)), "a member whose name leads out of it"),
    (encrypted, "can be read with a password only"),
    (twice, "two members called 'one.txt'"),
    (archive, "holds no text that can be imported"),
    (lambda: archive(("a.csv", b"x")), "holds no text that can be imported"),
    (lambda: archive(("[Content_Types].xml", b"<a/>"), ("w.xml", TEXT)), "a document of an office program"),
    (lambda: archive(("one.txt", TEXT), how=zipfile.ZIP_LZMA), "packed in a way that is not known (14)"),
    (lambda: patched(8, 10, b"\x09\0"), "packed in a way that is not known (9)"),
    (lambda: patched(22, 24, b"\x05\0\0\0"), "is damaged: its bytes are not what the archive says"),
    (lambda: patched(22, 24, b"\xff\0\0\0"), "is damaged: its bytes are not what the archive says"),
    (lambda: patched(14, 16, b"abcd"), "is damaged: its bytes are not what the archive says"),
    (lambda: patched(90, 42, b"\x07\0\0\0"), "is damaged: its bytes are not what the archive says"),
    (lambda: patched(18, 20, b"\x03\0\0\0"), "is incomplete"),
    (lambda: patched(30 + 7 + 1, 6, b"\xff\xff"), "is an archive of a kind that is not known"),
    (lambda: archive(("one.txt", TEXT))[:-30], "is a damaged archive"),
    (lambda: archive(("one.txt", TEXT))[:40], "is a damaged archive"),
    (lambda: archive(("one.txt", TEXT)).replace(b"PK\x01\x02", b"PK\x01\x03"), "is a damaged archive"),
]


@pytest.mark.parametrize(("make", "why"), REFUSED, ids=[why[:30] for _, why in REFUSED])
def test_an_archive_that_cannot_be_trusted_is_refused_whole(
    run: Run, file: Path, make: Callable[[], bytes], why: str
) -> None:
    file.write_bytes(make())

    outcome = run("import", file, "--corpus", file.with_name("corpus.db"))

    assert is_one_sentence(outcome)
    assert why in outcome.err
    assert [one.name for one in file.parent.iterdir() if one.name != "home"] == ["pages.zip"]


def test_a_good_member_before_a_damaged_one_is_not_taken_in(run: Run, file: Path) -> None:
    data = bytearray(archive(("one.txt", TEXT), ("two.txt", TEXT * 9)))
    at = data.index(b"two.txt") + 12
    data[at : at + 4] = b"\xff\xff\xff\xff"
    file.write_bytes(data)

    outcome = run("import", file, "--corpus", file.with_name("corpus.db"))

    assert is_one_sentence(outcome)
    assert "pages.zip/two.txt is damaged" in outcome.err
    assert not file.with_name("corpus.db").exists()


def test_bombs_in_archives_are_refused_before_they_go_off(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (archives, unpacking):
        monkeypatch.setattr(module, "FREE", 3_000_000)
    big = bytes(2_000_000)
    many = archive(*((f"{n}.txt", big) for n in range(20)))
    lying = bytearray(archive(("one.txt", bytes(40_000_000))))
    central = lying.index(b"PK\x01\x02")
    lying[central + 24 : central + 28] = (100).to_bytes(4, "little")

    file.write_bytes(many)
    openly = run("import", file)
    file.write_bytes(lying)
    secretly = run("import", file)

    assert is_one_sentence(openly)
    assert "times its size and more" in openly.err
    assert is_one_sentence(secretly)
    assert "its bytes are not what the archive says" in secretly.err


def test_hundreds_of_members_are_read_and_known_again(run: Run, file: Path, tmp_path: Path) -> None:
    file.write_bytes(archive(*((f"{n}.txt", b"Review %d of it." % n) for n in range(300))))

    first = run("import", file, "--corpus", tmp_path / "a.db")
    again = run("import", file, "--corpus", tmp_path / "a.db")

    assert first.out.count(": 1 new review") == 300
    assert again.out.count("0 new reviews") == 300


def test_too_many_members_are_refused(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 5)
    file.write_bytes(archive(*((f"{n}.txt", TEXT) for n in range(6))))

    outcome = run("import", file)

    assert is_one_sentence(outcome)
    assert "pages.zip holds more than 5 members." in outcome.err


def test_pages_that_are_too_large_together_are_refused(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "LARGEST_HELD", 1_000)
    file.write_bytes(archive(*((f"{n}.html", b"<p>" + b"Good. " * 100) for n in range(2))))

    outcome = run("import", file)

    assert is_one_sentence(outcome)
    assert "The saved pages in pages.zip are too large to be held at once." in outcome.err


def test_commands_that_need_one_file_refuse_an_archive(run: Run, file: Path) -> None:
    file.write_bytes(archive(("one.txt", TEXT), ("two.txt", b"Fine.")))
    run("import", file)

    outcomes = [
        run("export", "--decisions", file),
        run("import", "--annotations", file),
        run("import", file, "--expect", 3),
    ]

    assert all(map(is_one_sentence, outcomes))
    assert "is an archive" in outcomes[0].err
    assert "is an archive" in outcomes[1].err


def test_an_archive_that_is_changed_while_it_is_read_is_an_error(run: Run, file: Path) -> None:
    file.write_bytes(archive(("one.txt", TEXT)))
    (source,) = archives.read_sources(str(file), unseen, lambda _: None)
    os.utime(file, ns=(1, 1))

    with pytest.raises(SourceError, match="was changed while it was read"):
        list(source.content)
