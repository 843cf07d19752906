"""Whatever the place a command runs in, it does its work or says in one sentence why it cannot."""

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import Outcome, Run

TEXT = b"Good.\n---\nBad.\n"
CONTROLS = "\x1b]0;x\x07\u202e\n\r\x9b2J"
_DROP, _OVERRIDE, _SEARCH = 24, 1, 2


def command(
    *words: str | Path, environment: dict[str, str] | None = None, bound: bool = False, shell: str = ""
) -> Outcome:
    """Run a command line in a process of its own; `bound` has rights decide even about root."""
    line = [sys.executable, "-m", "reviewcli", *map(str, words)]
    run = subprocess.run(
        ["bash", "-c", f'"$@" {shell}', "bash", *line] if shell else line,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
        preexec_fn=_bound if bound else None,
    )
    return Outcome(run.returncode, run.stdout.decode(), run.stderr.decode())


def _bound() -> None:
    if os.geteuid() == 0:
        library = ctypes.CDLL(None)
        for capability in (_OVERRIDE, _SEARCH):
            library.prctl(_DROP, capability, 0, 0, 0)


def is_one_sentence(outcome: Outcome) -> bool:
    lines = outcome.err.splitlines()
    return outcome.code in {1, 2, 3} and lines[-2].startswith("Error: ") and lines[-1].startswith("Hint: ")


@pytest.fixture
def corpus(run: Run, path: Path) -> Path:
    assert run("import", "-", "--corpus", path, stdin=TEXT).code == 0
    return path


linux = pytest.mark.skipif(sys.platform != "linux", reason="these devices and rights are Linux's")


@linux
def test_what_cannot_be_said_does_not_undo_what_was_done(run: Run) -> None:
    run("count")

    done = command("tag", "3", "critical", shell="2>/dev/full")
    wrong = command("list", "nonsense:x", shell="2>/dev/full")
    mute = command("list", shell=">/dev/full 2>/dev/full")

    assert (done.code, done.out) == (0, "Review 3: critical.\n")
    assert run("count", "tag:critical").out == "1\n"
    assert (wrong.code, mute.code) == (2, 1)


@linux
@pytest.mark.parametrize("words", ["list", "list --format table", "show 1-8", "history", "count", "--help"])
def test_a_full_output_is_one_sentence(run: Run, words: str) -> None:
    run("count")

    outcome = command(*words.split(), shell=">/dev/full")

    assert is_one_sentence(outcome)
    assert outcome.code == 1


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii", "TERM": "dumb"},
        {"TERM": ""},
        {"TERM": "no-such-terminal", "COLUMNS": "nonsense", "LINES": "-1"},
        {"COLUMNS": "1"},
    ],
)
def test_a_poor_terminal_is_no_error(run: Run, environment: dict[str, str]) -> None:
    run("count")

    for words in ("list --format table", "show 5 --format table", "list --format json", "tag 5 critical"):
        outcome = command(*words.split(), environment=environment)
        assert (outcome.code, "Traceback" in outcome.err) == (0, False), words


def frozen(places: Sequence[tuple[Path, int]]) -> None:
    for place, mode in places:
        place.chmod(mode)


@linux
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o755), (0o644, 0o555), (0o444, 0o555)])
def test_what_may_only_be_read_is_read_and_writing_says_why_not(
    corpus: Path, tmp_path: Path, file_mode: int, folder_mode: int
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    frozen_corpus = corpus.rename(place / corpus.name)
    before = frozen_corpus.read_bytes()
    frozen([(frozen_corpus, file_mode), (place, folder_mode)])
    try:
        reads = [
            command(*words.split(), "--corpus", frozen_corpus, bound=True)
            for words in ("count", "list", "history", "check")
        ]
        writes = [
            command(*words.split(), "--corpus", frozen_corpus, bound=True)
            for words in ("tag 1 critical", "undo --yes")
        ]
    finally:
        place.chmod(0o755)

    assert [one.code for one in reads] == [0] * 4
    assert reads[0].out == "2\n"
    assert all(is_one_sentence(one) and "cannot be written" in one.err for one in writes)
    assert frozen_corpus.read_bytes() == before


@linux
def test_a_corpus_that_may_not_be_read_is_one_sentence(corpus: Path) -> None:
    corpus.chmod(0)

    outcome = command("count", "--corpus", corpus, bound=True)

    assert is_one_sentence(outcome)


@linux
def test_a_home_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    for home in ("/proc", "/dev/null", str(tmp_path / "\n\x1b[2J" / ("x" * 300))):
        outcome = command("count", environment={"HOME": home})
        assert is_one_sentence(outcome), home
        assert "\x1b" not in outcome.err


@pytest.mark.parametrize("value", ["", "relative", "./x", "~"])
def test_folders_of_the_desktop_standard_that_are_not_whole_are_not_used(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, value)

    run("count")

    assert (home / ".local/share/reviewcli/corpus.db").exists()
    assert [one.name for one in tmp_path.iterdir()] == ["home"]


@pytest.mark.parametrize(
    "text",
    [
        *("corpus = " + "[" * 100_000, "corpus = " + "9" * 5000, "corpus = '''\n" + CONTROLS, "a = {" * 5000),
        *(
            "corpus = '\\u0000'",
            'corpus = "a\\u0000b"',
            "\ufeffcorpus = 'x.db'",
            'corpus = "~nobody-here/x.db"',
        ),
    ],
)
def test_a_hostile_settings_file_is_one_sentence(run: Run, home: Path, text: str) -> None:
    file = home / ".config/reviewcli/config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, newline="")

    for words in ("count", "import -", "config"):
        outcome = run(*words.split(), stdin=TEXT)
        assert outcome.code == 0 or is_one_sentence(outcome), words
        assert "\x1b" not in outcome.err + outcome.out
        assert "\u202e" not in outcome.err + outcome.out


@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_a_corpus_that_is_no_file_is_one_sentence(run: Run, path: Path, kind: str) -> None:
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    words = ("count", "tag 1 critical", "import -", "check", "check --repair", f"backup x{path.suffix}")

    outcomes = [run(*line.split(), "--corpus", path, stdin=TEXT) for line in words]

    assert all(map(is_one_sentence, outcomes))


@pytest.mark.parametrize("line", ["import {}", "list --corpus {}", "import - --corpus {}", "restore {}"])
@pytest.mark.parametrize(
    "name", ["../../x", "-rf", f"a{CONTROLS}b", "\x00", "x" * 5000, "~nobody-here/x", "\udcff"]
)
def test_a_hostile_name_never_reaches_the_terminal_raw(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, name: str
) -> None:
    place = tmp_path / "in" / "here"
    place.mkdir(parents=True)
    monkeypatch.chdir(place)
    run("count")

    outcome = run(*(name if word == "{}" else word for word in line.split()), stdin=TEXT)

    assert outcome.code == 0 or is_one_sentence(outcome)
    told = (outcome.out + outcome.err).replace("\n", "")
    assert not [letter for letter in told if ord(letter) < 32 or letter in "\u202e\x9b\udcff"]


@pytest.mark.parametrize("flag", ["--corpus", "--as"])
def test_an_option_left_empty_does_not_fall_back_to_the_default(run: Run, home: Path, flag: str) -> None:
    outcome = run("tag", 3, "critical", flag, "")

    assert (outcome.code, is_one_sentence(outcome)) == (2, True)
    assert not list(home.rglob("corpus.db"))


def test_a_file_whose_name_is_hostile_is_imported_and_shown_as_text(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (f"a{CONTROLS}b.txt", "-rf", "\udcff.txt"):
        Path(name).write_bytes(name.encode("utf-8", "surrogateescape") + TEXT)
        outcomes = [
            run("import", "--", name),
            run("show", "9"),
            run("show", "9", "--format", "table"),
            run("history"),
        ]
        assert outcomes[0].code == 0
        told = "".join(one.out + one.err for one in outcomes)
        assert "\x07" not in told
        assert "\u202e" not in told
        assert "\x9b" not in told


@pytest.mark.parametrize(
    "magic", [b"\x1f\x8b\x08", b"BZh9", b"\x28\xb5\x2f\xfd", b"\xfd7zXZ\0", b"PK\x03\x04"]
)
@pytest.mark.parametrize("name", ["bomb.gz", "bomb.txt", "-"])
def test_what_only_begins_like_a_compressed_input_is_refused(
    run: Run, tmp_path: Path, magic: bytes, name: str
) -> None:
    data = magic + bytes(range(256)) * 40
    file = tmp_path / name
    file.write_bytes(data)

    outcome = run("import", "-" if name == "-" else file, stdin=data)

    assert is_one_sentence(outcome)
    assert re.search(
        "is damaged|is a damaged archive|is not what its name says|is a binary file", outcome.err
    )
    assert not (tmp_path / "home/.local/share/reviewcli/corpus.db").exists()
