"""Let the system refuse to make files longer, as a full disk does, at every length they reach."""

import random
from pathlib import Path

from benchmarks.faults.driving import Ended, command, run_in_child
from benchmarks.faults.oracle import Unreadable, Write, acknowledged, complaint, judge
from benchmarks.faults.programs import Program, begin, next_import
from benchmarks.faults.results import Result

REVIEWS, MORE = 40, 20


def limit_files(program: Program, root: Path, step: int) -> Result:
    """Write under a limit of 1,000 bytes a file, then of `step` more, until the write is done."""
    result = Result("files limited in size (EFBIG)", program.name)
    path, expected = begin(program, root, REVIEWS)
    content = path.read_bytes()
    writes = [Write("tag", (3,), "mixed"), next_import("b.txt", MORE, random.Random(4))]
    for write in writes:
        task = program.task(path, write)
        for limit in range(1_000, 200_000, step):
            path.write_bytes(content)
            for beside in program.files(path)[1:]:
                beside.unlink(missing_ok=True)
            ended = run_in_child(task, path.parent, largest_file=limit)
            result.cases += 1
            if program.name != "stock":
                result.failed(_wrong_talk(ended) or _unreadable_now(path, limit))
            try:
                result.failed(judge(program.observe(path), expected, write, ended)[1])
            except Unreadable as error:
                result.failed(str(error).split(":")[0])
            if ended.code == 0 and acknowledged(write, ended):
                break
    return result


def _wrong_talk(ended: Ended) -> str:
    """Return what is wrong with what was said: refused must be said, with exit code 1."""
    if ended.code == 0:
        return complaint(ended)
    if ended.code != 1:
        return f"exit code {ended.code}"
    return complaint(ended) or ("" if "Error: " in ended.err else "nothing was said")


def _unreadable_now(path: Path, limit: int) -> str:
    """Return what is wrong with reading while the limit is still in force."""
    ended = run_in_child(command("count", "--corpus", path), path.parent, largest_file=limit)
    counts = {f"{count}\n" for count in (REVIEWS, REVIEWS + MORE)}
    return "" if ended.code == 0 and ended.out in counts else "cannot be read meanwhile"
