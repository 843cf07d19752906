"""Make tables of every kind, some as publishers write them, and spoil single values of them."""

import csv
import io
import json
import random

from tests.publishers import FILES

KINDS = ("csv", "json", "jsonl", "parquet", "xlsx")
VALUES: list[object] = [
    *(None, True, -1, 0, 0.5, 10**400, "", "x" * 9000, "\x1b[2J", "\ud800", "\0", [], {}, [[]], [None]),
    *(
        2**63,
        "2026-13-45T99:99:99",
        "NaN",
        "1e999",
        "\u202e",
        '="1"',
        "=1+1",
        {"text": {"a": "b"}},
        "9" * 5000,
    ),
]
TOKENS = [
    *(
        b'"',
        b'""',
        b",",
        b";",
        b"\t",
        b"\r",
        b"\n",
        b"\0",
        b"\\",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"sep=;\n",
    ),
    *(
        b"[" * 9000,
        b'{"a":' * 9000,
        b"{",
        b"}",
        b"]",
        b"null",
        b"1e999",
        b'"\\ud800"',
        b"9" * 5000,
        b"," * 5000,
    ),
    *(b'"' * 999, b"\n" * 5000, b"__label__", b"PAR1", b"PK\x03\x04", b"<b>", b"&#x110000;", b"\xe2\x80\xae"),
]


def good_table(kind: str, chance: random.Random) -> tuple[str, bytes]:
    """Return the name and the bytes of a table of a kind, one value of it perhaps an odd one."""
    if kind in {"parquet", "xlsx"} or chance.random() < 0.4:
        return f"rows.{kind}", _WRITERS[kind](_rows(chance))
    names = [name for name in FILES if name.rpartition(".")[2] == kind]
    name = chance.choice(names)
    return name, FILES[name]


def _rows(chance: random.Random) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = [
        {
            "text": f"Number {at} was good, I thought.",
            "rating": at % 5,
            "date": "2024-01-02",
            "label": "positive",
        }
        for at in range(chance.choice([1, 3, 50]))
    ]
    for _ in range(chance.choice([0, 0, 1, 5])):
        row = chance.choice(rows)
        row[chance.choice([*row, "more"])] = chance.choice(VALUES)
    return rows


def _json(rows: list[dict[str, object]]) -> bytes:
    return json.dumps(rows).encode()


def _json_lines(rows: list[dict[str, object]]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def _csv(rows: list[dict[str, object]]) -> bytes:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, ["text", "rating", "date", "label", "more"])
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode("utf-8", "surrogatepass")


def _parquet(rows: list[dict[str, object]]) -> bytes:
    import pyarrow
    from pyarrow.parquet import write_table

    plain = [
        {name: str(value).encode("utf-8", "replace").decode() for name, value in row.items()} for row in rows
    ]
    buffer = io.BytesIO()
    write_table(pyarrow.Table.from_pylist(plain), buffer)
    return buffer.getvalue()


def _xlsx(rows: list[dict[str, object]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    names = ["text", "rating", "date", "label", "more"]
    sheet.append(names)
    for row in rows:
        values = [row.get(name) for name in names]
        sheet.append(
            [
                value
                if isinstance(value, str) and value.isprintable() and value.isascii()
                else int(value)
                if isinstance(value, bool | int) and abs(value) < 2**31
                else None
                for value in values
            ]
        )
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


_WRITERS = {"csv": _csv, "json": _json, "jsonl": _json_lines, "parquet": _parquet, "xlsx": _xlsx}
