"""Strings that break programs break nothing here, wherever they come in and however they go out."""

import csv
import gzip
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb.table import Document

from benchmarks.naughty import fill as fill_all
from benchmarks.naughty import lines_for, random_strings
from reviewcli.cli import VERBS
from reviewcli.corpus import create_corpus, open_corpus
from reviewcli.documents import review_document
from reviewcli.importing import review_of
from reviewcli.model import Span
from reviewcli.segmentation import Segment
from reviewcli.writing import writing
from tests.conftest import ADA, Outcome, Run

LIST = Path(__file__).parents[2] / "shared" / "reference" / "naughty_strings.json"
OWN_STYLE = re.compile(r"\x1b\[[0-9;]*m")
FOREIGN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
MORE = [
    "\x1b]0;title\x07",
    "\x1bc",
    "a\rb",
    "\x9b2J",
    "\u202etxt.exe",
    "\ud800",
    "[bold]x[/bold]",
    "a\x00b",
    "\x85",
]


@pytest.fixture(scope="module")
def strings() -> list[str]:
    if not LIST.exists():
        pytest.skip("the list of naughty strings is not here")
    found = json.loads(LIST.read_text(encoding="utf-8"))
    assert len(found) > 500
    return [text for text in found if text] + MORE


def fill(corpus_path: Path, texts: list[str]) -> None:
    def documents() -> Iterator[dict[str, object]]:
        for number, text in enumerate(texts, 1):
            review = review_of(Segment(text, Span(0, len(text))), text, f"key{number}")
            document = review_document(
                replace(review, number=number, title=text, author=text), {"source": 1, "start": 0, "end": 1}
            )
            yield document

    create_corpus(corpus_path)
    with open_corpus(corpus_path) as corpus, writing(corpus.database, ADA) as writer:
        writer.add_many("reviews", documents())


def clean(outcome: Outcome) -> bool:
    text = OWN_STYLE.sub("", outcome.out + outcome.err)
    return not FOREIGN.search(text.replace("\t", ""))


@pytest.fixture
def color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")


@pytest.mark.usefixtures("color")
@pytest.mark.parametrize("form", ["table", "plain", "json", "jsonl", "csv"])
def test_naughty_reviews_come_out_of_every_command_as_text(
    run: Run, path: Path, strings: list[str], form: str
) -> None:
    fill(path, strings)
    everything = f"1-{len(strings)}"

    listed = run("list", "--limit", 0, "--format", form, "--corpus", path)
    shown = run("show", everything, "--format", form, "--corpus", path)
    searched = run("search", "-is:tagged", "--limit", 0, "--format", form, "--corpus", path)

    assert [outcome.code for outcome in (listed, shown, searched)] == [0, 0, 0]
    assert clean(listed)
    assert clean(shown)
    assert clean(searched)


def test_naughty_texts_are_intact_in_json(run: Run, path: Path, strings: list[str]) -> None:
    fill(path, strings)

    array = json.loads(run("list", "--format", "json", "--corpus", path).out)
    lines = [
        json.loads(line)
        for line in run("list", "--format", "jsonl", "--corpus", path).out.split("\n")
        if line
    ]
    rows = list(csv.DictReader(io.StringIO(run("list", "--format", "csv", "--corpus", path).out)))

    assert [review["text"] for review in array] == strings
    assert [review["title"] for review in lines] == strings
    assert len(rows) == len(strings)


def test_naughty_lines_are_imported_and_tagged(run: Run, tmp_path: Path, strings: list[str]) -> None:
    page, corpus = tmp_path / "page.txt", tmp_path / "corpus.db"
    page.write_text("\n---\n".join(strings), encoding="utf-8", errors="surrogatepass")
    page.write_bytes(page.read_bytes().replace("\ud800".encode("utf-8", "surrogatepass"), b"x"))

    imported = run("import", page, "--corpus", corpus)
    count = int(run("count", "--corpus", corpus).out)
    tagged = run("tag", f"1-{count}", "critical", "--yes", "--corpus", corpus)

    assert (imported.code, tagged.code) == (0, 0)
    assert count > len(strings) / 2
    assert clean(imported)
    assert clean(tagged)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "search {}",
            "list tag:{}",
            "tag 3 {}",
            "tag 3 {} --new",
            "import {}",
            "list --corpus {}",
            "show {}",
        ),
        *("history {}", "undo {}", "redo {}", "restore {}"),
    ],
)
def test_naughty_words_on_the_command_line_are_answered(
    run: Run, strings: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    run("count")

    for text in strings:
        words = [word.replace("{}", text) for word in line.split()]
        outcome = run(*words)
        assert outcome.code in {0, 1, 2, 3}, words
        assert clean(outcome), words
        assert outcome.code == 0 or outcome.err.startswith("Error: "), words


@pytest.mark.usefixtures("color")
@pytest.mark.parametrize("form", ["table", "plain", "json", "jsonl", "csv"])
def test_a_naughty_history_is_told_as_text(run: Run, path: Path, strings: list[str], form: str) -> None:
    fill(path, strings)
    with open_corpus(path) as corpus:
        with writing(corpus.database, ADA) as writer:
            writer.add("sources", {"name": "page.txt", "path": None, "digest": ""})
        with writing(corpus.database, replace(ADA, command="\n".join(MORE))) as writer:
            for number, text in enumerate(strings, 1):
                writer.add("notes", {"review": number, "text": text})
                review = corpus.database.table("reviews").get(doc_id=number)
                assert isinstance(review, Document)
                writer.change("reviews", review, {**review, "title": text[::-1], "item": text})
                writer.add("labels", {"name": text, "group": text})
                writer.add("sources", {"name": text, "path": text, "digest": text})

    told = run("history", "--format", form, "--corpus", path)
    values = run("history", f"1-{len(strings)}", "--format", form, "--corpus", path)
    undone = run("undo", "--yes", "--corpus", path)

    assert [outcome.code for outcome in (told, values, undone)] == [0, 0, 0]
    assert clean(told)
    assert clean(values)
    assert clean(undone)


def test_a_naughty_name_of_an_annotator_is_safe(run: Run, strings: list[str]) -> None:
    for text in strings[::10] + MORE:
        assert clean(run("tag", 3, "critical", "--as", text)), text
        assert clean(run("show", 3, "--format", "table")), text


@pytest.mark.usefixtures("color")
@pytest.mark.parametrize("suffix", [".db", ".json"])
def test_harmful_strings_come_out_of_every_command_as_text(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.chdir(tmp_path)
    texts = [*random_strings(60, seed=1), *MORE]
    corpus = tmp_path / f"corpus{suffix}"
    fill_all(corpus, texts)
    page = "\n---\n".join(texts).encode("utf-8", "replace")
    (tmp_path / "page.txt").write_bytes(page)
    (tmp_path / "page.txt.gz").write_bytes(gzip.compress(page))

    for words in lines_for(len(texts), suffix):
        outcome = run(*words, "--corpus", corpus)
        assert outcome.code in {0, 1, 2, 3}, words
        assert clean(outcome), words


def test_every_command_is_among_those_that_harmful_strings_go_through() -> None:
    assert {words[0] for words in lines_for(1, ".db")} == set(VERBS)


@given(text=st.text(st.characters(), min_size=1))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_exactly_and_shows_safely(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "corpus.db"

    fill(path, [text])

    with open_corpus(path) as corpus:
        assert corpus.get([1])[0].text == text
