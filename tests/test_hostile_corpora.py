"""A corpus that holds what does not belong there is damaged, and no command fails in another way."""

import json
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.mutations.dumps import VALUES
from reviewcli.store.naming import sql_name
from tests.conftest import Run
from tests.test_hostile_places import is_one_sentence

DEEP, LONG = "[" * 100_000, "9" * 5000
READS = [
    *(
        "list --format table",
        "list --format json",
        "search good",
        "show 1-3 --format table",
        "count is:tagged",
    ),
    *("history", "history 2 --format table", "history --format json", "check", "export --annotations -"),
]
WRITES = [
    *("tag 2 mixed", "untag 1", "merge 1 2", "split 2 --at 1", "undo --yes", "undo 2 --yes", "redo --yes"),
    *(
        "import page.txt --split paragraph",
        "import --annotations dump.jsonl",
        "check --repair",
        "history --elsewhere",
    ),
]


@pytest.fixture
def corpus(run: Run, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus with reviews, labels, a merge and something undone."""
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text("Good book.\nBad book.\nFine book.\n---\nOther one.\n")
    for line in (
        *("import page.txt --split paragraph", "tag 1-3 critical --yes", "tag 4 funny --new", "merge 2 3"),
        *("untag 1", "undo --yes"),
    ):
        assert run(*line.split(), "--corpus", path).code == 0
    assert run("export", "--annotations", "dump.jsonl", "--corpus", path).code == 0
    return path


def places(value: object, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in inner:
        yield (*above, name)
        yield from places(part, (*above, name))


def changed(good: Any, chance: random.Random) -> Any:
    """Put something else in one place, or leave that out."""
    bad = json.loads(json.dumps(good))
    *above, last = chance.choice(list(places(good)))
    held = bad
    for name in above:
        held = held[name]
    if chance.random() < 0.1:
        del held[last]
    else:
        held[last] = chance.choice(VALUES)
    return bad


@pytest.mark.parametrize("path", ["corpus.json"], indirect=True)
@pytest.mark.parametrize("seed", range(4))
def test_whatever_stands_in_a_corpus_no_command_fails(run: Run, corpus: Path, seed: int) -> None:
    chance = random.Random(seed)
    good = json.loads(corpus.read_text())

    for _ in range(30):
        bad = json.dumps(changed(good, chance))
        for line in chance.sample([*READS, *WRITES], 4):
            corpus.write_text(bad)
            outcome = run(*line.split(), "--corpus", corpus)
            assert outcome.code == 0 or is_one_sentence(outcome), (line, bad)


@pytest.mark.parametrize("path", ["corpus.json"], indirect=True)
@pytest.mark.parametrize(
    ("place", "value", "line"),
    [
        (("labels", "2", "name"), {}, "tag 2 mixed"),
        (("labels", "4", "group"), [], "import --annotations dump.jsonl"),
        (("changes", "6", "undoes"), "x", "export --annotations -"),
        (("reviews", "1", "after", "reasons"), [None], "show 1 --format table"),
        (("reviews", "2", "before", "reasons"), True, "export --annotations -"),
        (("history", "4", "about"), 5, "history --format json"),
        (("retired", "3"), {}, "history 2 --format table"),
    ],
    ids=str,
)
def test_a_record_of_the_wrong_shape_is_called_damage(
    run: Run, corpus: Path, place: tuple[str, ...], value: object, line: str
) -> None:
    bad = json.loads(corpus.read_text())
    held = bad
    for name in place[:-1]:
        held = held[name]
    held[place[-1]] = value
    corpus.write_text(json.dumps(bad))

    outcome = run(*line.split(), "--corpus", corpus)

    assert (outcome.code, is_one_sentence(outcome)) == (3, True)
    assert "damaged" in outcome.err


@pytest.mark.parametrize("path", ["corpus.db"], indirect=True)
@pytest.mark.parametrize(
    "text", [DEEP, '{"a":' * 100_000, LONG, f'{{"number": {LONG}}}', '"\\ud800"', "null"]
)
@pytest.mark.parametrize("table", ["reviews", "changes", "labels", "history", "meta"])
def test_rows_that_hold_hostile_json_are_damage(run: Run, corpus: Path, table: str, text: str) -> None:
    if table == "reviews" and text in {DEEP, '{"a":' * 100_000}:
        pytest.skip("the index over this table takes no such row")
    with sqlite3.connect(corpus) as connection:
        name = sql_name(table)
        connection.execute(f"UPDATE {name} SET doc = ? WHERE id = (SELECT max(id) FROM {name})", (text,))
    connection.close()

    for line in READS:
        outcome = run(*line.split(), "--corpus", corpus)
        assert outcome.code == 0 or is_one_sentence(outcome), line
    assert run("check", "--corpus", corpus).code == 3


def test_what_fails_on_a_sound_corpus_is_a_mistake_of_ours(
    run: Run, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(*_: object) -> None:
        raise KeyError("ours")

    monkeypatch.setattr("reviewcli.corpus.Corpus.count", wrong)

    with pytest.raises(KeyError, match="ours"):
        run("count", "--corpus", corpus)
