"""Prepare what else people search reviews with: a naive program, SQLite's shell, ripgrep, sqlite-utils."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.search.generating import RARE, TEN

NAIVE = """
import sys
import typer
from rich.console import Console
from rich.table import Table
from tinydb import TinyDB
app = typer.Typer()
@app.command()
def search(path: str, word: str):
    table = Table("#", "Review")
    for document in TinyDB(path).table("reviews").all():
        if word in document["text"].lower():
            table.add_row(str(document.doc_id), document["text"][:60])
    Console().print(table)
@app.command()
def other(): ...
app()
"""
LARGEST_NAIVE = 100_000


class Rival(NamedTuple):
    """A command that answers a search, and what it is called; `prepare` made what it reads."""

    name: str
    words: list[str]


def missing() -> list[str]:
    """Name the programs that are not installed."""
    return [name for name in ("sqlite3", "rg", "sqlite-utils") if shutil.which(name) is None]


def rivals(folder: Path, lines: Path, count: int) -> Iterator[Rival]:
    """Prepare and give the rivals that are installed, for so many reviews that stand in a file."""
    if count <= LARGEST_NAIVE:
        naive, plain = folder / "naive.py", folder / f"naive-{count}.json"
        naive.write_text(NAIVE, encoding="utf-8")
        _write_tinydb(lines, plain)
        yield Rival("naive TinyDB, rare word", [sys.executable, str(naive), "search", str(plain), RARE.query])
    if shutil.which("sqlite3"):
        database = folder / f"shell-{count}.db"
        build(lines, database)
        best = "SELECT rowid FROM found WHERE found MATCH '{}' ORDER BY rank LIMIT 20;"
        yield Rival("sqlite3 FTS5 by rank, 10 %", ["sqlite3", str(database), best.format(TEN.query)])
    if shutil.which("rg"):
        yield Rival("rg -i -c, rare word", ["rg", "-i", "-c", RARE.query, str(lines)])
    if shutil.which("sqlite-utils"):
        database = folder / f"utils-{count}.db"
        tool = ["sqlite-utils"]
        _quietly([*tool, "insert", str(database), "reviews", str(lines), "--nl", "--pk", "id"])
        _quietly([*tool, "enable-fts", str(database), "reviews", "text"])
        words = [*tool, "search", str(database), "reviews", RARE.query, "--limit", "20"]
        yield Rival("sqlite-utils, rare word", words)


def build(lines: Path, database: Path) -> None:
    """Fill an FTS5 table by the shell of SQLite alone: the least that an index can cost."""
    database.unlink(missing_ok=True)
    script = [
        "CREATE TEMP TABLE lines(line TEXT);",
        ".mode ascii",
        '.separator "\\001" "\\n"',
        f".import '{lines}' lines",
        "CREATE VIRTUAL TABLE found USING fts5(text, content='');",
        "INSERT INTO found(rowid, text) SELECT rowid, line ->> 'text' FROM lines;",
    ]
    subprocess.run(
        ["sqlite3", str(database)], input="\n".join(script) + "\n", text=True, check=True, capture_output=True
    )


def _write_tinydb(lines: Path, target: Path) -> None:
    with lines.open(encoding="utf-8") as file:
        documents = {str(number): json.loads(line) for number, line in enumerate(file, 1)}
    target.write_text(json.dumps({"reviews": documents}), encoding="utf-8")


def _quietly(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)
