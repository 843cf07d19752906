"""Kill a program at random moments while it writes."""

import random
import signal
import time
from pathlib import Path

from benchmarks.faults.driving import Child, Ended, run_in_child
from benchmarks.faults.oracle import Expected, Unreadable, Write, judge
from benchmarks.faults.programs import Program, begin, next_write
from benchmarks.faults.results import Result

FRESH_AFTER = 40


def kill_at_random(program: Program, root: Path, kills: int) -> Result:
    """Kill a write at a random moment, again and again, on the same corpus for a while."""
    result = Result("kill -9 at random", program.name)
    source = random.Random(kills)
    path, expected = begin(program, root)
    usual: dict[str, float] = {}
    while result.cases < kills:
        if result.cases % FRESH_AFTER == FRESH_AFTER - 1:
            path, expected = begin(program, root)
        write = next_write(program, expected, source)
        if write.kind not in usual:
            usual[write.kind] = _usual(program, root, write.kind)
        delay = usual[write.kind] * source.uniform(0.1, 1)
        expected, wrong, ended = _kill(program, path, write, expected, delay)
        result.failed(wrong)
        if ended.code == -signal.SIGKILL:
            result.cases += 1
        else:  # it was faster, as it may well be the next time
            usual[write.kind] = (usual[write.kind] + ended.seconds) / 2
            result.notes["more that were over sooner"] += 1
        if wrong:
            path, expected = begin(program, root)
    return result


def _usual(program: Program, root: Path, kind: str) -> float:
    """Return how long a write of this kind takes when nothing happens to it."""
    path, expected = begin(program, root)
    source = random.Random(kind)
    while True:
        write = next_write(program, expected, source)
        ended = run_in_child(program.task(path, write), path.parent)
        expected = expected.after(write)
        if write.kind == kind:
            return ended.seconds


def _kill(
    program: Program, path: Path, write: Write, expected: Expected, delay: float
) -> tuple[Expected, str, Ended]:
    child = Child(program.task(path, write), path.parent)
    time.sleep(delay)
    child.hurt(signal.SIGKILL)
    ended = child.wait()
    try:
        return *judge(program.observe(path), expected, write, ended), ended
    except Unreadable as error:
        return expected, str(error).split(":")[0], ended
