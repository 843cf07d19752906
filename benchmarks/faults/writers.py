"""Let many processes write to the same reviews at once, and count what is left of it."""

import io
import os
import random
import signal
import sys
import time
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from tinydb import TinyDB
from tinydb.storages import JSONStorage

from benchmarks.faults.driving import Child, Task
from benchmarks.faults.programs import LABELS, Program, begin
from benchmarks.faults.results import Result
from reviewcli.checking import check
from reviewcli.cli import run as run_line
from reviewcli.corpus import open_corpus

REVIEWS = 12
IMPORT_EACH = 10
BUSY = -1


class Left(NamedTuple):
    """What is left after all have written: the marks of their writes, and what is wrong."""

    marks: list[str]
    wrong: list[str]


def many_writers(program: Program, root: Path, processes: int, writes: int) -> Result:
    """Let `processes` write `writes` times each; every write has a mark of its own that must be found."""
    result = Result(f"{processes} writers x {writes} writes", program.name)
    path, _ = begin(program, root, REVIEWS)
    children = []
    for worker in range(processes):
        folder = path.parent / str(worker)
        folder.mkdir()
        children.append((folder, Child(_worker(program, path, folder, worker, writes), folder)))
    for folder, child in children:
        ended = child.wait(patience=3600)
        result.failed(f"a writer ended with {ended.code}" if ended.code else "")
        result.notes["times asked to wait longer"] += (folder / "busy").stat().st_size
    result.cases = processes * writes
    compare(result, program, path, [folder for folder, _ in children], in_flight=0)
    return result


def kill_and_stop(program: Program, root: Path, processes: int, seconds: float) -> Result:
    """Kill and stop writers at random for a while; then a last writer must find nobody in its way."""
    result = Result(f"writers killed and stopped, {seconds:.0f} s", program.name)
    path, _ = begin(program, root, REVIEWS)
    source, deadline = random.Random(processes), time.monotonic() + seconds
    folders: list[Path] = []
    running: list[Child] = []
    while time.monotonic() < deadline:
        while len(running) < processes:
            folders.append(path.parent / str(len(folders)))
            folders[-1].mkdir()
            running.append(Child(_worker(program, path, folders[-1], len(folders), 1_000_000), folders[-1]))
        time.sleep(source.uniform(0.02, 0.2))
        victim = source.choice(running)
        if source.random() < 0.5:
            victim.hurt(signal.SIGSTOP)
            time.sleep(source.uniform(0.05, 0.5))
            victim.hurt(signal.SIGCONT)
        else:
            _kill(victim, running)
        result.cases += 1
    for one in [*running]:
        _kill(one, running)
    last = path.parent / "last"
    last.mkdir()
    ended = Child(_worker(program, path, last, 10_000_000, 1), last).wait()
    result.failed("the last writer could not write" if ended.code or (last / "busy").stat().st_size else "")
    compare(result, program, path, [*folders, last], in_flight=len(folders))
    return result


def _kill(victim: Child, running: list[Child]) -> None:
    victim.hurt(signal.SIGKILL)
    victim.wait()
    running.remove(victim)


def _worker(program: Program, path: Path, folder: Path, worker: int, writes: int) -> Task:
    """Make the task of one writer, which keeps in its folder what was acknowledged."""
    write = stock_write if program.name == "stock" else our_write
    for name in ("acks", "busy", "refused"):
        (folder / name).touch()

    def work() -> int:
        flags = os.O_APPEND | os.O_WRONLY
        acks, busy, refused = (os.open(folder / name, flags) for name in ("acks", "busy", "refused"))
        for at in range(writes):
            mark = f"w{worker}-{at}"
            while (code := write(path, folder, mark, at)) == BUSY:
                os.write(busy, b".")
            os.write(refused if code else acks, f"{mark}\n".encode())
        return 0

    return work


def our_write(path: Path, folder: Path, mark: str, at: int) -> int:
    """Tag a review under a name of its own, or import one text; return the exit code, or BUSY."""
    words = ["tag", str(at % REVIEWS + 1), LABELS[at % len(LABELS)], "--as", mark]
    if at % IMPORT_EACH == IMPORT_EACH - 1:
        source = folder / f"{mark}.txt"
        source.write_text(f"The text of {mark}.", encoding="utf-8")
        words = ["import", str(source), "--split", "none"]
    words += ["--corpus", str(path)]
    sys.argv = ["reviewcli", *words]
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()) as talk:
        code = run_line(words)
    if code == 1 and "has been writing" in talk.getvalue():
        return BUSY
    if code:
        os.write(2, talk.getvalue().encode())
    return code


def stock_write(path: Path, folder: Path, mark: str, at: int) -> int:
    """Do the like with a stock TinyDB; return 0, or 1 when it could not."""
    del folder
    try:
        with TinyDB(path, storage=JSONStorage) as database:
            if at % IMPORT_EACH == IMPORT_EACH - 1:
                database.table("reviews").insert({"text": f"The text of {mark}."})
            else:
                database.table("labels").insert({"review": at % REVIEWS + 1, "mark": mark})
    except Exception:  # whatever it is, the write was not done
        return 1
    return 0


def compare(result: Result, program: Program, path: Path, folders: list[Path], *, in_flight: int) -> None:
    """Compare what is there with what was acknowledged: nothing less, and at most what was in flight more."""
    acks = [mark for folder in folders for mark in (folder / "acks").read_text().split()]
    result.notes["acknowledged"] = len(acks)
    counter = result.notes if program.name == "stock" else result.failures
    counter["refused"] = sum(len((one / "refused").read_text().split()) for one in folders)
    try:
        left = stock_left(path) if program.name == "stock" else our_left(path)
    except Exception as error:  # whatever it is, nothing could be read
        result.failures[f"unreadable: {type(error).__name__}"] += 1
        result.failures["acknowledged and lost"] += len(acks)
        return
    for one in left.wrong:
        result.failed(one)
    result.failures["acknowledged and lost"] += len(set(acks) - set(left.marks))
    more = len(left.marks) - len(set(acks) & set(left.marks))
    if more > in_flight:
        result.failures["there and never acknowledged, or twice"] += more - in_flight
    result.failures += Counter()


def our_left(path: Path) -> Left:
    """Read the marks in a corpus of ours, and let it be checked."""
    with open_corpus(path) as corpus:
        wrong = [f"check: {one.what}" for one in check(corpus.database, path)]
        reviews = list(corpus.reviews())
        changes = len(corpus.database.table("changes"))
    marks = [one.annotator for review in reviews for one in review.annotations]
    marks += [marked(review.text) for review in reviews[REVIEWS:]]
    if changes != len(marks) + 1:
        wrong.append(f"{changes} changes are not the first import and {len(marks)} writes")
    if len({review.number for review in reviews}) != len(reviews):
        wrong.append("a number was given twice")
    return Left(marks, wrong)


def stock_left(path: Path) -> Left:
    """Read the marks in a stock TinyDB file."""
    with TinyDB(path, storage=JSONStorage, access_mode="r") as database:
        marks = [one["mark"] for one in database.table("labels")]
        marks += [marked(one["text"]) for one in database.table("reviews").all()[REVIEWS:]]
    return Left(marks, [])


def marked(text: str) -> str:
    """Return the mark in a text that a writer imported."""
    return text.removeprefix("The text of ").removesuffix(".")
