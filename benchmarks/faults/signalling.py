"""Ask a program to end, by SIGINT, SIGTERM and SIGHUP, at random moments while it writes."""

import random
import signal
import time
from pathlib import Path

from benchmarks.faults.driving import Child, Ended, run_in_child
from benchmarks.faults.oracle import Unreadable, complaint, judge
from benchmarks.faults.programs import Program, begin, next_write
from benchmarks.faults.results import Result

FRESH_AFTER = 40


def ask_to_end(program: Program, root: Path, number: signal.Signals, times: int) -> Result:
    """Send one signal at a random moment, again and again; nothing is lost, and the exit code says why."""
    result = Result(f"{number.name} at random", program.name, cases=times)
    source = random.Random(number)
    path, expected = begin(program, root)
    usual = usual_time(program, root)
    for at in range(times):
        if at % FRESH_AFTER == FRESH_AFTER - 1:
            path, expected = begin(program, root)
        write = next_write(program, expected, source)
        child = Child(program.task(path, write), path.parent)
        time.sleep(usual * source.uniform(0, 1.2))
        child.hurt(number)
        ended = child.wait()
        result.notes[f"ended with {ended.code}"] += 1
        if program.name != "stock":
            result.failed(wrong_end(ended, number))
        try:
            expected, wrong = judge(program.observe(path), expected, write, ended)
        except Unreadable as error:
            wrong = str(error).split(":")[0]
        result.failed(wrong)
        if wrong:
            path, expected = begin(program, root)
    return result


def usual_time(program: Program, root: Path) -> float:
    """Return how long a write takes when nothing happens to it."""
    path, expected = begin(program, root)
    write = next_write(program, expected, random.Random(2))
    return run_in_child(program.task(path, write), path.parent).seconds


def wrong_end(ended: Ended, number: signal.Signals) -> str:
    """Return what is wrong with the end; before the program has begun, the system itself ends it."""
    if ended.code in (128 + number, -number, 0):
        return complaint(ended)
    return complaint(ended) or f"exit code {ended.code}: {ended.err.strip()[:90]}"
