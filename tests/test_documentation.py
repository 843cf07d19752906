"""What the documents show is what happens: every command in them is run."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from reviewcli.cli import VERBS
from tests.conftest import Run
from tests.test_terminal import Terminal

# What has to be done before the examples of a verb can be followed; others start with the bundled reviews.
BEFORE = {
    "export": ["import page.txt", "tag 1 critical"],
    "import": ["count", "export --annotations work.jsonl", "export --annotations ben.jsonl"],
    "restore": ["backup copy.db"],
    "untag": ["tag 4 critical"],
    "undo": ["tag 1 mixed", "tag 2 critical", "tag 3 critical"],
    "redo": ["tag 1 mixed", "tag 2 critical", "undo", "undo"],
}
README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
IN_TABLES = re.findall(r"^\|.*\| `(reviewcli [^`]+)` \|$", README, re.MULTILINE)
QUERIES = [
    query
    for row in re.findall(r"^\| (`.+`) \| [a-z].* \|$", README.split("### Queries")[1], re.MULTILINE)
    for query in re.findall(r"`([^`]+)`", row.split("|")[0])
]


def block_after(line: str) -> str:
    """Return the fenced block that follows the block in which a command stands."""
    return re.search(re.escape(line) + r"\n```\n(?:\n[A-Z][^\n]*\n)?\n```\n(.*?)\n```", README, re.DOTALL)[1]  # type: ignore[index]  # absent fails


def prepare(run: Run, verb: str) -> None:
    for line in BEFORE.get(verb, ["count"]):
        run(*line.split())


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files that examples name."""
    monkeypatch.chdir(tmp_path)
    for name in ("page.txt", "a.txt"):
        Path(name).write_text("A good toaster.\n---\nBroke after a week.")
    Path("shop.csv").write_text("review,stars\nA good toaster.,5\n")
    Path("survey.csv").write_text("comment,score\nBroke after a week.,2\n")
    Path("page.html").write_text("<p>A good toaster.<hr><p>Broke after a week.")


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize("line", IN_TABLES)
def test_a_command_in_the_readme_works(run: Run, line: str) -> None:
    prepare(run, line.split()[1])

    outcome = run(*shlex.split(line)[1:])

    assert outcome.code == 0
    assert outcome.out


def test_the_readme_has_an_example_of_every_command() -> None:
    assert {line.split()[1] for line in IN_TABLES} == set(VERBS)


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_in_the_readme_can_be_asked(run: Run, query: str) -> None:
    run("tag", 3, "critical")
    run("query", "save", "greek", "lang:el")

    outcome = run("count", *shlex.split(query))

    assert (outcome.code, outcome.err) == (0, "")
    assert int(outcome.out) > 0


@pytest.mark.parametrize(
    "line",
    ["python -m pip install . && reviewcli list", "reviewcli search Zinoviev", "reviewcli tag 3 critical"],
)
def test_what_the_readme_shows_is_what_a_person_sees(run: Run, line: str) -> None:
    run("count")
    verb, *words = line.rpartition("reviewcli ")[2].split()
    table = ["--format", "table"] if verb != "tag" else []

    outcome = run(verb, *words, *table)

    seen = [row.rstrip() for row in (outcome.out + outcome.err).splitlines()]
    shown = [row.rstrip() for row in block_after(line).splitlines()]
    assert [row for row in seen if row] == [row for row in shown if row]


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize("verb", VERBS)
def test_the_examples_of_a_verbs_help_work(run: Run, verb: str) -> None:
    prepare(run, verb)
    examples = run(verb, "-h").out.split("Examples:")[1].strip().splitlines()

    for example in examples:
        words, _, file = example.strip().partition(" < ")
        if words.endswith("--doubtful"):  # which is for a terminal only
            terminal = Terminal(*shlex.split(words)[1:])
            terminal.read(until="1 of ")
            terminal.type("q")
            assert terminal.end() == 0
            continue
        stdin = Path(file).read_bytes() if file else b""
        outcome = run(*shlex.split(words)[1:], stdin=stdin)
        assert outcome.code == 0, example
        assert outcome.out, example


def test_python_reaches_the_corpus_as_the_readme_says(run: Run, tmp_path: Path) -> None:
    run("import", "-", "--corpus", tmp_path / "a.db", stdin=b"One.\n---\nTwo.\n---\nThree.")
    code = re.search(r'python -c "\n(.*?)"\n', README, re.DOTALL)
    assert code

    shown = subprocess.run(
        [sys.executable, "-c", code[1].replace("PATH", str(tmp_path / "a.db"))],
        check=True,
        capture_output=True,
        text=True,
    )

    assert "'text': 'Three.'" in shown.stdout
