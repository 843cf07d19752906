"""Every command does what its help says, for a person and for a program."""

import csv
import io
import json
import os
from pathlib import Path

import pytest

from reviewcli import __version__
from reviewcli.cli import VERBS
from reviewcli.errors import CorpusError, QueryError
from reviewcli.opening import FORMAT
from reviewcli.store import open_store
from tests.conftest import Run

KEYS = "number key text title author rating date language item source words labels notes confidence".split()
GOLDEN = Path(__file__).parent / "golden"


def test_the_first_command_makes_the_corpus_and_says_so_once(run: Run, home: Path) -> None:
    first = run("list")
    second = run("list")

    assert (first.code, second.code) == (0, 0)
    assert first.err.startswith(f"Made the corpus {home / '.local/share/reviewcli/corpus.db'}")
    assert len(first.err.splitlines()) == 1
    assert second.err == ""
    assert len(first.out.splitlines()) == 8
    assert first.out == second.out


def test_a_line_of_a_pipe_is_complete(run: Run) -> None:
    run("tag", 6, "critical")

    lines = run("list").out.splitlines()

    number, labels, language, words, text = lines[5].split("\t")
    assert (number, labels, language, words) == ("6", "critical", "en", "32")
    assert text.startswith("Didn't get a lot out of this — ")
    assert text.endswith("over-rehearsed.")
    assert lines[0].count("\\n") == 1


def test_json_is_one_array_with_the_promised_keys_and_the_exact_text(run: Run) -> None:
    text = (Path(__file__).parents[1] / "data" / "reviews.txt").read_text(encoding="utf-8").splitlines()

    reviews = json.loads(run("list", "--format", "json").out)

    assert [review["number"] for review in reviews] == list(range(1, 9))
    assert all(set(KEYS) <= set(review) for review in reviews)
    assert reviews[1]["text"] == "\n".join(text[2:10])
    assert reviews[4]["language"] == "el"
    assert [json.loads(line) for line in run("list", "--format", "jsonl").out.splitlines()] == reviews


def test_csv_is_read_back_by_any_reader(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("list", "--format", "csv").out)))

    assert list(rows[0]) == KEYS
    assert [row["number"] for row in rows] == [str(n) for n in range(1, 9)]
    assert rows[0]["text"].count("\n") == 1


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "plain"])
def test_nothing_found_is_no_error_in_any_format(run: Run, form: str) -> None:
    outcome = run("search", "xylophone", "--format", form)

    assert outcome.code == 0
    assert outcome.out == {"json": "[]\n", "csv": ",".join(KEYS) + "\n"}.get(form, "")


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("Zinoviev", [2]),
        ("Polibureau", [2]),
        ('"Left Opposition"', [1]),
        ("lang:el", [5]),
        ("ΤΡΟΤΣΚΙ", [5]),
        ("rosmer -trotsky", [3]),
        ("is:tagged", []),
    ],
)
def test_search_list_and_count_take_the_same_query(run: Run, query: str, numbers: list[int]) -> None:
    found = [review["number"] for review in json.loads(run("search", query, "--format", "json").out)]
    listed = [review["number"] for review in json.loads(run("list", query, "--format", "json").out)]

    assert found == listed == numbers
    assert run("count", query).out == f"{len(numbers)}\n"


def test_a_word_to_leave_out_may_stand_free_on_the_command_line(run: Run) -> None:
    assert run("count", "rosmer", "-trotsky").out == run("count", "rosmer -trotsky").out == "1\n"
    assert run("count", "-tag:critical", "-hat").out == "8\n"
    assert run("count", "--", "-rosmer").out == "2\n"


def test_count_without_a_query_counts_everything(run: Run) -> None:
    assert run("count").out == "8\n"


def test_tag_says_what_it_did_what_it_replaced_and_how_to_take_it_back(run: Run) -> None:
    run("count")

    first = run("tag", 3, "critical")
    second = run("tag", 3, "positive")
    third = run("tag", 3, "positive")

    assert first == (0, "Review 3: critical.\n", "To take it back: reviewcli untag 3 critical\n")
    assert second == (0, "Review 3: positive, was critical.\n", "To take it back: reviewcli tag 3 critical\n")
    assert third == (0, "Review 3: nothing to change.\n", "")


def test_the_way_back_leads_back(run: Run) -> None:
    run("tag", "1-2", "critical")
    before = run("list").out
    after = run("tag", "1-4", "mixed", "--yes")

    for command in after.err.removeprefix("To take it back: ").strip().split("; "):
        run(*command.split()[1:])

    assert "tag 1-2 critical; reviewcli untag 3-4 mixed" in after.err
    assert run("list").out == before


def test_untag_takes_off_one_label_or_all(run: Run) -> None:
    run("tag", 3, "critical")
    run("tag", 3, "funny", "--new")

    one = run("untag", 3, "funny")
    rest = run("untag", 3)

    assert one.out == "Review 3: funny taken off.\n"
    assert rest.out == "Review 3: critical taken off.\n"
    assert run("untag", 3).out == "Review 3: nothing to change.\n"


def test_a_change_of_many_needs_a_yes_where_nobody_can_be_asked(run: Run) -> None:
    run("count")

    asked = run("tag", "1-8", "critical")
    dry = run("tag", "1-8", "critical", "--dry-run")
    done = run("tag", "1-8", "critical", "--yes")

    assert asked.code == 2
    assert "--yes" in asked.err
    assert "dry run" in dry.err
    assert len(dry.out.splitlines()) == 8
    assert run("count", "tag:critical").out == "8\n"
    assert done.code == 0
    assert run("untag", "1-8").code == 2


def test_annotators_are_told_apart_by_name(run: Run) -> None:
    run("tag", 3, "critical", "--as", "ben")
    run("--as", "cleo", "tag", 3, "mixed")

    given = json.loads(run("show", 3, "--format", "json").out)[0]["annotations"]

    assert [(one["annotator"], one["label"], one["group"]) for one in given] == [
        ("ben", "critical", "sentiment"),
        ("cleo", "mixed", "sentiment"),
    ]


def test_import_reports_what_it_took_in(run: Run, tmp_path: Path) -> None:
    page, corpus = tmp_path / "page.txt", tmp_path / "mine.db"
    page.write_text("Great toaster.\n---\nBroke after a week.\n")

    first = run("import", page, "--corpus", corpus)
    again = run("import", page, "--corpus", corpus)
    listed = run("list", "--corpus", corpus)

    assert first.out == "page.txt: 2 new reviews (number 1-2).\n"
    assert "Made a new corpus" in first.err
    assert again.out == "page.txt: 0 new reviews, 2 already there.\n"
    assert [line.split("\t")[-1] for line in listed.out.splitlines()] == [
        "Great toaster.",
        "Broke after a week.",
    ]


def test_import_reads_standard_input_and_other_encodings(run: Run, tmp_path: Path) -> None:
    corpus = tmp_path / "mine.db"
    text = (
        "Très bon, même si la fin déçoit. Où trouver la suite ? Je l'ai lu d'une traite, écrit à merveille."
    )

    outcome = run("import", "-", "--corpus", corpus, stdin=text.encode("cp1252"))

    assert outcome.out.startswith("standard input: 1 new review (number 1).")
    assert "guess" in outcome.out
    assert json.loads(run("list", "--corpus", corpus, "--format", "json").out)[0]["text"] == text


def test_a_doubtful_boundary_is_counted_and_found(run: Run) -> None:
    doubtful = [r for r in json.loads(run("list", "--format", "json").out) if r["confidence"] < 0.8]

    found = json.loads(run("list", "is:doubtful", "--format", "json").out)

    assert found == doubtful


def test_config_prints_what_is_in_use_and_why(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVIEWCLI_ANNOTATOR", "ben")

    plain = run("config").out.splitlines()
    told = json.loads(run("config", "--format", "json", "--corpus", "x.db").out)

    assert plain[0] == f"corpus\t{home}/.local/share/reviewcli/corpus.db\tdefault"
    assert plain[2] == "annotator\tben\tREVIEWCLI_ANNOTATOR"
    assert told["corpus"] == {"value": "x.db", "decided_by": "--corpus"}
    assert "annotator" in run("config", "--format", "table").out


def test_shared_options_stand_before_or_after_the_verb(run: Run, tmp_path: Path) -> None:
    run("import", "-", "--corpus", tmp_path / "a.db", stdin=b"Good.")

    assert run("--corpus", tmp_path / "a.db", "count").out == "1\n"
    assert run("count", "--corpus", tmp_path / "a.db").out == "1\n"


def test_quiet_leaves_only_results_and_errors(run: Run) -> None:
    assert run("list", "--quiet").err == ""
    assert run("tag", 3, "critical", "--quiet") == (0, "Review 3: critical.\n", "")
    assert run("show", 99, "--quiet").err.startswith("Error: ")


def test_version_and_help_are_printed(run: Run) -> None:
    assert run("--version").out == f"reviewcli {__version__}\n"
    assert run().out == run("--help").out == run("-h").out
    assert all(f"\n  {verb} " in run("-h").out for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_a_verb_has_an_example(run: Run, verb: str) -> None:
    outcome = run(verb, "-h")

    assert outcome.code == 0
    assert "Examples:\n    reviewcli " in outcome.out
    assert run(verb, "--help").out == outcome.out


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("show 99", 1, "There is no review 99; the numbers are 1 to 8."),
        ("show x", 2, "'x' is not a review's number."),
        ("show", 2, "Missing argument"),
        ("tag 3", 2, "A review's number and a label are needed."),
        ("tag 3 critcal", 1, "There is no label 'critcal'"),
        ("tag 3 9x --new", 2, "'9x' cannot be a label."),
        ("tag 3 critical --as a\nb", 2, "cannot be an annotator's name."),
        ("untag 3 nosuch", 1, "There is no label 'nosuch'"),
        ("list rating:5", 2, "(column 1)"),
        ('search good "open', 2, "(column 6)"),
        ("search", 2, "There is nothing to search for."),
        ("count --corpus none.db", 1, "There is no corpus at none.db."),
        ("import none.txt", 1, "There is no file none.txt."),
        ("lst", 2, "There is no command 'lst'. Did you mean 'list'?"),
        ("zzz", 2, "There is no command 'zzz'."),
        ("list --format xml", 2, "xml"),
        ("list --nonsense", 2, "--nonsense"),
    ],
)
def test_a_mistake_is_answered_in_one_sentence_with_a_hint(
    run: Run, line: str, code: int, message: str
) -> None:
    run("count")

    outcome = run(*line.split(" "))

    assert (outcome.code, outcome.out) == (code, "")
    assert message in outcome.err
    assert outcome.err.startswith("Error: ")
    assert outcome.err.splitlines()[-1].startswith("Hint: ")


def test_a_query_error_shows_where(run: Run) -> None:
    run("count")

    outcome = run("search", "good", "rating:5")

    assert outcome.err.splitlines()[1:3] == ["  good rating:5", "       ^"]


def test_a_mistake_in_one_of_several_files_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Good.")

    outcome = run("import", tmp_path / "good.txt", tmp_path / "bad.txt", "--corpus", tmp_path / "mine.db")

    assert outcome.code == 1
    assert not (tmp_path / "mine.db").exists()


def test_a_damaged_or_newer_corpus_ends_with_code_3_and_is_left_alone(run: Run, tmp_path: Path) -> None:
    newer, broken = tmp_path / "newer.db", tmp_path / "broken.db"
    run("import", "-", "--corpus", newer, stdin=b"Good.")
    with open_store(newer) as database:
        database.table("meta").update({"format": FORMAT + 1})
    broken.write_bytes(b"no corpus at all, but longer than any header would have to be" * 30)
    before = newer.read_bytes(), broken.read_bytes()

    for corpus in (newer, broken):
        for line in (["list"], ["tag", "1", "critical"], ["import", "-"]):
            outcome = run(*line, "--corpus", corpus, stdin=b"Bad.")
            assert (outcome.code, outcome.out) == (3, "")

    assert (newer.read_bytes(), broken.read_bytes()) == before


def test_debug_shows_where_an_error_comes_from(run: Run, tmp_path: Path) -> None:
    with pytest.raises(QueryError):
        run("list", "rating:5", "--debug")
    with pytest.raises(CorpusError):
        run("list", "--debug", "--corpus", tmp_path)


def test_an_interruption_ends_with_code_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reviewcli.corpus.open_corpus", interrupt)

    assert run("list").code == 130


def test_an_output_that_cannot_be_written_is_an_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("count")
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr("sys.stdout", full)
        outcome = run("list")
        monkeypatch.undo()

    assert outcome.code == 1
    assert "No space left" in outcome.err


def test_labels_are_completed_from_the_corpus(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_REVIEWCLI_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "reviewcli tag 3 c")
    monkeypatch.setenv("COMP_CWORD", "3")
    before = run("tag", "3", "c").out

    monkeypatch.delenv("_REVIEWCLI_COMPLETE")
    run("tag", "3", "clumsy", "--new")
    monkeypatch.setenv("_REVIEWCLI_COMPLETE", "complete_bash")
    after = run("tag", "3", "c").out

    assert before.split() == ["critical"]
    assert after.split() == ["critical", "clumsy"]


@pytest.mark.parametrize("width", [80, 160])
@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("list", "list"),
        ("search", "search Zinoviev OR τροτσκι"),
        ("show", "show 5-6"),
        ("list-limit", "list --limit 2"),
    ],
)
def test_what_a_person_sees_is_as_it_was_looked_at(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int, name: str, line: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    run("tag", 6, "critical")
    run("tag", "1,3", "positive")
    stamped = json.loads(run("show", 6, "--format", "json").out)[0]["annotations"][0]["time"]

    outcome = run(*line.split(), "--format", "table")
    seen = outcome.out.replace(stamped[:16].replace("T", " "), "2026-01-02 03:04") + outcome.err

    golden = GOLDEN / f"{name}-{width}.txt"
    if os.environ.get("REVIEWCLI_UPDATE_GOLDEN"):
        golden.write_text(seen, encoding="utf-8")
    assert seen == golden.read_text(encoding="utf-8")


def test_a_table_that_finds_nothing_says_so(run: Run) -> None:
    run("count")

    outcome = run("search", "xylophone", "--format", "table")

    assert outcome == (0, "", "No review answers: xylophone\n")


def test_colours_can_be_left_out(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    run("tag", 3, "critical")

    colourful = run("list", "--format", "table").out
    plain = run("list", "--format", "table", "--no-color").out

    assert "\x1b[31mcritical" in colourful
    assert "\x1b[31m" not in plain


def test_a_table_shows_the_first_and_says_that_there_are_more(run: Run) -> None:
    run("count")

    listed = run("list", "--limit", 3, "--format", "table")
    found = run("search", "the", "--limit", 2, "--format", "table")
    everything = run("list", "--limit", 0, "--format", "table")
    piped = run("list", "--limit", 3)

    assert "3 of 8 reviews" in listed.out
    assert listed.err == "These are the first 3; --limit 0 shows all.\n"
    assert found.err == "These are the first 2; --limit 0 shows all.\n"
    assert everything.err == ""
    assert len(piped.out.splitlines()) == 3


def test_a_review_with_every_fact_shows_them_all(run: Run, tmp_path: Path) -> None:
    run("import", "-", "--corpus", tmp_path / "a.db", stdin=b"Good.")
    with open_store(tmp_path / "a.db") as database:
        facts = {
            "title": "My toaster",
            "author": "Zoe",
            "rating": 4.5,
            "date": "2024-05-01",
            "item": "Toaster",
        }
        database.table("reviews").update({**facts, "joined": 2})
        database.table("notes").insert({"review": 1, "text": "Ask her."})

    shown = run("show", 1, "--format", "table", "--corpus", tmp_path / "a.db").out
    listed = run("list", "--format", "table", "--corpus", tmp_path / "a.db").out
    told = json.loads(run("show", 1, "--format", "json", "--corpus", tmp_path / "a.db").out)[0]

    for fact in (*map(str, facts.values()), "Ask her.", "at 2 gaps"):
        assert fact in shown
    assert "My toaster: Good." in listed
    assert told["notes"] == ["Ask her."]
    assert told["rating"] == 4.5


def test_import_says_what_is_doubtful_and_which_decisions_it_used(run: Run, tmp_path: Path) -> None:
    data = Path(__file__).parents[1] / "data"
    for name in ("reviews.txt", "reviews.decisions.json"):
        (tmp_path / name).write_bytes((data / name).read_bytes())
    (tmp_path / "other.txt").write_text("Fine.\n---\nBad.")
    (tmp_path / "other.decisions.json").write_bytes((data / "reviews.decisions.json").read_bytes())

    own = run("import", tmp_path / "reviews.txt", "--corpus", tmp_path / "a.db")
    other = run("import", tmp_path / "other.txt", "--corpus", tmp_path / "a.db")
    (tmp_path / "other.decisions.json").write_text("{")
    spoilt = run("import", tmp_path / "other.txt", "--corpus", tmp_path / "a.db")

    assert "8 new reviews (number 1-8)" in own.out
    assert own.out.endswith("A reader decided about 1 gap.\n")
    assert "list is:doubtful" in own.err
    assert other.out.endswith("other.decisions.json is about another text and was not used.\n")
    assert (spoilt.code, spoilt.err.splitlines()[0]) == (1, "Error: other.decisions.json is not JSON.")


def test_a_debugged_refusal_of_the_system_shows_its_place(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("count")
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr("sys.stdout", full)
        with pytest.raises(OSError, match="No space left"):
            run("list", "--debug")
        monkeypatch.undo()


def test_a_wrong_verb_that_looks_like_an_option_is_a_usage_error(run: Run) -> None:
    assert run("--wrong", "list").code == 2
