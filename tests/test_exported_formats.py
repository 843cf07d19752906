"""Every format is written as its golden file shows, and says no more and no less than it holds."""

import csv
import io
import json
import os
import zipfile
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]  # it has none
from markdown_it import MarkdownIt
from tinydb import TinyDB, where

from reviewcli.errors import ReviewError, UsageError
from reviewcli.formats.frame import WHOLE
from reviewcli.formats.losses import FACTS, Losses
from reviewcli.formats.registry import FORMATS, format_named, name_by_suffix, writer_of
from reviewcli.formats.scheme import Scheme, columns_of, scheme_of
from reviewcli.formats.xlsx import cell_text
from reviewcli.labels import Label
from reviewcli.model import Review, Span
from reviewcli.records import record
from reviewcli.spreadsheet import original_cell
from tests.exported import ODD_NAME, REVIEWS, SCHEME, TIED, write_files, written

GOLDEN = Path(__file__).parent / "golden" / "exports"
TEXTS = [name for name, form in FORMATS.items() if not form.binary and not form.needs]


@pytest.mark.parametrize("name", TEXTS)
def test_a_format_is_written_as_its_golden_file_shows(name: str) -> None:
    seen = written(name)

    golden = GOLDEN / name
    if os.environ.get("REVIEWCLI_UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(seen)
    assert seen == golden.read_bytes()


@pytest.mark.parametrize("name", ["labelstudio", "huggingface", "argilla"])
def test_what_stands_beside_a_file_is_as_its_golden_file_shows(name: str) -> None:
    beside = writer_of(name).beside(Path("out.json"), [WHOLE], SCHEME)

    for path, content in beside.items():
        golden = GOLDEN / f"{name}-{path.name}"
        if os.environ.get("REVIEWCLI_UPDATE_GOLDEN"):
            golden.write_bytes(content)
        assert content == golden.read_bytes()


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.needs])
def test_no_reviews_and_no_labels_are_written_too(name: str) -> None:
    written(name, (), Scheme({}, ()))
    writer_of(name).beside(Path("out.json"), [WHOLE], Scheme({}, ()))

    if name in {"json", "labelstudio", "argilla", "tinydb"}:
        assert json.loads(written(name, (), Scheme({}, ()))) in ([], {"reviews": {}, "labels": {}})


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_is_what_listings_have(name: str) -> None:
    lines = written(name).decode().splitlines()

    found = json.loads("".join(lines)) if name == "json" else [json.loads(line) for line in lines]
    assert found == [record(review) for review in REVIEWS]


def test_stock_tinydb_opens_what_is_written_for_it(tmp_path: Path) -> None:
    file = tmp_path / "reviews.json"
    file.write_bytes(written("tinydb"))

    with TinyDB(file) as database:
        found = database.table("reviews").search(where("labels").any(["critical"]))
        assert [one.doc_id for one in found] == [1, 5]
        assert dict(database.table("reviews").get(doc_id=2) or {}) == record(REVIEWS[1])
        assert database.table("labels").get(doc_id=5) == {"name": "text", "group": "length"}


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_tables_are_read_back_exactly_and_hold_no_formula(name: str, delimiter: str) -> None:
    rows = list(csv.DictReader(io.StringIO(written(name).decode(), newline=""), delimiter=delimiter))

    assert [original_cell(row["text"]) for row in rows] == [review.text for review in REVIEWS]
    assert [original_cell(row["title"]) for row in rows] == [review.title or "" for review in REVIEWS]
    assert rows[2]["text"].startswith("'=")
    assert [json.loads(row["annotations"] or "[]") for row in rows] == [
        record(review)["annotations"] for review in REVIEWS
    ]


def test_markdown_reads_as_the_texts_do() -> None:
    tokens = MarkdownIt().parse(written("md").decode())

    shown = ["".join(part.content for part in token.children) for token in tokens if token.children]
    assert {token.type for token in tokens if token.children is None} <= {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    }
    for line in TIED.text.split("\n"):
        assert line in shown
    assert "4 · +1 <b>" in shown


def test_the_page_holds_the_texts_and_nothing_of_them_acts() -> None:
    page = html.fromstring(written("html").decode())

    articles = page.findall(".//article")
    shown = ["\n".join(line.text_content() for line in one.findall("./div/p")) for one in articles]
    assert shown[3] == TIED.text
    assert shown[1] == "שלום <U+202E>abc<U+202C>␀ end␍\nnew ␇"
    assert len(page.findall(".//script")) == 1
    assert not page.xpath("//*[@src or @onclick or @onload] | //link | //img | //iframe")
    assert [link.get("href") for link in page.iter("a")] == [f"#review-{one.number}" for one in REVIEWS]
    assert articles[3].find("./div").get("lang") == "el"


def test_a_label_mark_in_a_text_is_no_label_of_fasttext() -> None:
    lines = written("fasttext").decode().splitlines()

    labels = [[word for word in line.split() if word.startswith("__label__")] for line in lines]
    assert labels == [["__label__positive"], ["__label__funny", "__label__text"], [], []]


@pytest.mark.parametrize("name", list(FORMATS))
def test_what_a_format_loses_is_a_known_fact(name: str) -> None:
    assert set(FORMATS[name].lost) <= set(FACTS)


def test_losses_are_counted_by_review() -> None:
    losses = Losses(["titles", "notes", "rivals", "line breaks", "label marks", "ratings", "boundaries"])

    assert list(losses.counted(REVIEWS)) == list(REVIEWS)
    assert losses.told() == [
        ("titles", 2),
        ("notes", 1),
        ("labels that exclude each other, so neither goes out", 2),
        ("line breaks and tabs, which are spaces there", 3),
        ("words that begin with __label__, which are cut in two there", 1),
        ("ratings", 1),
        ("where and why texts were cut", 1),
    ]


def test_every_fact_can_be_told_of_a_review() -> None:
    losses = Losses(FACTS)

    list(losses.counted([*REVIEWS, ODD_NAME]))

    assert len(losses.told()) == len(FACTS) - 1  # none of them is too long for a cell


def test_a_column_is_named_after_its_group_unless_another_has_that_name() -> None:
    scheme = scheme_of([Label("long", "text"), Label("text_label"), Label("x", "text_label_label")])

    assert columns_of(scheme, ("text",)) == {
        "text": "text_label_label",
        "text_label_label": "text_label_label_label",
    }


def test_a_format_is_known_by_its_name_and_by_a_suffix() -> None:
    assert name_by_suffix(Path("A.JSONL")) == "jsonl"
    assert name_by_suffix(Path("a.htm")) == "html"
    assert format_named("spacy").training
    with pytest.raises(UsageError, match=r"a\.txt does not say"):
        name_by_suffix(Path("a.txt"))
    with pytest.raises(UsageError) as error:
        format_named("parket")
    assert error.value.hint.startswith("Did you mean 'parquet'?")


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.needs])
def test_a_package_that_is_missing_is_named_with_the_way_to_get_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewcli.formats.registry.find_spec", lambda _: None)

    with pytest.raises(ReviewError, match="which is not installed") as error:
        writer_of(name)

    assert error.value.hint.startswith("python -m pip install 'reviewcli[")


def test_text_in_a_workbook_is_escaped_and_as_long_as_a_cell() -> None:
    assert cell_text("a\x00b\r\n\t_x0041_ _x41") == "a_x0000_b_x000D_\n\t_x005F_x0041_ _x41"
    assert cell_text("🙂" * 20_000) == "🙂" * 16_383
    assert cell_text("a" * 40_000) == "a" * 32_767


def test_a_workbook_calculates_nothing(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")

    with zipfile.ZipFile(write_files("xlsx", tmp_path / "a.xlsx")) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        styles = archive.read("xl/styles.xml").decode()

    assert "<f>" not in sheet
    assert "=HYPERLINK" in sheet
    assert 'quotePrefix="1"' in styles


def test_more_reviews_than_a_sheet_holds_go_into_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    monkeypatch.setattr("reviewcli.formats.xlsx.ROWS", 3)
    many = [Review(at, f"{at}", f"text {at}", "a", Span(0, 1)) for at in range(1, 8)]
    (tmp_path / "a.xlsx").write_bytes(written("xlsx", many))

    book = openpyxl.load_workbook(tmp_path / "a.xlsx")

    assert [[row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] for sheet in book] == [
        [1, 2, 3],
        [4, 5, 6],
        [7],
    ]


def test_a_file_name_that_is_no_text_is_written_all_the_same() -> None:
    for name in FORMATS:
        if not FORMATS[name].needs:
            assert written(name, [ODD_NAME]).decode()

    assert json.loads(written("jsonl", [ODD_NAME])) == record(ODD_NAME)
    assert b"caf\xef\xbf\xbd.txt" in written("csv", [ODD_NAME])
