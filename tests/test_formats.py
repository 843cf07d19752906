"""Corpora of every released format open for ever, newer ones are left alone, unknown parts are kept."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb.table import Document

from reviewcli import migrating
from reviewcli.checking import check
from reviewcli.copying import copy_whole
from reviewcli.corpus import Corpus, open_corpus
from reviewcli.errors import BusyError, CorpusError, ReviewError
from reviewcli.opening import FORMAT
from reviewcli.store import open_store
from reviewcli.store.database import Database
from tests.conftest import ADA, MakeCorpus, Run
from tests.golden_corpora import FOLDER, make
from tests.test_undoing import state

GOLDEN = sorted(FOLDER.iterdir())


def wrong(corpus: Corpus) -> list[str]:
    return [one.what for one in check(corpus.database, corpus.path)]


@pytest.fixture(params=GOLDEN, ids=lambda path: path.name)
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A corpus as an earlier version wrote it."""
    original: Path = request.param
    return Path(shutil.copy(original, tmp_path / original.name))


def test_there_is_a_corpus_of_every_format_and_none_is_written_over() -> None:
    before = {path: path.read_bytes() for path in GOLDEN}

    make()

    expected = {f"format-{number}{suffix}" for number in range(1, FORMAT + 1) for suffix in (".db", ".json")}
    assert {path.name for path in GOLDEN} == expected
    assert {path: path.read_bytes() for path in sorted(FOLDER.iterdir())} == before


def test_a_corpus_of_an_earlier_version_is_read_written_and_walked_back(run: Run, golden: Path) -> None:
    listed = json.loads(run("list", "--format", "json", "--corpus", golden).out)
    shown = run("show", 1, 3, 8, "--corpus", golden)
    with open_corpus(golden) as corpus:
        before = state(corpus)

    tagged = run("tag", "6-8", "critical", "--corpus", golden)
    found = run("count", "tag:critical", "--corpus", golden)
    undone = run("undo", "--corpus", golden)

    assert [(one["number"], one["labels"]) for one in listed] == [
        (1, ["positive", "critical", "funny"]),
        (3, ["positive", "neutral"]),
        (4, ["funny"]),
        (5, ["neutral"]),
        (6, ["mixed"]),
        (7, []),
        (8, []),
    ]
    assert listed[5]["text"] == "Loud, and\u0007 \u202eodd\u202c."
    assert listed[1]["notes"] == ["In German."]
    assert "Es funktioniert gut, danke!" in shown.out
    assert (tagged.code, found.out, undone.code) == (0, "4\n", 0)
    assert run("check", "--corpus", golden).code == 0
    with open_corpus(golden) as corpus:
        assert state(corpus) == before


def test_the_whole_history_of_an_earlier_version_can_be_taken_back_and_done_again(golden: Path) -> None:
    with open_corpus(golden) as corpus:
        end = state(corpus)
        changes = [entry.number for entry in corpus.history().entries() if entry.stands]
        for _ in changes:
            corpus.undo(None, ADA)
        assert corpus.count() == 0
        for _ in changes:
            corpus.redo(None, ADA)

        assert state(corpus) == end
        assert wrong(corpus) == []


def rewind(path: Path, number: int = 0) -> None:
    """Make a corpus of a made-up older format: in format 0, reviews kept their text as `body`."""
    with open_store(path) as database:
        database.table("meta").update({"format": number})
        for document in list(database.table("reviews")):
            body = {name: value for name, value in document.items() if name != "text"}
            older = Document({**body, "body": document["text"]}, document.doc_id)
            database.table("reviews").write_all([older])


def forward(database: Database) -> None:
    """Bring format 0 to format 1."""
    for document in list(database.table("reviews")):
        text = {name: value for name, value in document.items() if name != "body"}
        database.table("reviews").write_all([Document({**text, "text": document["body"]}, document.doc_id)])


Steps = dict[int, Callable[[Database], None]]


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Steps:
    """The steps of migration, with one from the made-up format 0."""
    made_up: Steps = {0: forward, **migrating.STEPS}
    monkeypatch.setattr(migrating, "STEPS", made_up)
    return made_up


def copies(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.stem}.before-migration-*"))


@pytest.mark.usefixtures("steps")
def test_an_older_format_is_migrated_after_a_copy_of_it(
    run: Run, make_corpus: MakeCorpus, path: Path
) -> None:
    make_corpus("Good.", "Bad.").close()
    rewind(path)

    first = run("list", "--corpus", path)
    second = run("list", "--corpus", path)

    (copy,) = copies(path)
    assert copy.suffix == path.suffix
    assert (first.code, first.out) == (0, second.out)
    assert "Bad." in first.out
    assert (
        first.err
        == f"{path} was of format 0 and is of format {FORMAT} now; as it was it is kept in {copy}.\n"
    )
    assert second.err == ""
    assert run("check", "--corpus", path).code == 0
    assert copy.stat().st_mode & 0o777 == 0o600
    with open_store(copy) as database:
        assert database.table("meta").get(doc_id=1)["format"] == 0
        assert [one["body"] for one in database.table("reviews")] == ["Good.", "Bad."]


def test_steps_are_taken_in_order_from_the_format_found(
    make_corpus: MakeCorpus, path: Path, steps: Steps
) -> None:
    make_corpus("Good.").close()
    rewind(path, -2)
    taken: list[int] = []
    steps.update(
        {-2: lambda _: taken.append(-2), -1: lambda _: taken.append(-1), -3: lambda _: taken.append(-3)}
    )

    with open_corpus(path) as corpus:
        assert [one.text for one in corpus.reviews()] == ["Good."]

    assert taken == [-2, -1]


@pytest.mark.parametrize("stop", [BusyError("Stopped."), KeyboardInterrupt()])
def test_a_migration_that_fails_changes_nothing(
    make_corpus: MakeCorpus, path: Path, steps: Steps, stop: BaseException
) -> None:
    make_corpus("Good.").close()
    rewind(path)

    def halfway(database: Database) -> None:
        forward(database)
        raise stop

    steps[0] = halfway
    with pytest.raises(type(stop)):
        open_corpus(path)

    with open_store(path) as database:
        assert [one["body"] for one in database.table("reviews")] == ["Good."]
        assert database.table("meta").get(doc_id=1)["format"] == 0
    steps[0] = forward
    with open_corpus(path) as corpus:
        assert corpus.count() == 1


def test_nothing_is_migrated_without_a_copy(
    make_corpus: MakeCorpus, path: Path, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise ReviewError("The disk is full.")

    make_corpus("Good.").close()
    rewind(path)
    monkeypatch.setattr(migrating, "copy_whole", full)

    with pytest.raises(ReviewError, match="disk is full"):
        open_corpus(path)

    with open_store(path) as database:
        assert [one["body"] for one in database.table("reviews")] == ["Good."]
    assert steps


def test_what_another_process_has_migrated_is_not_migrated_again(
    make_corpus: MakeCorpus, path: Path, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_corpus("Good.").close()
    rewind(path)

    def meanwhile(database: Database, target: Path) -> None:
        copy_whole(database, target)
        monkeypatch.setattr(migrating, "copy_whole", copy_whole)
        open_corpus(path).close()

    monkeypatch.setattr(migrating, "copy_whole", meanwhile)
    with open_corpus(path) as corpus:
        assert corpus.count() == 1

    assert len(copies(path)) == 1
    assert steps


@pytest.mark.parametrize("number", [0, -5, FORMAT + 1, -(10**18)])
def test_a_format_that_is_not_known_is_refused_untouched(
    run: Run, make_corpus: MakeCorpus, path: Path, number: int
) -> None:
    make_corpus("Good.").close()
    with open_store(path) as database:
        database.table("meta").update({"format": number})
    before = path.read_bytes()

    outcomes = [
        run(*words, "--corpus", path) for words in (["list"], ["tag", 1, "mixed"], ["undo"], ["check"])
    ]

    assert {outcome.code for outcome in outcomes} == {3}
    assert all(f"format {number}" in outcome.err for outcome in outcomes)
    assert path.read_bytes() == before
    assert copies(path) == []


def test_fields_and_tables_that_are_not_known_survive_every_write_and_its_undo(
    make_corpus: MakeCorpus, path: Path
) -> None:
    make_corpus("Good.\nAnd fine.", "Bad.", "Odd.").close()
    with open_store(path) as database, database.transaction():
        for name in ("reviews", "sources", "labels", "meta", "changes", "history"):
            database.table(name).update({"mood": {"of": name}})
        database.table("moods").insert({"review": 1, "mood": "calm"})

    with open_corpus(path) as corpus:
        before = state(corpus)
        corpus.tag([1], "funny", ADA, new=True)
        corpus.hold(1, 1, ADA) if "\n" in corpus.get([1])[0].text else corpus.confirm(1, 2, ADA)
        corpus.merge([2, 3], ADA)
        written = state(corpus)
        for _ in range(3):
            corpus.undo(None, ADA)
        after = state(corpus)
        meta = dict(corpus.database.table("meta").get(doc_id=1))  # type: ignore[arg-type]  # it is one document

    assert written["moods"] == {1: {"review": 1, "mood": "calm"}}
    assert all(one["mood"] == {"of": "reviews"} for one in written["reviews"].values())
    assert written["labels"][1]["mood"] == {"of": "labels"}
    assert written["sources"][1]["mood"] == {"of": "sources"}
    assert meta["mood"] == {"of": "meta"}
    assert after == before


def test_a_corpus_without_a_number_of_its_format_is_none(path: Path) -> None:
    with open_store(path, create=True) as database:
        database.table("meta").insert({"format": "old"})

    with pytest.raises(CorpusError, match="not a reviewcli corpus"):
        open_corpus(path)
