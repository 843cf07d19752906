"""Labels given in other programs come along with who gave them, and our own exports come back whole."""

import json
from pathlib import Path
from typing import Any

import pytest

from reviewcli.formats.registry import FORMATS
from reviewcli.sources.tables.label_names import label_names, with_names
from tests.conftest import Run
from tests.exported import REVIEWS, write_files
from tests.publishers import lines

TASK = {
    "id": 7,
    "data": {"text": "Great price."},
    "annotations": [
        {"result": [{"id": "r1", "from_name": "sentiment", "to_name": "text", "type": "choices",
                     "value": {"choices": ["Positive"]}}],
         "was_cancelled": False, "completed_by": 10, "created_at": "2024-01-02T03:04:05.000000Z"},
        {"result": [{"type": "choices", "value": {"choices": ["Negative"]}}], "was_cancelled": True,
         "completed_by": {"email": "kim@example.org"}},
        {"result": [{"type": "choices", "value": {"choices": ["Service issue"]}},
                    {"type": "rating", "value": {"rating": 3}}],
         "completed_by": {"email": "kim@example.org"}},
    ],
    "predictions": [{"model_version": "m1", "result": []}],
}  # fmt: skip
ANSWER = {"text": "Great price.", "_input_hash": 5, "_task_hash": 6, "_view_id": "choice", "answer": "accept",
          "options": [{"id": "POSITIVE", "text": "POSITIVE"}], "accept": ["POSITIVE"],
          "_annotator_id": "ann", "_timestamp": 1704164645}  # fmt: skip
RECORD = {
    "id": "x1",
    "fields": {"text": "Great price."},
    "metadata": {},
    "suggestions": {"sentiment": {"value": "neutral", "score": 0.5, "type": "model", "agent": "m"}},
    "responses": {"sentiment": [{"value": "positive", "user_id": "u1", "status": "submitted"},
                                {"value": "mixed", "user_id": "u2", "status": "draft"}]},
}  # fmt: skip
FILES: dict[str, tuple[bytes, list[tuple[str, str]]]] = {
    "doccano.jsonl": (
        lines({"id": 1, "text": "Great price.", "label": ["positive", "cheap"], "Comments": []}).encode(),
        [("positive", "ada"), ("cheap", "ada")],
    ),
    "doccano.csv": (b"id,text,label\n1,Great price.,positive#cheap\n", [("positive", "ada"), ("cheap", "ada")]),
    "imdb.jsonl": (lines({"text": "Great price.", "label": 1}).encode(), [("positive", "ada")]),
    "fasttext.txt": (b"__label__positive __label__cheap Great price.\n", [("positive", "ada"), ("cheap", "ada")]),
    "studio.json": (
        json.dumps([TASK]).encode(),
        [("positive", "annotator-10"), ("service-issue", "kim@example.org")],
    ),
    "studio_min.json": (
        json.dumps([{"text": "Great price.", "id": 3, "sentiment": "Positive", "topic": {"choices": ["cheap"]},
                     "annotator": 1, "annotation_id": 4, "created_at": "", "updated_at": "", "lead_time": 1}]).encode(),
        [("positive", "annotator-1"), ("cheap", "annotator-1")],
    ),
    "prodigy.jsonl": (
        lines(ANSWER, {**ANSWER, "_annotator_id": "bo", "accept": ["NEGATIVE"]}, {**ANSWER, "answer": "reject"}).encode(),
        [("positive", "ann"), ("critical", "bo")],
    ),
    "argilla.json": (json.dumps([RECORD]).encode(), [("positive", "u1")]),
    "argilla_rows.jsonl": (
        lines({"id": "x", "text": "Great price.", "label.responses": ["positive", "mixed"],
               "label.responses.users": ["u1", "u2"],
               "label.responses.status": ["submitted", "discarded"]}).encode(),
        [("positive", "u1")],
    ),
}  # fmt: skip


def exported(run: Run, path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("list", "--corpus", path, "--format", "json").out)
    return found


@pytest.mark.parametrize("name", FILES)
def test_labels_come_along_with_who_gave_them(run: Run, path: Path, tmp_path: Path, name: str) -> None:
    data, labels = FILES[name]
    (tmp_path / name).write_bytes(data)

    outcome = run("import", tmp_path / name, "--corpus", path)

    assert outcome.code == 0, outcome.err
    (review,) = exported(run, path)
    assert review["text"] == "Great price."
    assert [(one["label"], one["annotator"]) for one in review["annotations"]] == labels
    again = run("import", tmp_path / name, "--corpus", path)
    assert "0 new reviews" in again.out
    assert exported(run, path) == [review]
    assert run("check", "--corpus", path).code == 0


def test_what_has_no_place_is_said(run: Run, path: Path, tmp_path: Path) -> None:
    (tmp_path / "spans.jsonl").write_text('{"text": "Great price.", "label": [[0, 5, "ORG"]]}')
    (tmp_path / "studio.json").write_text(json.dumps([TASK]))

    outcome = run("import", tmp_path / "spans.jsonl", tmp_path / "studio.json", "--corpus", path)

    assert "Left out: marked stretches of text of 1 reviews." in outcome.out
    assert "Left out: answers that are no choices of 1 reviews." in outcome.out
    assert "Left out: predictions of a model of 1 reviews." in outcome.out


def test_a_label_that_somebody_gave_here_stays(run: Run, path: Path, tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_bytes(FILES["prodigy.jsonl"][0])
    run("import", tmp_path / "p.jsonl", "--corpus", path)
    run("tag", 1, "mixed", "--as", "ann", "--corpus", path)

    run("import", tmp_path / "p.jsonl", "--corpus", path)

    (review,) = exported(run, path)
    assert ("mixed", "ann") in [(one["label"], one["annotator"]) for one in review["annotations"]]


WHOLE = ("key", "text", "title", "author", "rating", "rating_scale", "date", "language", "item", "source",
         "helpful", "verified", "recommended", "notes")  # fmt: skip
HOLDS_ALL = ["json", "jsonl", "csv", "tsv", "parquet", "xlsx", "tinydb", "labelstudio"]
SUFFIX = {"labelstudio": ".json", "tinydb": ".json", "prodigy": ".jsonl", "doccano": ".jsonl"}


@pytest.mark.parametrize("name", HOLDS_ALL)
def test_our_own_exports_come_back_whole(run: Run, path: Path, tmp_path: Path, name: str) -> None:
    if FORMATS[name].needs:
        pytest.importorskip(FORMATS[name].needs)
    file = write_files(name, tmp_path / f"out{SUFFIX.get(name, f'.{name}')}")

    outcome = run("import", file, "--corpus", path)

    assert outcome.code == 0, outcome.err
    found = exported(run, path)
    assert len(found) == len(REVIEWS)
    for review, there in zip(REVIEWS, found, strict=True):
        assert there["annotations"] == [
            {"label": one.label, "group": one.group, "annotator": one.annotator, "time": one.time}
            for one in review.annotations
        ]
        for field in WHOLE:
            meant = getattr(review, field)
            meant = list(meant) if isinstance(meant, tuple) else meant
            if name in {"csv", "tsv", "xlsx"}:  # a cell cannot tell these
                meant = None if meant == "" else meant
                meant = "\n".join(meant).split("\n") if field == "notes" and meant else meant
            assert there[field] == meant, field
    assert run("check", "--corpus", path).code == 0
    assert "0 new reviews, 4 already there" in run("import", file, "--corpus", path).out


@pytest.mark.parametrize("name", ["huggingface", "huggingface-parquet"])
def test_class_labels_come_back_by_the_names_on_the_card(
    run: Run, path: Path, tmp_path: Path, name: str
) -> None:
    if FORMATS[name].needs:
        pytest.importorskip(FORMATS[name].needs)
    folder = write_files(name, tmp_path / "set", labels="ada")
    folder = folder if folder.is_dir() else folder.parent

    assert run("import", folder, "--corpus", path).code == 0

    found = exported(run, path)
    labels = [[one.label for one in review.annotations if one.annotator == "ada"] for review in REVIEWS]
    assert [one["key"] for one in found] == [one.key for one in REVIEWS]
    assert [sorted(one["labels"]) for one in found] == [sorted(some) for some in labels]
    groups = {one["label"]: one["group"] for review in found for one in review["annotations"]}
    assert groups == {"positive": "sentiment", "funny": "", "text": "length"}


def test_names_are_read_from_what_stands_in_a_parquet_file() -> None:
    info = {"info": {"features": {"label": {"names": ["neg", "pos"]}, "tags": {"feature": {"names": ["a"]}}}}}

    names = label_names({b"huggingface": json.dumps(info).encode()})

    assert names == {"label": ["neg", "pos"], "tags": ["a"]}
    assert with_names({"label": 1, "tags": [0, 7], "x": 1}, names) == {
        "label": "pos",
        "tags": ["a", 7],
        "x": 1,
    }
    assert with_names({"label": -1}, names) == {"label": None}
    assert label_names({b"huggingface": b"no json"}) == {}


@pytest.mark.parametrize("name", ["prodigy", "doccano", "argilla"])
def test_the_labels_of_training_sets_come_back(run: Run, path: Path, tmp_path: Path, name: str) -> None:
    file = write_files(name, tmp_path / f"out{SUFFIX.get(name, '')}", labels="all")
    file = file / "records.json" if file.is_dir() else file

    assert run("import", file, "--corpus", path).code == 0

    found = exported(run, path)
    assert [(one["key"], one["text"], one["title"] or None) for one in found] == [
        (one.key, one.text, one.title or None) for one in REVIEWS
    ]
    annotators = [{(one.label, one.annotator) for one in review.annotations} for review in REVIEWS]
    seen = [{(one["label"], one["annotator"]) for one in review["annotations"]} for review in found]
    assert seen == (annotators if name != "doccano" else seen)
    assert run("check", "--corpus", path).code == 0
