"""The programs that files are exported for read them, with their own readers, as they are meant."""

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from reviewcli.records import record
from reviewcli.spreadsheet import original_cell
from tests.exported import DISAGREED, REVIEWS, RIGHT_TO_LEFT, SCHEME, TIED, given, write_files, written

TEXTS = [review.text for review in REVIEWS]


@pytest.mark.parametrize(("name", "separator"), [("csv", ","), ("tsv", "\t"), ("sklearn", ",")])
def test_pandas_reads_tables(tmp_path: Path, name: str, separator: str) -> None:
    pandas = pytest.importorskip("pandas")

    frame = pandas.read_csv(write_files(name, tmp_path / "a"), sep=separator, keep_default_na=False)

    assert [original_cell(text) for text in frame["text"]] == TEXTS
    if name == "sklearn":
        assert list(frame["sentiment"]) == ["positive", "", "", ""]
        assert list(frame["funny"]) == [0, 1, 0, 0]


def test_pandas_reads_json_lines(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")

    frame = pandas.read_json(write_files("jsonl", tmp_path / "a"), lines=True)

    assert list(frame["text"]) == TEXTS


def test_parquet_holds_all_that_json_does(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")

    table = parquet.read_table(write_files("parquet", tmp_path / "a.parquet"))

    assert table.to_pylist() == [record(review) for review in REVIEWS]


def test_openpyxl_reads_texts_and_numbers(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    unescape = pytest.importorskip("openpyxl.utils.escape").unescape

    sheet = openpyxl.load_workbook(write_files("xlsx", tmp_path / "a.xlsx"))["reviews"]
    header, *rows = sheet.iter_rows(values_only=True)
    found = [dict(zip(header, row, strict=True)) for row in rows]

    assert [unescape(row["text"]) for row in found] == TEXTS
    assert (found[0]["rating"], found[0]["verified"]) == (4.5, True)
    assert {cell.data_type for cell in sheet["C"]} == {"s"}


def test_spacy_reads_documents_and_what_is_known_of_each_label(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    tokens = pytest.importorskip("spacy.tokens")

    bin_ = tokens.DocBin().from_disk(write_files("spacy", tmp_path / "a.spacy"))
    found = list(bin_.get_docs(spacy.blank("en").vocab))

    assert [one.text for one in found] == TEXTS
    assert found[0].cats == {"positive": 1.0, "mixed": 0.0, "critical": 0.0, "neutral": 0.0, "funny": 0.0}
    assert found[1].cats == {"text": 1.0, "funny": 1.0}
    assert found[1].user_data == {"number": 2, "key": "b2"}


@pytest.mark.parametrize("name", ["huggingface", "huggingface-parquet"])
def test_datasets_loads_the_folder_with_its_labels_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    datasets = pytest.importorskip("datasets")

    loaded = datasets.load_dataset(
        str(write_files(name, tmp_path / "set")), cache_dir=str(tmp_path / "cache")
    )
    train = loaded["train"]

    assert list(train["text"]) == TEXTS
    assert train.features["sentiment"].names == ["positive", "mixed", "critical", "neutral"]
    assert list(train["sentiment"]) == [0, None, None, None]
    assert train.features["labels"].feature.names == ["funny"]
    assert list(train["labels"]) == [[], [0], [], []]
    assert next(iter(train["notes"])) == ["Odd,\nindeed.", "=1+1"]
    assert list(train["title"]) == ["", None, "+1 <b>", None]


def test_label_studio_takes_the_tasks_for_its_configuration(tmp_path: Path) -> None:
    interfaces = pytest.importorskip("label_studio_sdk.label_interface")
    file = write_files("labelstudio", tmp_path / "tasks.json")

    interface = interfaces.LabelInterface((tmp_path / "tasks.xml").read_text())
    interface.validate()
    tasks = json.loads(file.read_text())

    assert {name: [*control.labels_attrs] for name, control in interface._controls.items()} == {
        "sentiment": ["positive", "mixed", "critical", "neutral"],
        "length": ["text"],
        "labels": ["funny"],
    }
    answers = [one for task in tasks for one in task["annotations"]]
    assert all(interface.validate_annotation(one) for one in answers)
    assert len(answers) == 6
    assert [one["result"][0]["meta"]["annotator"] for one in tasks[0]["annotations"]] == ["ada", "ben", "çem"]
    assert not any("completed_by" in one for one in answers)


def test_an_annotator_known_by_a_mail_address_is_named_to_label_studio() -> None:
    review = replace(DISAGREED, annotations=(given("mixed", "ada@example.org"),))

    (task,) = json.loads(written("labelstudio", [review]))

    assert task["annotations"][0]["completed_by"] == {"email": "ada@example.org"}


def test_label_studio_converts_the_tasks(tmp_path: Path) -> None:
    converting = pytest.importorskip("label_studio_sdk.converter")
    file = write_files("labelstudio", tmp_path / "tasks.json")

    converter = converting.Converter(str(tmp_path / "tasks.xml"), str(tmp_path))
    converter.convert_to_json_min(str(file), str(tmp_path / "out"), is_dir=False)
    (result,) = (tmp_path / "out").glob("*.json")
    found = json.loads(result.read_text())

    assert [(one["id"], one.get("sentiment")) for one in found if one.get("sentiment")] == [
        (1, "positive"),
        (1, "critical"),
        (1, "positive"),
        (5, "positive"),
        (5, "critical"),
    ]


@pytest.fixture
def argilla(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The package, with a client that is connected to nothing."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    package = pytest.importorskip("argilla")
    kinds = ("fields", "questions", "metadata", "vectors", "datasets", "records")
    nothing = SimpleNamespace(api=SimpleNamespace(**dict.fromkeys(kinds)))
    monkeypatch.setattr(package.Argilla, "_default_client", nothing)
    return package


def test_argilla_reads_settings_and_records(tmp_path: Path, argilla: Any) -> None:
    folder = write_files("argilla", tmp_path / "set")

    settings = argilla.Settings.from_json(folder / ".argilla" / "settings.json")
    records = [argilla.Record.from_dict(one) for one in json.loads((folder / "records.json").read_text())]

    assert [(one.name, one.labels) for one in settings.questions] == [
        ("sentiment", ["positive", "mixed", "critical", "neutral"]),
        ("length", ["text", "none"]),
        ("labels", ["funny", "none"]),
    ]
    assert records[1].suggestions["labels"].agent == "ada"
    assert records[0].suggestions["sentiment"].agent is None  # a server takes no such letters in its name
    assert [one.fields["text"] for one in records] == TEXTS
    assert [(one.question_name, one.value) for one in records[0].suggestions] == [("sentiment", "positive")]
    assert records[1].suggestions["labels"].value == ["funny"]


def test_argilla_reads_the_answers_of_each_annotator(tmp_path: Path, argilla: Any) -> None:
    folder = write_files("argilla", tmp_path / "set", labels="all")

    records = [argilla.Record.from_dict(one) for one in json.loads((folder / "records.json").read_text())]

    assert [one.value for one in records[0].responses["sentiment"]] == ["positive", "critical", "positive"]
    assert len({one.user_id for one in records[0].responses["sentiment"]}) == 3
    assert records[0].metadata["annotators"] == ["ada", "ben", "çem"]


def test_prodigy_has_a_line_for_each_answer(tmp_path: Path) -> None:
    lines = write_files("prodigy", tmp_path / "a").read_text().splitlines()
    found = [json.loads(line) for line in lines]

    assert [(one["meta"]["number"], one.get("_annotator_id"), one.get("accept")) for one in found] == [
        (1, "ada", ["positive"]),
        (1, "ben", ["critical"]),
        (1, "çem", ["positive"]),
        (2, "ada", ["funny", "text"]),
        (4, None, None),
        (5, "ada", ["positive"]),
        (5, "ben", ["critical"]),
    ]
    assert found[0]["_timestamp"] == 1767323045
    assert found[0]["text"] == DISAGREED.text
    assert {one["id"] for one in found[0]["options"]} == set(SCHEME.names)
    assert (RIGHT_TO_LEFT.text, TIED.text) == (found[3]["text"], found[5]["text"])
