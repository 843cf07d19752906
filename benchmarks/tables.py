"""Measure imports of tables: processor time and memory, each format beside lines of JSON.

    python -m benchmarks.tables              100,000 rows
    python -m benchmarks.tables 1000000      so many

Each import is a process of its own, into a new corpus. Memory is the most that was resident at any time.
"""

import csv
import json
import os
import platform
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.importing import MEGABYTE, PROGRAM, TEXT, count

ROWS = 100_000
COLUMNS = ("text", "title", "author", "rating", "date", "item")
MOST_TIMES, MOST_BYTES = 1.3, 250 << 20


class Taken(NamedTuple):
    """What one process took: seconds of the processor, and bytes at its largest."""

    seconds: float
    memory: int


def main() -> None:
    """Measure, check and print a table."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    print(
        f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores, {rows:,} rows\n"
    )
    print(f"{'format':<10}{'MB':>8}{'CPU s':>10}{'rows/s':>10}{'peak MB':>9}{'x JSON lines':>14}")
    first: float | None = None
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        for path in written(Path(folder), rows):
            one = measured(path, rows)
            first = first or one.seconds
            times = one.seconds / first
            missed |= times > MOST_TIMES or one.memory > MOST_BYTES
            print(
                f"{path.suffix[1:]:<10}{path.stat().st_size / MEGABYTE:>8.1f}{one.seconds:>10.1f}"
                f"{rows / one.seconds:>10,.0f}{one.memory / MEGABYTE:>9.1f}{times:>14.2f}",
                flush=True,
            )
            path.unlink()
    if missed:
        raise SystemExit(f"more than {MOST_TIMES} times as long, or more than {MOST_BYTES >> 20} MiB")


def records(rows: int) -> Iterator[dict[str, object]]:
    """Give reviews made of the words of the bundled ones, the same each time."""
    chance = random.Random(2)
    words = TEXT.read_text(encoding="utf-8").split()
    for at in range(rows):
        day = f"20{chance.randint(10, 24)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        text = " ".join(chance.choices(words, k=chance.randint(10, 90)))
        facts = (text, f"Title {at % 977}", f"reader {at % 7919}", at % 5 + 1, day, f"B{at % 499:05}")
        yield dict(zip(COLUMNS, facts, strict=True))


def written(folder: Path, rows: int) -> Iterator[Path]:
    """Write the same rows in one format after the other."""
    path = folder / "rows.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in records(rows))
    yield path
    path = folder / "rows.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(records(rows))
    yield path
    path = folder / "rows.json"
    with path.open("w", encoding="utf-8") as file:
        pieces = (json.dumps(one, ensure_ascii=False) for one in records(rows))
        file.write("[" + next(pieces))
        file.writelines(f",\n{piece}" for piece in pieces)
        file.write("]\n")
    yield path
    yield _parquet(folder / "rows.parquet", rows)


def _parquet(path: Path, rows: int) -> Path:
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    schema = pyarrow.schema([(one, "int64" if one == "rating" else "string") for one in COLUMNS])
    with ParquetWriter(path, schema, compression="zstd") as writer:
        group: list[dict[str, object]] = []
        for one in records(rows):
            group.append(one)
            if len(group) == 50_000:
                writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))
                group.clear()
        writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))
    return path


def measured(path: Path, rows: int) -> Taken:
    """Import a table into a new corpus, see that all of it is there, and tell what that took."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.db"
        command = [*PROGRAM, str(path), "--corpus", str(corpus)]
        nowhere = os.open(os.devnull, os.O_RDWR)
        streams = [(os.POSIX_SPAWN_DUP2, nowhere, stream) for stream in (0, 1)]
        process = os.posix_spawn(command[0], command, os.environ, file_actions=streams)
        _, status, usage = os.wait4(process, 0)
        os.close(nowhere)
        if status or count(corpus) != rows:
            raise SystemExit(f"{' '.join(command)} failed")
        unit = 1 if sys.platform == "darwin" else 1024
        return Taken(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


if __name__ == "__main__":
    main()
