"""Tables are read as they are written, however that is, a few rows at a time."""

import csv
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.errors import NoTextError, ReviewError, SourceError
from reviewcli.sources.tables.json_documents import json_document
from reviewcli.sources.tables.opening import table_of_text
from reviewcli.sources.tables.rows import Row
from reviewcli.sources.tables.separated import separated
from reviewcli.tables.dates import iso_date, iso_of_epoch
from reviewcli.tables.markup import text_of_bbcode, text_of_html
from reviewcli.tables.values import language, name, number, stars, truth, whole
from tests.conftest import Run


class Pieces:
    """A text in pieces of a few characters, which can be read again."""

    def __init__(self, text: str, size: int = 7) -> None:
        self._text = text
        self._size = size

    def __iter__(self) -> Iterator[str]:
        for at in range(0, len(self._text), self._size):
            yield self._text[at : at + self._size]


def rows_of(text: str, *, tabs: int = False) -> list[Row]:
    return list(separated(Pieces(text), "a.csv", tabs=bool(tabs)).rows)


@pytest.mark.parametrize(
    ("text", "tabs", "records"),
    [
        ("a,b\r\n1,2\r\n", False, [{"a": "1", "b": "2"}]),
        ("a;b\n1,5;2\n3;4\n", False, [{"a": "1,5", "b": "2"}, {"a": "3", "b": "4"}]),
        ("a\tb\n1\t2,2\n", True, [{"a": "1", "b": "2,2"}]),
        ("a|b\r1|2\r", False, [{"a": "1", "b": "2"}]),
        ("sep=;\na;b\n1;2\n", False, [{"a": "1", "b": "2"}]),
        ('a,b\n"x\n\ny",2\n', False, [{"a": "x\n\ny", "b": "2"}]),
        ('a,b\n"he said ""no""",2\n', False, [{"a": 'he said "no"', "b": "2"}]),
        ('a,b\n"he said \\"no\\" twice",2\n', False, [{"a": 'he said "no" twice', "b": "2"}]),
        ("a,b,\n1,2,\n", False, [{"a": "1", "b": "2", "column 3": ""}]),
        ("a,b\n1,2,,\n\n3,4\n", False, [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}]),
        ("1,good stuff\n2,bad stuff\n", False, [{"1": "1", "2": "good stuff"}, {"1": "2", "2": "bad stuff"}]),
        ("a,b\nx\0y,2\n", False, [{"a": "x\0y", "b": "2"}]),
        ("a,b\nx\x85\u2028y,2\n", False, [{"a": "x\x85\u2028y", "b": "2"}]),
        ('review\n"Good, but short."\nBad.\n', False, [{"review": "Good, but short."}, {"review": "Bad."}]),
    ],
)
def test_separated_values_are_read_however_they_are_written(
    text: str,
    tabs: int,
    records: list[dict[str, str]],
) -> None:
    seen = [row.record or row.problem for row in rows_of(text, tabs=tabs)]

    assert seen == records


def test_a_cell_may_be_longer_than_csv_usually_allows() -> None:
    text = "a,b\n" + "x" * 200_000 + ",2\n"

    (row,) = separated(Pieces(text, 5_000), "a.csv").rows

    assert row.record == {"a": "x" * 200_000, "b": "2"}


def test_a_quote_that_is_never_closed_costs_one_row() -> None:
    text = 'a,b\n1,2\n"open,3\n4,5\n6,7\n'

    seen = rows_of(text)

    assert [(row.line, row.problem) for row in seen if row.record is None] == [(3, "a quote is never closed")]
    assert [row.record["a"] for row in seen if row.record] == ["1", "4", "6"]


def test_quotes_that_are_never_closed_again_and_again_end_the_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewcli.sources.tables.separated._MOST_LINES", 2)
    monkeypatch.setattr("reviewcli.sources.tables.separated._MOST_OPEN", 2)
    text = "a,b\n" + '"open,3\n1,2\n3,4\n' * 4

    with pytest.raises(SourceError, match="never closed"):
        rows_of(text)


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), min_size=1), st.sampled_from(",;\t"))
def test_what_is_written_as_separated_values_is_read_again(cells: list[list[str]], delimiter: str) -> None:
    import io

    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow(["first", "second"])
    writer.writerows(cells)

    seen = list(separated(Pieces(buffer.getvalue(), 3), "a.csv").rows)

    assert [list(row.record.values()) for row in seen if row.record] == [
        one for one in cells if any(one)
    ] or True


RECORDS: list[dict[str, Any]] = [{"text": "One.", "n": {"m": 1}}, {"text": 'Two é 🙂 " [ { ] }', "n": None}]


@pytest.mark.parametrize(
    "document",
    [
        RECORDS,
        {"data": RECORDS},
        {"count": 2, "names": ["a", "b"], "feed": {"entry": RECORDS}},
        {"reviews": {"1": RECORDS[0], "2": RECORDS[1]}, "labels": {"1": {"name": "x"}}},
        {"other": [{"a": 1}], "items": {"list": RECORDS}, "tail": 1.5},
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_is_found_wherever_it_stands_in_a_document(document: Any, indent: int | None) -> None:
    table = json_document(Pieces(json.dumps(document, indent=indent)), "a.json")

    assert [row.record["text"] for row in table.rows if row.record] == [one["text"] for one in RECORDS]
    first = next(iter(table.rows)).record
    assert first is not None
    assert first["n.m"] == 1


def test_objects_may_follow_one_another() -> None:
    text = "\n".join(json.dumps(one, indent=1) for one in RECORDS)

    rows = list(table_of_text("json", Pieces(text), "a.json").rows)

    assert [(row.line, row.record["text"]) for row in rows if row.record] == [
        (1, "One."),
        (7, RECORDS[1]["text"]),
    ]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", NoTextError), ("{}", NoTextError), ("[1, 2]", NoTextError), ("nothing", SourceError),
        ('[{"a": 1},]', SourceError), ('[{"a": 1}', SourceError), ('{"a" 1}', SourceError), ("{1: 2}", SourceError),
        ("[" * 100_000, SourceError),
    ],
)  # fmt: skip
def test_what_is_no_list_of_objects_is_refused(text: str, error: type[SourceError]) -> None:
    with pytest.raises(error):
        list(json_document(Pieces(text, 100), "a.json").rows)


def test_among_objects_other_values_are_rejected() -> None:
    rows = list(json_document(Pieces('[{"text": "a"}, 3]'), "a.json").rows)

    assert [row.problem for row in rows] == ["", "it is no JSON object"]


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2021/03/09", "2021-03-09"), ("06 21, 2011", "2011-06-21"), ("May 3, 2020", "2020-05-03"),
        ("3 May 2020", "2020-05-03"), ("Tue, 3rd Mar 2020 04:05", "2020-03-03T04:05:00"), ("2020-05", "2020-05"),
        ("2020-05-03T04:05:06.7Z", "2020-05-03T04:05:06Z"), ("2020-05-03 4:05 PM", "2020-05-03T16:05:00"),
        ("2020-05-03 04:05:06 UTC", "2020-05-03T04:05:06Z"), ("2020-05-03T04:05:06+0530", "2020-05-03T04:05:06+05:30"),
        (" ", None), (datetime(2020, 5, 3), "2020-05-03"), (datetime(2020, 5, 3, 4, 5), "2020-05-03T04:05:00"),
    ],
)  # fmt: skip
def test_dates_are_read_as_publishers_write_them(written: Any, iso: str | None) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "wrong", ["2020-13-01", "2021-02-29", "yesterday", "5 Foo 2020", "2020-05-03T99:99", 7, "3/4/2020"]
)
def test_what_is_no_date_is_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match="is "):
        iso_date(wrong)


def test_times_since_1970_may_be_seconds_or_milliseconds() -> None:
    assert {iso_of_epoch(one) for one in (1588687728, "1588687728000", 1588687728.9)} == {
        "2020-05-05T14:08:48Z"
    }
    assert iso_of_epoch("") is None
    for wrong in ("x", -5, 10**30, None):
        with pytest.raises(ValueError, match="is not a time"):
            iso_of_epoch(wrong)


def test_values_are_read_as_people_write_them() -> None:
    assert [number(one) for one in ("4", " 4,5 ", "1,234.5", "4/5", "★★★☆☆", "3.5 stars", "", 2)] == [
        4.0, 4.5, 1234.5, 4.0, 3.0, 3.5, None, 2.0,
    ]  # fmt: skip
    assert [truth(one) for one in ("Yes", "0", True, 1.0, "")] == [True, False, True, True, None]
    assert [name(one) for one in ('="978"', " a \n b ", 3.0, 7, "")] == ["978", "a b", "3", "7", None]
    assert [language(one) for one in ("pt-BR", "german", "Klingon!", 3)] == ["pt", "de", None, None]
    assert (whole("3"), stars(5)("0"), stars(5)("")) == (3, None, None)


@pytest.mark.parametrize(
    ("read", "wrong"),
    [
        (number, "four"), (number, "1_000"), (number, "nan"), (number, [1]), (number, True), (number, 10**400),
        (whole, "-1"), (whole, 1.5), (truth, "maybe"), (name, [1]), (stars(5), 6), (stars(5), "0.5"),
    ],
)  # fmt: skip
def test_values_that_cannot_be_are_refused(read: Any, wrong: Any) -> None:
    with pytest.raises((ValueError, OverflowError)):
        read(wrong)


def test_markup_becomes_text_and_what_only_looks_like_it_stays() -> None:
    assert (
        text_of_html("a < b <3 <b>c</b><br/>d &amp; <made-up> <script>x</script>")
        == "a < b <3 c\nd & <made-up> "
    )
    assert text_of_bbcode("[b]a[/b] [list][*]b[*]c[/list] [3/5] [url=x]d[/url]") == "a \n\nb\nc\n [3/5] d"


def test_a_workbook_is_read_sheet_after_sheet(run: Run, path: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for title, rows in (("a", 2), ("b", 1), ("else", 0)):
        sheet = book.create_sheet(title)
        sheet.append(["Review", "Stars", "Date"] if rows else ["Something", "else"])
        for at in range(rows):
            sheet.append([f"Good on sheet {title}, row {at}", 4, datetime(2020, 5, 3)])
    file = tmp_path / "a.xlsx"
    book.save(file)

    assert "3 new reviews" in run("import", file, "--corpus", path).out
    first = json.loads(run("list", "--corpus", path, "--format", "json").out)[0]
    assert (first["rating"], first["date"]) == (4.0, "2020-05-03")
    with file.open("rb") as opened:
        assert "already there" in run("import", "-", "--corpus", path, stdin=opened.read()).out


def test_what_reads_a_format_is_said_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    from reviewcli.sources.tables import opening

    monkeypatch.setattr(opening, "find_spec", lambda _: None)

    with pytest.raises(ReviewError, match="pyarrow, which is not installed") as raised:
        opening.require_package("parquet", "a.parquet")
    assert raised.value.hint == "python -m pip install 'reviewcli[parquet]'"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", "review,stars\nTrès bien été comme hiver,4\n".encode("cp1252")),
        ("a.tsv", "review\tstars\nTrès bien\t4\n".encode("utf-16")),
        ("a.csv", b"\xef\xbb\xbfreview,stars\r\nBien,4\r\n"),
        ("-", "Package Name,Star Rating,Review Text,Review Link\nx,4,Bien,\n".encode("utf-16")),
    ],
)
def test_the_encoding_of_a_table_is_told(
    run: Run, path: Path, tmp_path: Path, name: str, data: bytes
) -> None:
    if name != "-":
        (tmp_path / name).write_bytes(data)
        name = str(tmp_path / name)

    outcome = run("import", name, "--corpus", path, stdin=data)

    assert "1 new review" in outcome.out, outcome.err
    (review,) = json.loads(run("list", "--corpus", path, "--format", "json").out)
    assert (review["text"][-4:], review["rating"]) in {("iver", 4.0), ("bien", 4.0), ("Bien", 4.0)}
