"""Damage the file of a corpus, or put another file in its place, and see whether anybody notices."""

import io
import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from benchmarks.faults.driving import Ended, command, run_in_child
from benchmarks.faults.oracle import State, Unreadable, Write, complaint
from benchmarks.faults.programs import Program, begin
from benchmarks.faults.results import Result

DAMAGED = 3
OTHER = (["tag", "2", "neutral"], ["show", "1-3"], ["history"], ["undo", "--yes"], ["merge", "4", "5"])


def damage(program: Program, root: Path, cases: int) -> Result:
    """Flip bits, shorten, blank and lengthen the file; what is then read must be right."""
    result = Result("bits flipped, file shortened", program.name, cases=cases)
    path, state = _annotated(program, root)
    content = path.read_bytes()
    source = random.Random(cases)
    for at in range(cases):
        hurt = KINDS[at % len(KINDS)]
        _put(program, path, hurt(bytearray(content), source))
        if program.name == "stock":
            result.failed(_stock_accepts(program, path, state))
        else:
            result.failed(_accepts(path, state, result, source))
    return result


def _annotated(program: Program, root: Path) -> tuple[Path, State]:
    """Make a corpus with a label on each review."""
    path, expected = begin(program, root)
    for number, label in zip(expected.state.texts, ("mixed", "critical", "positive") * 9, strict=False):
        write = Write("tag", (number,), label)
        run_in_child(program.task(path, write), path.parent)
        expected = expected.after(write)
    return path, expected.state


def _put(program: Program, path: Path, content: bytes) -> None:
    for one in program.files(path):
        one.unlink(missing_ok=True)
    path.write_bytes(content)


def _accepts(path: Path, state: State, result: Result, source: random.Random) -> str:
    """Return what is wrong: an end that is none, or what was read is not as it was and nobody says so."""
    checked = run_in_child(command("check", "--corpus", path), path.parent)
    listed = run_in_child(command("list", "--format", "json", "--corpus", path), path.parent)
    other = run_in_child(command(*source.choice(OTHER), "--corpus", path), path.parent)
    for ended in (checked, listed, other):
        if ended.code not in (0, 1, 2, DAMAGED) or complaint(ended):
            return complaint(ended) or f"exit code {ended.code}"
    result.notes["noticed" if checked.code else "without effect"] += 1
    if checked.code:
        return "" if checked.code == DAMAGED else f"check ends with {checked.code}"
    return _not_said(_read(listed), state)


def _read(listed: Ended) -> State:
    """Read what a list as JSON shows."""
    try:
        reviews = json.loads(listed.out)
    except ValueError:
        reviews = []
    labels = {one["number"]: one["labels"][0] for one in reviews if one["labels"]}
    return State({one["number"]: one["text"] for one in reviews}, labels, 0)


def _not_said(found: State, state: State) -> str:
    """Return what was read otherwise than it was written, though nothing seemed wrong."""
    if found.labels != state.labels:
        return "wrong labels, and nobody says so"
    return "" if found.texts == state.texts else "wrong texts, and nobody says so"


def _stock_accepts(program: Program, path: Path, state: State) -> str:
    try:
        return _not_said(program.observe(path), state)
    except Unreadable:
        return ""


def flip(content: bytearray, source: random.Random) -> bytes:
    """Flip one bit."""
    content[source.randrange(len(content))] ^= 1 << source.randrange(8)
    return bytes(content)


def shorten(content: bytearray, source: random.Random) -> bytes:
    """Cut the end off."""
    return bytes(content[: source.randrange(len(content))])


def blank(content: bytearray, source: random.Random) -> bytes:
    """Make a block of 512 bytes zero, as a bad sector does."""
    start = source.randrange(len(content)) // 512 * 512
    length = len(content[start : start + 512])
    content[start : start + 512] = bytes(length)
    return bytes(content)


def lengthen(content: bytearray, source: random.Random) -> bytes:
    """Put noise at the end."""
    return bytes(content) + source.randbytes(source.randrange(1, 5000))


Hurt = Callable[[bytearray, random.Random], bytes]
KINDS: tuple[Hurt, ...] = (flip, flip, flip, flip, shorten, flip, flip, blank, flip, lengthen)


def replace_by_foreign(program: Program, root: Path) -> Result:
    """Put files that are no corpus in its place: they must be refused, and stay as they are."""
    result = Result("replaced by a foreign file", program.name)
    if program.name == "stock":
        result.skipped = "it has no way to tell"
        return result
    path, _ = begin(program, root)
    verbs = (["list"], ["check"], ["tag", "1", "mixed"], ["undo", "--yes"], ["import", str(path) + ".txt"])
    Path(f"{path}.txt").write_text("A text.", encoding="utf-8")
    for content in foreign():
        for verb in verbs:
            _put(program, path, content)
            before = sorted(path.parent.iterdir())
            ended = run_in_child(command(*verb, "--corpus", path), path.parent)
            result.cases += 1
            left = [one for one in path.parent.iterdir() if not one.name.endswith(".lock")]
            result.failed(complaint(ended) or ("" if ended.code == DAMAGED else f"exit code {ended.code}"))
            result.failed("" if path.read_bytes() == content else "changed")
            result.failed("" if set(left) <= set(before) else "left files beside it")
    return result


def foreign() -> list[bytes]:
    """Give the contents of files that are no corpus."""
    other = {"reviews": {"1": {"text": "Another program's."}}}
    newer = {"meta": {"1": {"format": 99}}}
    words = "Some words that someone wrote.\n" * 200
    return [
        b"\n",
        words.encode(),
        random.Random(1).randbytes(9000),
        json.dumps(other).encode(),
        json.dumps(newer).encode(),
        json.dumps([1, 2, 3]).encode(),
        b"{" * 100_000,
        b"[" * 100_000,
        b'{"meta": {"1": {"format": ' + b"9" * 5000 + b"}}}",
        b"\x89PNG\r\n\x1a\n" + bytes(500),
        b"SQLite format 3\0" + bytes(84),
        _other_sqlite(),
        words.encode("utf-16"),
    ]


def _other_sqlite() -> bytes:
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript("CREATE TABLE docs_meta (a); INSERT INTO docs_meta VALUES (1)")
        return io.BytesIO(database.serialize()).getvalue()
