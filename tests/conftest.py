"""Give every test a home of its own, a way to run the command line, and reviews to work on."""

import io
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest
from hypothesis import settings

from reviewcli.changes import Stamp
from reviewcli.cli import run as run_cli
from reviewcli.corpus import Corpus, create_corpus, open_corpus
from reviewcli.sources.plaintext import Source
from reviewcli.store import open_store
from reviewcli.store.database import Database

# How long an example takes depends on what else the machine does: that is no law of the program.
settings.register_profile("reviewcli", deadline=None)
settings.load_profile("reviewcli")

# A shell lets what it runs in the background ignore Ctrl-C, and so would the commands that tests interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

ADA = Stamp("ada", "2026-01-02T03:04:05.678+00:00", "reviewcli tag 1 mixed")


class Outcome(NamedTuple):
    """What one command line printed, and its exit code."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """Run one command line in this process."""

    def __call__(self, *arguments: str | int | Path, stdin: bytes = b"") -> Outcome: ...


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home directory, and nothing in the environment that decides for the test."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in (
        "REVIEWCLI_CORPUS",
        "REVIEWCLI_ANNOTATOR",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "FORCE_COLOR",
    ):
        monkeypatch.delenv(name, raising=False)
    for name, value in (
        ("HOME", str(folder)),
        ("LOGNAME", "ada"),
        ("COLUMNS", "80"),
        ("TERM", "xterm-256color"),
    ):
        monkeypatch.setenv(name, value)
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line as the shell would, without the cost of a process."""

    def run_line(*arguments: str | int | Path, stdin: bytes = b"") -> Outcome:
        words = [str(argument) for argument in arguments]
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        monkeypatch.setattr("sys.argv", ["reviewcli", *words])
        capsys.readouterr()
        try:
            code = run_cli(words)
        except SystemExit as leaving:  # as shell completion does
            code = int(leaving.code or 0)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run_line


@pytest.fixture(params=["corpus.db", "corpus.json"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The place of a corpus, once for each kind of file there is."""
    return tmp_path / str(request.param)


@pytest.fixture
def database(path: Path) -> Database:
    """A store without a corpus in it, with an index on the reviews that notes are about."""
    return open_store(path, create=True, indexes={"notes": ("review",)})


MakeCorpus = Callable[..., Corpus]


@pytest.fixture
def make_corpus(path: Path) -> Iterator[MakeCorpus]:
    """Make a corpus with one review for each text given."""
    opened: list[Corpus] = []

    def make(*texts: str) -> Corpus:
        create_corpus(path)
        corpus = open_corpus(path)
        opened.append(corpus)
        if texts:
            corpus.add_sources([source(*texts)], ADA)
        return corpus

    yield make
    for corpus in opened:
        corpus.close()


def source(*texts: str, name: str = "page.txt") -> Source:
    """A source in which explicit separators stand between the reviews."""
    text = "\n---\n".join(texts)
    return Source(name, f"/somewhere/{name}", f"digest of {text}", text)
