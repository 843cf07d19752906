"""At the command line, annotations go out into a dump and come in again; a spoilt dump changes nothing."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewcli.errors import SourceError
from reviewcli.exchange.reading import read_dump
from tests.conftest import Run

HEADER = '{"format": 1, "holds": "reviewcli annotations"}'
REVIEW = '"review": {"at": 0, "begins": "Good.", "source": "d", "text": "t"}'
GIVEN = (
    '"annotation": {"annotator": "ada", "group": "", "label": "funny", "time": "2026-01-02T03:04:05+00:00"}'
)
BOUNDARY = '{"boundary": {"at": 3, "begins": "b", "cut": true, "lines": "l", "source": "d"}}'
HAPPENED = (
    '{"history": {"about": [], "annotator": "ada", "command": "", "did": "x", "number": 1, '
    '"time": "2026-01-02T03:04:05Z", "values": []}}'
)
SOUND = "\n".join((HEADER, f"{{{GIVEN}, {REVIEW}}}", BOUNDARY, HAPPENED, ""))


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text("A good toaster.\n---\nBroke after a week.\n---\nIt is fine.")
    return file


@pytest.fixture
def dump(run: Run, tmp_path: Path, page: Path) -> Path:
    """What ada did to three reviews."""
    corpus, file = tmp_path / "adas.db", tmp_path / "work.jsonl"
    run("import", page, "--corpus", corpus)
    run("tag", 1, "positive", "--corpus", corpus)
    run("merge", "2-3", "--corpus", corpus)
    run("tag", 2, "funny", "--new", "--corpus", corpus)
    assert run("export", "--annotations", file, "--corpus", corpus).out == f"{file}: 12 facts.\n"
    return file


@pytest.fixture
def bens(run: Run, tmp_path: Path, page: Path) -> Path:
    """A corpus of the same reviews under other numbers."""
    corpus = tmp_path / "bens.json"
    run("import", "-", "--corpus", corpus, stdin=b"Something else.")
    run("import", page, "--corpus", corpus)
    return corpus


def test_work_is_loaded_into_another_corpus_and_taken_back(run: Run, dump: Path, bens: Path) -> None:
    previewed = run("import", "--annotations", dump, "--preview", "--corpus", bens)
    loaded = run("import", "--annotations", dump, "--corpus", bens)
    again = run("import", "--annotations", dump, "--corpus", bens)
    listed = json.loads(run("list", "--format", "json", "--corpus", bens).out)

    assert loaded.out == (
        "work.jsonl: 1 label of the scheme, 1 boundary, 2 labels on reviews, 3 lines of history new.\n"
        "There already: 4 labels of the scheme.\n"
    )
    assert previewed.out == loaded.out
    assert "preview" in previewed.err
    assert "reviewcli undo" in loaded.err
    assert "nothing new" in again.out
    assert "undo" not in again.err
    assert [(one["number"], one["labels"]) for one in listed] == [(1, []), (2, ["positive"]), (3, ["funny"])]

    undone = run("undo", "--yes", "--corpus", bens)

    assert "loaded annotations from work.jsonl" in undone.out
    assert run("count", "is:tagged", "--corpus", bens).out == "0\n"
    assert run("check", "--corpus", bens).code == 0


def test_standard_output_and_input_take_the_place_of_a_file(
    run: Run, tmp_path: Path, dump: Path, bens: Path
) -> None:
    written = run("export", "--annotations", "-", "--corpus", tmp_path / "adas.db")

    loaded = run("import", "--annotations", "-", "--corpus", bens, stdin=written.out.encode())

    assert written.out == dump.read_text()
    assert loaded.out.startswith("standard input: 1 label of the scheme, 1 boundary")
    assert run("export", "--annotations", "-", "--corpus", bens).out == written.out


def test_a_file_in_the_way_needs_force(run: Run, tmp_path: Path, dump: Path) -> None:
    before = dump.read_bytes()
    dump.write_text("mine")

    refused = run("export", "--annotations", dump, "--corpus", tmp_path / "adas.db")
    kept = dump.read_text()
    forced = run("export", "--annotations", dump, "--force", "--corpus", tmp_path / "adas.db")

    assert (refused.code, kept, forced.code) == (1, "mine", 0)
    assert dump.read_bytes() == before


def test_the_history_of_elsewhere_is_shown_apart(run: Run, dump: Path, bens: Path) -> None:
    run("import", "--annotations", dump, "--corpus", bens)

    own = run("history", "--format", "table", "--corpus", bens)
    elsewhere = run("history", "--elsewhere", "--format", "json", "--corpus", bens)
    of_one = json.loads(run("history", 2, "--elsewhere", "--format", "json", "--corpus", bens).out)

    assert "history --elsewhere" in own.err
    assert [(one["did"], one["reviews"]) for one in json.loads(elsewhere.out)] == [
        ("added the label funny; tagged review 2 funny", "3"),
        ("merged 2-3 into 2", "3"),
        ("tagged review 1 positive", "2"),
    ]
    (only,) = of_one
    assert only["values"] == [
        {"review": 2, "what": "label", "old": None, "new": "positive", "annotator": "ada"}
    ]


def test_all_lines_that_could_not_be_loaded_are_named(run: Run, tmp_path: Path) -> None:
    rows = [f"{{{GIVEN}, {REVIEW.replace('0', str(at))}}}" for at in range(30)]
    file = tmp_path / "work.jsonl"
    file.write_text("\n".join((HEADER, '{"label": {"group": "", "name": "funny"}}', *rows)))

    outcome = run("import", "--annotations", file)

    assert outcome.code == 0
    assert "Not here, and not loaded (30):" in outcome.out
    assert "  line 3: ada: funny on “Good.” of a source that is not named.\n" in outcome.out
    assert outcome.out.endswith("  and lines 23-32\n")


@pytest.mark.parametrize(
    "words",
    [
        ["export", "a"],
        ["export", "--annotations", "--decisions", "a"],
        ["export", "--annotations", "a", "b"],
        ["import", "--annotations", "a", "b"],
        ["import", "--annotations", "a", "--split", "none"],
        ["import", "--annotations", "a", "--expect", "3"],
    ],
)
def test_words_that_do_not_fit_together_are_refused(run: Run, words: list[str]) -> None:
    assert run(*words).code == 2


@pytest.mark.parametrize(
    ("row", "column", "why"),
    [
        ("<<<<<<< HEAD", 1, "not JSON"),
        ('{"label": }', 11, "not JSON"),
        ("[1]", 1, "not a JSON object"),
        ('{"odd": 1}', 1, "no fact"),
        ('{"label": 5}', 2, "no 'label'"),
        ('{"label": {"name": "a"}}', 1, "'group' of 'label' is missing"),
        ('{"label": {"group": "", "name": "\\u001b[2J"}}', 25, "'name' of 'label' does not hold"),
        ('{"label": {"group": "", "name": "a", "more": 1}}', 38, "'more' is not known"),
        ('{"label": {"group": "", "name": "a"}, "z": 1}', 39, "'z' is not known"),
        ('{"label": {"group": "", "group": "", "name": "a"}}', 12, "stands there twice"),
        (BOUNDARY.replace("3", "9" * 5000), 21, "too large"),
        (BOUNDARY.replace("3", "1e999"), 21, "too large"),
        (BOUNDARY.replace("3", "NaN"), 21, "no number"),
        (BOUNDARY.replace("3", "-1"), 15, "'at' of 'boundary'"),
        (BOUNDARY.replace("true", "1"), 39, "'cut' of 'boundary'"),
        (f"{{{GIVEN}}}", 1, "no 'review'"),
        (f"{{{GIVEN.replace('ada', 'a' * 101)}, {REVIEW}}}", 17, "'annotator'"),
        (f"{{{GIVEN.replace('+00:00', '')}, {REVIEW}}}", 68, "'time'"),
        (f"{{{GIVEN.replace('2026-01-02T03:04:05+00:00', 'now')}, {REVIEW}}}", 68, "'time'"),
        (HAPPENED.replace('"about": []', '"about": [["d", 1], ["d", 1]]'), 14, "'about'"),
        (HAPPENED.replace('"about": []', '"about": [5]'), 14, "'about'"),
        (HAPPENED.replace('"values": []', '"values": [{"by": "ada"}]'), 119, "'values'"),
        ("[" * 100_000, 1, "nested too deep"),
        ('{"note": ' + "[" * 20 + "]" * 20 + "}", 1, "nested too deep"),
    ],
)
def test_a_spoilt_line_is_named_with_its_column_and_nothing_is_loaded(
    run: Run, tmp_path: Path, row: str, column: int, why: str
) -> None:
    file, corpus = tmp_path / "work.jsonl", tmp_path / "a.db"
    run("import", "-", "--corpus", corpus, stdin=b"Good.")
    before = corpus.read_bytes()
    file.write_text("\n".join((HEADER, '{"label": {"group": "", "name": "funny"}}', row)))

    outcome = run("import", "--annotations", file, "--corpus", corpus)

    assert outcome.code == 1
    assert outcome.err.startswith(f"Error: work.jsonl, line 3, column {column}: ")
    assert why in outcome.err
    assert corpus.read_bytes() == before


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "line 1, column 1: The file is empty"),
        (b"\n\n", "line 1, column 1: The file is empty"),
        (b'{"label": 1}', "line 1, column 1: The first line does not say"),
        (b'\n{"format": 2, "holds": "reviewcli annotations"}', "line 2, column 2: It is of format 2"),
        ("é".encode() + b"\xff", "line 1, column 2: That is not UTF-8"),
    ],
)
def test_what_does_not_begin_as_a_dump_is_none(data: bytes, why: str) -> None:
    with pytest.raises(SourceError, match=why):
        read_dump(data, "work.jsonl")


def test_a_file_that_cannot_be_read_is_named(run: Run, tmp_path: Path) -> None:
    missing, folder = run("import", "--annotations", "nowhere"), run("import", "--annotations", tmp_path)

    assert (missing.code, folder.code) == (1, 1)
    assert "There is no file nowhere." in missing.err


def test_line_ends_marks_and_blank_lines_of_editors_do_no_harm() -> None:
    plain = read_dump(SOUND.encode(), "a").facts

    edited = read_dump(b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode(), "a").facts

    assert edited == plain
    assert [fact.kind for fact in plain] == ["annotation", "boundary", "history"]


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_stands_in_a_dump_it_is_read_or_refused(
    run: Run, tmp_path: Path, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(SOUND)))
    length = data.draw(st.integers(0, 12))
    put = data.draw(
        st.sampled_from(['"', "{", "}", "[", ",", ":", "null", "1e400", "\\ud800", "\n", "é", "0"])
    )
    spoilt = (SOUND[:at] + put + SOUND[at + length :]).encode()

    corpus = tmp_path / "a.db"
    if not corpus.exists():
        run("import", "-", "--corpus", corpus, stdin=b"Good.\n---\nBad.")

    outcome = run("import", "--annotations", "-", "--corpus", corpus, stdin=spoilt)

    assert outcome.code in {0, 1}
    assert outcome.code == 0 or outcome.err.startswith("Error: standard input, line ")
