"""Reviews that stand one by one in a file are taken in as they are, and wrong lines are named."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

LINES = [
    {
        "id": "r1",
        "text": "Good lamp.\n\n  Bright.  ",
        "title": "Five  stars",
        "author": "Ada",
        "rating": 4,
        "date": "2024-05-31",
        "language": "en-GB",
        "item": 17,
        "other": [1],
    },
    {
        "text": "Το φως είναι πολύ καλό και η λάμπα είναι όμορφη.",
        "rating": "3.5",
        "language": "?",
        "title": None,
    },
]


def written(folder: Path, *lines: object, name: str = "reviews.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_every_object_is_a_review_with_its_fields(run: Run, tmp_path: Path, path: Path) -> None:
    file = written(tmp_path, *LINES)

    imported = run("import", file, "--corpus", path)
    first, second = json.loads(run("list", "--format", "json", "--corpus", path).out)

    assert imported.code == 0
    assert first["text"] == "Good lamp.\nBright."
    assert [first[name] for name in ("title", "author", "rating", "date", "language", "item")] == [
        *("Five stars", "Ada", 4.0, "2024-05-31", "en", "17")
    ]
    assert (first["source"], first["confidence"]) == ("reviews.jsonl", 1.0)
    assert (second["rating"], second["language"], second["title"]) == (3.5, "el", None)
    assert run("check", "--corpus", path).code == 0


def test_a_second_import_adds_only_what_is_new(run: Run, tmp_path: Path, path: Path) -> None:
    run("import", written(tmp_path, LINES[0], LINES[0]), "--corpus", path)

    again = run("import", written(tmp_path, LINES[0], LINES[0], LINES[1]), "--corpus", path)

    assert "1 new review" in again.out
    assert run("count", "--corpus", path).out == "3\n"


def test_a_mark_blank_lines_and_a_missing_last_end_do_not_matter(
    run: Run, tmp_path: Path, path: Path
) -> None:
    file = tmp_path / "marked.ndjson"
    file.write_bytes(b'\xef\xbb\xbf{"text": "One."}\r\n\n  \n{"text": "Two."}')

    assert run("import", file, "--corpus", path).code == 0
    assert [
        json.loads(line)["text"]
        for line in run("list", "--format", "jsonl", "--corpus", path).out.splitlines()
    ] == [*("One.", "Two.")]


@pytest.mark.parametrize(
    ("line", "said"),
    [("{", "it is no JSON"), ("[" * 100_000, "it is no JSON"), ('"text"', "it is no JSON object")],
)
def test_a_wrong_line_is_named_and_kept_to_be_mended_and_the_others_are_taken_in(
    run: Run, tmp_path: Path, path: Path, line: str, said: str
) -> None:
    file = tmp_path / "wrong.jsonl"
    file.write_text('{"text": "Fine."}\n' + line + '\n{"text": " \\n "}\n', encoding="utf-8")

    imported = run("import", file, "--corpus", path)

    assert imported.code == 0
    assert "1 new review (number 1), 1 without a text, 1 rejected, 3 rows read" in imported.out
    assert f"wrong.jsonl, line 2: {said}." in imported.err
    assert (tmp_path / "wrong.rejects.jsonl").read_text(encoding="utf-8").strip() == line


def test_lines_of_json_are_not_split(run: Run, tmp_path: Path, path: Path) -> None:
    refused = run("import", written(tmp_path, *LINES), "--split", "blank", "--corpus", path)

    assert refused.code == 2
    assert "stand one by one" in refused.err


def test_a_preview_of_them_writes_nothing(run: Run, tmp_path: Path, path: Path) -> None:
    shown = run("import", written(tmp_path, *LINES), "--preview", "--corpus", path)

    assert shown.code == 0
    assert "Good lamp." in shown.out
    assert not path.exists()
