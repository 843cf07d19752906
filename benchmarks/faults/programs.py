"""Put our two kinds of corpus and a stock TinyDB file behind one door, so that all meet the same faults."""

import random
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from tinydb import TinyDB
from tinydb.storages import JSONStorage

from benchmarks.faults.driving import Task, command, run_in_child
from benchmarks.faults.oracle import NO_HISTORY, Expected, State, Unreadable, Write
from benchmarks.faults.stock import apply
from reviewcli.checking import check
from reviewcli.corpus import open_corpus

LABELS = ("positive", "mixed", "critical", "neutral")
ANNOTATOR = "ada"


class Program(Protocol):
    """Something that keeps reviews in a file."""

    @property
    def name(self) -> str:
        """Name it in a table."""
        ...

    @property
    def kinds(self) -> tuple[str, ...]:
        """Name the writes that it knows."""
        ...

    def path(self, folder: Path) -> Path:
        """Return where its file stands in a folder."""
        ...

    def words(self, path: Path, write: Write) -> list[str]:
        """Return the command line, without the interpreter, that does a write."""
        ...

    def task(self, path: Path, write: Write) -> Task:
        """Return a task that does the same."""
        ...

    def observe(self, path: Path) -> State:
        """Read what is in the file. Raises Unreadable, also when it says that it is damaged."""
        ...

    def files(self, path: Path) -> list[Path]:
        """Name all files and folders that a write may touch."""
        ...


class Ours:
    """reviewcli, with a corpus that ends in `.db` or `.json`."""

    kinds = ("tag", "tag", "import", "merge", "undo")

    def __init__(self, ending: str) -> None:
        self.name = f".{ending}"

    def path(self, folder: Path) -> Path:
        """Return where its file stands in a folder."""
        return folder / f"corpus{self.name}"

    def words(self, path: Path, write: Write) -> list[str]:
        """Return the command line that does a write."""
        return ["-m", "reviewcli", *self._words(path, write)]

    def _words(self, path: Path, write: Write) -> list[str]:
        words = [str(number) for number in write.numbers]
        if write.kind == "tag":
            words.append(write.word)
        if write.kind == "import":
            source = path.with_name(write.word)
            source.write_text("\n\n".join(write.texts), encoding="utf-8")
            words = [str(source), "--split", "blank"]
        if write.kind == "undo":
            words = ["--yes"]
        return [write.kind, *words, "--corpus", str(path), "--as", ANNOTATOR]

    def task(self, path: Path, write: Write) -> Task:
        """Return a task that does a write."""
        return command(*self._words(path, write))

    def observe(self, path: Path) -> State:
        """Read the corpus, and let it be checked."""
        try:
            with open_corpus(path) as corpus:
                problems = [one.what for one in check(corpus.database, path)]
                reviews = list(corpus.reviews())
                changes = len(corpus.database.table("changes"))
        except Exception as error:  # whatever it is, the corpus could not be read
            raise Unreadable(f"unreadable: {error}") from error
        if problems:
            raise Unreadable(f"check: {problems[0]}")
        labels = {one.number: one.annotations[0].label for one in reviews if one.annotations}
        return State({one.number: one.text for one in reviews}, labels, changes)

    def files(self, path: Path) -> list[Path]:
        """Name all files and folders that a write may touch."""
        beside = ("-wal", "-shm", "-journal", ".lock")
        return [path, *(Path(f"{path}{end}") for end in beside), path.with_name(f".{path.name}.tmp")]


class Stock:
    """TinyDB as it comes: `JSONStorage`, one call of its API a write where there is one."""

    name = "stock"
    kinds = ("tag", "tag", "import", "merge")

    def path(self, folder: Path) -> Path:
        """Return where its file stands in a folder."""
        return folder / "stock.json"

    def words(self, path: Path, write: Write) -> list[str]:
        """Return the command line that does a write."""
        return ["-m", "benchmarks.faults.stock", str(path), repr(tuple(write))]

    def task(self, path: Path, write: Write) -> Task:
        """Return a task that does a write."""

        def run() -> int:
            apply(path, write)
            sys.stdout.write("done\n")
            sys.stdout.flush()
            return 0

        return run

    def observe(self, path: Path) -> State:
        """Read the file."""
        try:
            with TinyDB(path, storage=JSONStorage, access_mode="r") as database:
                texts = {one.doc_id: one["text"] for one in database.table("reviews")}
                labels = {one.doc_id: one["label"] for one in database.table("labels")}
        except Exception as error:  # whatever it is, the file could not be read
            raise Unreadable(f"unreadable: {error}") from error
        return State(texts, labels, NO_HISTORY)

    def files(self, path: Path) -> list[Path]:
        """Name all files that a write may touch."""
        return [path]


PROGRAMS: tuple[Program, ...] = (Ours("db"), Ours("json"), Stock())


def first_import(count: int, source: random.Random) -> Write:
    """Make the import that a corpus begins with."""
    return next_import("0.txt", count, source)


def next_import(name: str, count: int, source: random.Random) -> Write:
    """Make the import of new texts."""
    text = f"Review {source.getrandbits(48):x} of {name}, {'which says this and that, ' * 3}with the number"
    return Write("import", word=name, texts=tuple(f"{text} {at}." for at in range(count)))


def begin(program: Program, root: Path, count: int = 12) -> tuple[Path, Expected]:
    """Make a file with some reviews in it, in a new folder under `root`; nothing is hurt yet."""
    path = program.path(Path(tempfile.mkdtemp(dir=root)))
    write = first_import(count, random.Random(count))
    ended = run_in_child(program.task(path, write), path.parent)
    expected = Expected().after(write)
    if ended.code or program.observe(path).texts != expected.state.texts:
        raise SystemExit(f"{program.name} cannot even begin: {ended.err}")
    return path, expected


def next_write(program: Program, expected: Expected, source: random.Random) -> Write:
    """Choose a write that is possible now."""
    kind = source.choice(program.kinds)
    labels, numbers = expected.state.labels, sorted(expected.state.texts)
    pairs = [
        (low, high)
        for low, high in pairwise(numbers)
        if expected.sources[low] == expected.sources[high] and not (low in labels and high in labels)
    ]
    if kind == "undo" and len(expected.earlier) > 1:
        return Write("undo")
    if kind == "merge" and len(pairs) > 4:
        return Write("merge", source.choice(pairs))
    if kind == "import":
        return next_import(f"{source.getrandbits(40):x}.txt", source.randint(1, 6), source)
    number = source.choice(numbers)
    return Write("tag", (number,), source.choice([one for one in LABELS if one != labels.get(number)]))
