"""Exporting writes the reviews asked for, and says what went where and what did not."""

import json
from itertools import chain
from pathlib import Path

import pytest

from reviewcli import exports
from reviewcli.errors import UsageError
from reviewcli.exports import shares_of
from reviewcli.views import terminal
from tests.conftest import Run


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which names are short."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def disagree(run: Run) -> None:
    run("tag", 3, "critical")
    run("tag", "3,5", "positive", "--as", "ben")


def numbers(file: str) -> list[int]:
    return [json.loads(line)["number"] for line in Path(file).read_text().splitlines()]


def test_the_name_says_the_format_and_a_query_which_reviews(run: Run) -> None:
    outcome = run("export", "el.jsonl", "all.JSON", "--where", "lang:el")

    assert outcome.code == 0
    assert outcome.out == "el.jsonl: 1 review.\nall.JSON: 1 review.\n"
    assert numbers("el.jsonl") == [5]
    assert json.loads(Path("all.JSON").read_text()) == [json.loads(Path("el.jsonl").read_text())]


def test_json_lines_are_those_of_a_listing(run: Run) -> None:
    disagree(run)

    exported = run("export", "-", "--to", "jsonl")

    assert exported.out == run("list", "--format", "jsonl").out
    assert exported.err == ""


def test_a_query_may_begin_with_a_minus(run: Run) -> None:
    assert run("export", "a.jsonl", "--where", "-lang:en").code == 0
    assert numbers("a.jsonl") == [5]


def test_a_wrong_query_writes_nothing(run: Run, folder: Path) -> None:
    outcome = run("export", "a.jsonl", "--where", "(lenin")

    assert outcome.code == 2
    assert [path.name for path in folder.iterdir()] == ["home"]


def test_what_a_format_cannot_hold_is_said_exactly(run: Run) -> None:
    disagree(run)

    outcome = run("export", "a", "--to", "fasttext")

    assert outcome.out == "a: 1 review.\n"
    assert outcome.err.splitlines() == [
        "Not in fasttext: numbers, keys, languages, sources, who gave the labels, when labels were given, "
        "where and why texts were cut (1 review).",
        "Annotators are tied about 1 review: what they are tied about stays out.",
        "Left out for want of a label: 7 reviews.",
    ]
    assert run("export", "a", "--to", "fasttext", "--force", "--quiet").err == ""


def test_whose_labels_go_out_can_be_said(run: Run) -> None:
    disagree(run)

    def labels(*words: str) -> list[list[str]]:
        out = run("export", "-", "--to", "doccano", "--where", "is:tagged", *words).out
        return [json.loads(line)["label"] for line in out.splitlines()]

    assert labels() == [[], ["positive"]]
    assert labels("--labels", "majority") == [[], ["positive"]]
    assert labels("--labels", "all") == [["critical", "positive"], ["positive"]]
    assert labels("--labels", "ada") == [["critical"], []]


def test_labels_of_nobody_are_refused_with_the_nearest_name(run: Run) -> None:
    nobody = run("export", "a.csv", "--labels", "gold")
    disagree(run)
    gold = run("export", "a.csv", "--labels", "gold")
    near = run("export", "a.csv", "--labels", "bem")

    assert (nobody.code, gold.code, near.code) == (1, 1, 1)
    assert "No review has a label yet." in nobody.err
    assert "No label was given by 'gold'.\nHint: Labels are from ada, ben." in gold.err
    assert "Did you mean 'ben'?" in near.err
    run("tag", 3, "mixed", "--as", "gold")
    assert run("export", "a.csv", "--labels", "gold").code == 0


def test_parts_are_named_and_together_are_all(run: Run) -> None:
    outcome = run("export", "a.jsonl", "--split", "60/20/20")

    parts = [numbers(f"a.{part}.jsonl") for part in ("train", "validation", "test")]
    assert sorted(chain.from_iterable(parts)) == list(range(1, 9))
    assert all(parts)
    assert outcome.out == "".join(
        f"a.{name}.jsonl: {len(part)} review{'s' * (len(part) > 1)}.\n"
        for name, part in zip(("train", "validation", "test"), parts, strict=True)
    )
    assert "nearly the same as others or belong to them; they stay together, in " in outcome.err
    run("export", "b.jsonl", "--split", "60/20/20")
    assert [numbers(f"b.{part}.jsonl") for part in ("train", "validation", "test")] == parts


def test_parts_of_a_folder_are_in_it(run: Run, folder: Path) -> None:
    run("export", "set", "--to", "huggingface", "--split", "1/1")
    run("export", "arg", "--to", "argilla", "--split", "1/1")

    assert sorted(path.name for path in (folder / "set").iterdir()) == [
        "README.md",
        "test.jsonl",
        "train.jsonl",
    ]
    assert "split: test" in Path("set/README.md").read_text()
    assert Path("arg.train/.argilla/settings.json").exists()
    assert json.loads(Path("arg.test/records.json").read_text())


def test_a_labelling_configuration_stands_beside_the_tasks(run: Run) -> None:
    run("export", "tasks.json", "--to", "labelstudio")

    assert 'name="sentiment"' in Path("tasks.xml").read_text()


def test_a_file_that_is_there_needs_force_and_the_corpus_is_never_written_over(
    run: Run, folder: Path
) -> None:
    run("count", "--corpus", "x.json")
    run("import", "-", "--corpus", "c.json", stdin=b"Good.")
    before = Path("c.json").read_bytes()

    first = run("export", "a.csv", "--corpus", "c.json")
    again = run("export", "a.csv", "--corpus", "c.json")
    forced = run("export", "a.csv", "--force", "--corpus", "c.json")
    itself = run("export", "c.json", "--force", "--corpus", "c.json")

    assert (first.code, again.code, forced.code, itself.code) == (0, 1, 0, 2)
    assert "--force" in again.err
    assert "is the corpus itself" in itself.err
    assert Path("c.json").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["a.txt"], "The name a.txt does not say which format to write."),
        (["-"], "The format for standard output is not said."),
        (["a", "--to", "tinidb"], "Did you mean 'tinydb'?"),
        (["-", "--to", "argilla"], "argilla is a folder"),
        (["-", "--to", "csv", "--split", "1/1"], "csv with --split is several files"),
        (["a", "b", "--to", "csv"], "With --to there is one file."),
        (["a.csv", "--split", "80"], "'80' cannot be shares."),
        (["a.csv", "--split", "80/0"], "cannot be shares"),
        (["a.csv", "--split", "1/1/1/1"], "cannot be shares"),
        (["a.jsonl", "--annotations", "--to", "csv"], "Only one thing can be exported at a time."),
        (["a.jsonl", "--annotations", "--decisions"], "Only one thing can be exported at a time."),
    ],
)
def test_what_does_not_fit_together_is_refused(run: Run, folder: Path, words: list[str], said: str) -> None:
    outcome = run("export", *words)

    assert outcome.code == 2
    assert said in outcome.err
    assert [path.name for path in folder.iterdir()] == ["home"]


def test_shares_have_names() -> None:
    assert shares_of("80/10/10") == {"train": 80, "validation": 10, "test": 10}
    assert shares_of(" 3 / 1 ") == {"train": 3, "test": 1}
    for wrong in ("", "a/b", "1//2", "²/1", "-1/2", f"1/{10**12}"):
        with pytest.raises(UsageError):
            shares_of(wrong)


def test_a_terminal_is_shown_text_that_is_safe_and_no_bytes(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", "-", "--corpus", "a.db", stdin="Fine \u202e\x1b[31m.".encode())
    monkeypatch.setattr("reviewcli.commands.exporting.on_terminal", lambda: True, raising=False)
    monkeypatch.setattr(terminal, "on_terminal", lambda: True)

    text = run("export", "-", "--to", "fasttext", "--labels", "all", "--corpus", "a.db")
    table = run("export", "-", "--to", "csv", "--corpus", "a.db")
    binary = run("export", "-", "--to", "parquet", "--corpus", "a.db")

    assert text.code == 0
    assert "Fine <U+202E>␛[31m." in table.out
    assert binary.code == 2
    assert "parquet is not for a terminal." in binary.err


def test_an_export_that_fails_leaves_nothing(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("count")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reviewcli.delivering.os.fsync", full)
    outcome = run("export", "set", "--to", "huggingface")

    assert outcome.code == 1
    assert "cannot be written: No space left on device." in outcome.err
    assert [path.name for path in folder.iterdir()] == ["home"]


def test_a_progress_is_told_in_bytes() -> None:
    told: list[tuple[str, int, int]] = []

    pieces = list(exports._shown([b"ab", b"c"], Path("x/a.csv"), lambda *what: told.append(what)))

    assert pieces == [b"ab", b"c"]
    assert told == [("Writing a.csv", 2, 0), ("Writing a.csv", 3, 0)]


def test_formats_are_completed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_REVIEWCLI_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "reviewcli export a --to hug")
    monkeypatch.setenv("COMP_CWORD", "4")

    assert run().out.split() == ["huggingface", "huggingface-parquet"]
