"""Tables come into a corpus whole, once, and with a report of every row that did not."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from tests.conftest import Run

SURVEY = "when,comment,score\r\n" + "".join(
    f"{day}/3/2024,\"The {word} one, it was\nquite fine to use\",{score}\r\n"
    for day, word, score in ((1, "first", 4), (14, "second", 2), (20, "third", 9))
)  # fmt: skip


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    file = tmp_path / "survey.csv"
    file.write_text(SURVEY, newline="")
    return file


def reviews(run: Run, path: Path, *query: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("list", *query, "--corpus", path, "--format", "json").out)
    return found


def test_columns_are_guessed_and_the_reason_is_said(run: Run, path: Path, survey: Path) -> None:
    outcome = run("import", survey, "--corpus", path)

    assert "text from comment (by its name), rating from score (by its name)" in outcome.out
    first = reviews(run, path)[0]
    assert (first["text"], first["rating"], first["rating_scale"]) == (
        "The first one, it was\nquite fine to use", 4.0, 10.0,
    )  # fmt: skip


def test_columns_that_are_named_are_remembered_for_tables_of_the_same_shape(
    run: Run, path: Path, survey: Path, tmp_path: Path
) -> None:
    run("import", survey, "--map", "date=when,text=comment", "--corpus", path)
    other = tmp_path / "april.csv"
    other.write_text("score,comment,when\n3,Another one to keep,30/4/2024\n")

    outcome = run("import", other, "--corpus", path)

    assert "as was said of such a table before" in outcome.out
    assert [one["date"] for one in reviews(run, path)] == [
        "2024-03-01",
        "2024-03-14",
        "2024-03-20",
        "2024-04-30",
    ]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("text=nothing", "has no column 'nothing'"),
        ("txt=comment", "There is no field 'txt'"),
        ("text", "does not say which column"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(run: Run, path: Path, survey: Path, said: str, why: str) -> None:
    outcome = run("import", survey, "--map", said, "--corpus", path)

    assert outcome.code == 2
    assert why in outcome.err
    assert not path.exists()


def test_options_are_refused_where_they_say_nothing(
    run: Run, path: Path, survey: Path, tmp_path: Path
) -> None:
    (tmp_path / "page.txt").write_text("Good.")

    assert run("import", survey, "--split", "none", "--corpus", path).code == 2
    assert run("import", tmp_path / "page.txt", "--map", "text=comment", "--corpus", path).code == 2


def test_a_preview_shows_every_field_and_writes_nothing(run: Run, path: Path, survey: Path) -> None:
    outcome = run("import", survey, "--map", "date=when", "--preview", "--corpus", path)

    assert "  1  The first one, it was" in outcome.out
    assert "rating 4 of 10 · date 2024-03-01" in outcome.out
    assert "Nothing was written" in outcome.err
    assert not path.exists()


def test_a_preview_says_which_rows_would_be_rejected(run: Run, path: Path, survey: Path) -> None:
    survey.write_text(SURVEY + "15/3/2024,One more of them,ten\n", newline="")

    outcome = run("import", survey, "--preview", "--corpus", path)

    assert "survey.csv, line 8: column score: 'ten' is no number: it would be rejected." in outcome.err
    assert "date from when" not in outcome.err


def test_a_preview_knows_what_was_said_before(run: Run, path: Path, survey: Path) -> None:
    run("import", survey, "--map", "title=comment,text=when", "--corpus", path)

    outcome = run("import", survey, "--preview", "--corpus", path)

    assert "title from comment" in outcome.err


def test_rejected_rows_are_reported_and_can_be_mended_and_imported(
    run: Run, path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "play.csv"
    header = "reviewId,userName,content,score,thumbsUpCount,at\n"
    good = 'r1,kim,"Good, really",5,0,2024-01-02\n'
    file.write_text(
        header + good + "r2,lee,Bad,7,0,2024-01-02\nr3,lee,Worse,9,0,2024-01-02\nr4,max,Odd,1\n"
        'r5,max,"An "odd" one",1,0,2024-01-02\nr6,max,Fine,3,0,2024-02-30\nr7,ann,,3,0,2024-02-20\n'
    )

    outcome = run("import", file, "--corpus", path)

    assert "1 new review (number 1), 1 without a text, 5 rejected, 7 rows read" in outcome.out
    assert "play.csv, lines 3, 4: column score: '7' is not a rating from 1 to 5." in outcome.err
    assert "line 5: it has 4 cells where the header has 6" in outcome.err
    assert "line 6: a quote stands within a value" in outcome.err
    assert "line 7: column at: '2024-02-30' is a day that no calendar has" in outcome.err
    rejects = tmp_path / "play.rejects.csv"
    assert rejects.read_text().splitlines()[:2] == [header.strip(), "r2,lee,Bad,7,0,2024-01-02"]
    mended = rejects.read_text().replace(",7,", ",1,").replace(",9,", ",1,").replace('"odd"', "odd")
    rejects.write_text(mended.replace("max,Odd,1", "max,Odd,1,0,").replace("02-30", "02-28"))
    assert "5 new reviews" in run("import", rejects, "--corpus", path).out
    assert "already there" in run("import", file, "--corpus", path).out
    assert (tmp_path / "play.rejects-2.csv").exists()


def test_rows_of_which_none_can_be_taken_in_are_refused_whole(run: Run, path: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"text": "Good.", "rating": 4}\nno json\n')
    run("import", file, "--corpus", path)
    file.write_text('{"text": ["x"], "rating": 4}\nno json\n')

    outcome = run("import", file, "--map", "text=text", "--corpus", path)

    assert outcome.code == 1
    assert "None of the 2 rows" in outcome.err
    assert run("count", "--corpus", path).out == "1\n"


def test_a_changed_text_updates_the_review_and_keeps_its_labels_and_the_old_text(
    run: Run, path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "r.jsonl"
    record = {"reviewId": "r1", "userName": "kim", "content": "Bad.\nReally.", "score": 1, "at": "2024-01-02"}
    file.write_text(json.dumps(record) + "\n" + json.dumps({**record, "reviewId": "r2"}))
    run("import", file, "--corpus", path)
    run("tag", 1, "critical", "--corpus", path)
    file.write_text(json.dumps({**record, "content": "Good now.", "score": 5}))

    outcome = run("import", file, "--corpus", path)

    assert "0 new reviews, 1 changed, 1 row read" in outcome.out
    first, second = reviews(run, path)
    assert (first["text"], first["rating"], first["labels"]) == ("Good now.", 5.0, ["critical"])
    assert second["text"] == "Bad.\nReally."
    assert "Bad." in run("history", 1, "--corpus", path).out
    assert run("check", "--corpus", path).code == 0
    assert run("undo", "--yes", "--corpus", path).code == 0
    assert reviews(run, path)[0]["text"] == "Bad.\nReally."


def test_of_an_id_that_stands_twice_in_a_file_the_later_counts(run: Run, path: Path, tmp_path: Path) -> None:
    file = tmp_path / "r.jsonl"
    record = {"reviewId": "r1", "userName": "kim", "content": "Bad.", "score": 1, "at": "2024-01-02"}
    file.write_text(json.dumps(record) + "\n" + json.dumps({**record, "content": "Good."}))

    outcome = run("import", file, "--corpus", path)

    assert "1 new review (number 1), 1 changed, 2 rows read" in outcome.out
    assert [one["text"] for one in reviews(run, path)] == ["Good."]
    assert run("check", "--corpus", path).code == 0


def test_a_review_that_was_split_and_one_that_was_merged_are_known_again(
    run: Run, path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "r.jsonl"
    records = [
        {"reviewId": f"r{at}", "userName": "kim", "content": text, "score": 1, "at": "2024-01-02"}
        for at, text in enumerate(("One.\nTwo.", "Three.", "Four."))
    ]
    file.write_text("\n".join(map(json.dumps, records)))
    run("import", file, "--corpus", path)
    run("split", 1, "--at", 1, "--corpus", path)
    run("merge", 2, 3, "--corpus", path)

    outcome = run("import", file, "--corpus", path)

    assert "0 new reviews, 3 already there" in outcome.out
    assert run("check", "--corpus", path).code == 0


def test_two_readers_who_wrote_the_same_are_two_reviews(run: Run, path: Path, tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_text("review,stars\nGood.,5\nGood.,5\n")

    assert "2 new reviews" in run("import", file, "--corpus", path).out
    assert "0 new reviews, 2 already there" in run("import", file, "--corpus", path).out


def test_tables_are_taken_from_folders_patterns_archives_and_standard_input(
    run: Run, path: Path, tmp_path: Path, survey: Path
) -> None:
    folder = tmp_path / "all" / "deep"
    folder.mkdir(parents=True)
    (folder / "a.csv.gz").write_bytes(gzip.compress(b"review,stars\nGood.,5\n"))
    (folder / "b.jsonl").write_text('{"text": "Better.", "rating": 3}')
    (folder / "left.out.bin").write_bytes(b"\0")
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.write(survey, "s.csv")

    assert run("import", tmp_path / "all", "--corpus", path).out.count("1 new review") == 2
    assert "c.zip/s.csv: 3 new reviews" in run("import", f"{tmp_path}/*.zip", "--corpus", path).out
    data = b'[{"text": "From a pipe, this one."}]'
    assert "1 new review" in run("import", "-", "--corpus", path, stdin=data).out
    assert run("import", f"{tmp_path}/*.none", "--corpus", path).code == 1
    (tmp_path / "empty").mkdir()
    assert run("import", tmp_path / "empty", "--corpus", path).code == 1
    assert run("count", "--corpus", path).out == "6\n"


SPOILT = [
    ("a.json", b'[{"text": "Good."}, {"text": "cut of', "Line 1 of a.json cannot be read"),
    ("a.json", b'{"a": 1}', "holds no list of objects"),
    ("a.json", b"[]", "holds no list of objects"),
    ("a.csv", b"review,stars\n", "a table without rows"),
    ("a.csv", b"x,y\n1,2\n", "No column of a.csv holds the text of reviews; it has x, y"),
    ("a.jsonl", b"no json\n", "a.jsonl holds no reviews. Line 1: it is no JSON"),
    ("a.parquet", b"PAR1 and nothing", "a.parquet is damaged"),
    ("a.xlsx", b"PK\x03\x04 and nothing", "a.xlsx is "),
    ("a.xlsx", b"nothing", "a.xlsx is damaged"),
]


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_spoilt_table_is_refused_whole(
    run: Run, path: Path, tmp_path: Path, spoilt: tuple[str, bytes, str]
) -> None:
    name, data, why = spoilt
    (tmp_path / name).write_bytes(data)

    outcome = run("import", tmp_path / name, "--corpus", path)

    assert outcome.code == 1
    assert why in outcome.err
    assert not path.exists()
