"""Links are followed where a person set them, and not where somebody planted them."""

import os
import stat
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.test_hostile_places import TEXT, is_one_sentence


@pytest.fixture
def corpus(run: Run, path: Path) -> Path:
    assert run("import", "-", "--corpus", path, stdin=TEXT).code == 0
    return path


def test_a_linked_corpus_stays_a_link(run: Run, corpus: Path, tmp_path: Path) -> None:
    link = tmp_path / "links" / f"link{corpus.suffix}"
    link.parent.mkdir()
    link.symlink_to(corpus)
    copy = tmp_path / f"copy{corpus.suffix}"

    for words in ("tag 1 critical", f"backup {copy}", "undo", f"restore {copy}", "check --repair"):
        assert run(*words.split(), "--corpus", link).code == 0, words
    tagged = run("count", "tag:critical", "--corpus", corpus).out
    corpus.write_bytes(b"rubbish " * 1000)
    restored = run("restore", copy, "--corpus", link)

    assert tagged == "1\n"
    assert restored.code == 0
    assert link.is_symlink()
    assert not corpus.is_symlink()
    assert run("count", "--corpus", corpus).out == "2\n"
    assert [one.name for one in link.parent.iterdir()] == [link.name]


def test_a_backup_through_a_link_goes_where_it_leads(run: Run, corpus: Path, tmp_path: Path) -> None:
    link, real = tmp_path / f"link{corpus.suffix}", tmp_path / f"real{corpus.suffix}"
    link.symlink_to(real)

    outcome = run("backup", link, "--corpus", corpus)

    assert outcome.code == 0
    assert link.is_symlink()
    assert run("count", "--corpus", real).out == "2\n"


def test_links_planted_where_we_write_aside_are_not_followed(
    run: Run, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    precious = tmp_path / "precious"
    precious.write_text("precious")
    process, suffix = os.getpid(), corpus.suffix
    planted = [
        f".{corpus.name}.{process}.tmp",
        f".new.{process}.new{suffix}",
        f".copy.{process}.new{suffix}",
        f".page.decisions.json.{process}.tmp",
        f"{corpus.name}.writer",
        f"new{suffix}.lock",
        f".new.{process}.new{suffix}.lock",
    ]
    for name in planted:
        (tmp_path / name).symlink_to(precious)
    page = tmp_path / "page.txt"
    page.write_bytes(TEXT)
    monkeypatch.chdir(tmp_path)

    for words in (
        f"tag 1 critical --corpus {corpus}",
        f"import page.txt --corpus new{suffix}",
        f"backup copy{suffix} --corpus {corpus}",
        f"export --decisions page.txt --corpus new{suffix}",
    ):
        run(*words.split())

    assert precious.read_text() == "precious"
    assert run("count", "tag:critical", "--corpus", corpus).out == "1\n"
    assert stat.S_IMODE((tmp_path / f"copy{suffix}").stat().st_mode) == 0o600


def test_a_lock_that_is_a_planted_link_is_refused_and_what_it_leads_to_is_kept(
    run: Run, tmp_path: Path
) -> None:
    corpus, precious = tmp_path / "corpus.json", tmp_path / "precious"
    run("import", "-", "--corpus", corpus, stdin=TEXT)
    precious.write_text("precious")
    (tmp_path / "corpus.json.lock").unlink(missing_ok=True)
    (tmp_path / "corpus.json.lock").symlink_to(precious)

    outcome = run("tag", 1, "critical", "--corpus", corpus)

    assert is_one_sentence(outcome)
    assert precious.read_text() == "precious"
