"""Whatever stands in a review is in every format what it was, and acts in none."""

import csv
import io
import json

import pytest
from lxml import html  # type: ignore[import-untyped]  # it has none
from markdown_it import MarkdownIt

from reviewcli.formats.registry import FORMATS
from reviewcli.formats.wellformed import wellformed
from reviewcli.model import Review, Span
from reviewcli.spreadsheet import original_cell
from tests.exported import given, written
from tests.test_naughty import LIST

ODD = [
    *(
        "\ud800 half",
        "a\x00b",
        "\r",
        "\u2028",
        "x" * 40_000,
        "😀" * 20_000,
        "_x0041_",
        "\ufffe\uffff",
        "\x0b\x0c",
    ),
    *(
        "__label__positive",
        "<script>alert(1)</script>",
        "</style>",
        "    code",
        "1. one",
        "[a](javascript:b)",
    ),
]


@pytest.fixture(scope="module")
def reviews() -> list[Review]:
    """Reviews of which every part that a person wrote is a naughty string."""
    listed = json.loads(LIST.read_text(encoding="utf-8")) if LIST.exists() else []
    texts = [*(text for text in listed if text), *ODD]
    return [
        Review(
            number=number,
            key=f"{number}",
            text=text,
            source=text[:50],
            span=Span(0, 1),
            title=text,
            author=text,
            item=text[:9],
            annotations=(given("positive", text[:20]),),
            notes=(text,),
        )
        for number, text in enumerate(texts, start=1)
    ]


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.needs])
def test_every_format_can_be_written(name: str, reviews: list[Review]) -> None:
    assert written(name, reviews).decode()


@pytest.mark.parametrize("name", ["jsonl", "doccano", "prodigy", "huggingface"])
def test_lines_are_one_review_each(name: str, reviews: list[Review]) -> None:
    lines = written(name, reviews).decode().split("\n")

    expected = reviews if name == "jsonl" else wellformed(reviews)
    assert [json.loads(line)["text"] for line in lines[:-1]] == [review.text for review in expected]


def test_tables_give_every_text_back(reviews: list[Review]) -> None:
    rows = csv.DictReader(io.StringIO(written("csv", reviews).decode(), newline=""))

    assert [original_cell(row["text"]) for row in rows] == [review.text for review in wellformed(reviews)]


def test_a_text_of_fasttext_holds_no_label(reviews: list[Review]) -> None:
    lines = written("fasttext", reviews).decode().split("\n")[:-1]

    assert len(lines) == len(reviews)
    assert {sum(word.startswith("__label__") for word in line.split()) for line in lines} == {1}


def test_nothing_in_markdown_is_markup_of_a_review(reviews: list[Review]) -> None:
    tokens = MarkdownIt().parse(written("md", reviews).decode())

    kinds = {token.type.rpartition("_")[0] or token.type for token in tokens}
    inside = {part.type for token in tokens for part in token.children or ()}
    assert kinds == {"heading", "paragraph", "bullet_list", "list_item", "inline"}
    assert inside == {"text", "strong_open", "strong_close"}


def test_nothing_on_the_page_is_an_element_of_a_review(reviews: list[Review]) -> None:
    page = html.fromstring(written("html", reviews).decode())

    assert len(page.findall(".//article")) == len(reviews)
    elements = {one.tag for one in page.iter() if isinstance(one.tag, str)}
    ours = "html head meta title style body header h1 input div button p main article h2 a span ul li small"
    assert elements == {*ours.split(), "dl", "dt", "dd", "aside", "script"}
    assert len(page.findall(".//script")) == 1
    assert {name for one in page.iter("a") for name in one.attrib} == {"href"}


def test_parquet_and_workbooks_hold_every_text(reviews: list[Review]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    openpyxl = pytest.importorskip("openpyxl")
    unescape = pytest.importorskip("openpyxl.utils.escape").unescape
    texts = [review.text for review in wellformed(reviews)]

    rows = parquet.read_table(io.BytesIO(written("parquet", reviews))).to_pylist()
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", reviews))).active
    cells = [unescape(row[2]) for row in sheet.iter_rows(min_row=2, values_only=True)]

    assert [row["text"] for row in rows] == texts
    assert [cell for cell in cells if len(cell) < 16_000] == [text for text in texts if len(text) < 16_000]
