"""The fault harness runs, finds nothing wrong with us, and would say so if there were."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.faults.driving import Ended
from benchmarks.faults.operations import Stage
from benchmarks.faults.oracle import Expected, State, Write, acknowledged, judge
from benchmarks.faults.scenes import scenes
from benchmarks.faults.tracing import KILL, Call, injection

DONE = Ended(0, "Review 1: mixed.\n", "", 0)
KILLED = Ended(-9, "", "", 0)
TAG = Write("tag", (1,), "mixed")
BEGUN = Expected().after(Write("import", word="a.txt", texts=("One.", "Two.")))


def test_no_corpus_of_ours_fails_under_some_of_each_fault() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    root = Path(__file__).parents[1]

    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.faults", "--short"],
        check=False,
        capture_output=True,
        text=True,
        cwd=root,
        env=environment,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 failures of ours" in done.stdout
    for fault in (
        "kill -9",
        "writers x",
        "writers killed",
        "SIGTERM",
        "limited",
        "bits flipped",
        "foreign",
        "migration",
    ):
        assert fault in done.stdout


def test_a_write_that_was_acknowledged_and_is_not_there_is_lost() -> None:
    assert judge(BEGUN.state, BEGUN, TAG, DONE) == (BEGUN, "lost")


def test_a_write_in_flight_may_be_there_or_not() -> None:
    after = BEGUN.after(TAG)

    assert judge(BEGUN.state, BEGUN, TAG, KILLED) == (BEGUN, "")
    assert judge(after.state, BEGUN, TAG, KILLED) == (after, "")


def test_anything_between_is_half_done() -> None:
    half = State(BEGUN.state.texts, {1: "mixed"}, BEGUN.state.changes)

    assert judge(half, BEGUN, TAG, KILLED)[1] == "half done"


def test_what_an_undo_says_it_will_do_is_no_acknowledgement() -> None:
    assert not acknowledged(Write("undo"), KILLED._replace(out="Undo change 2"))
    assert acknowledged(Write("undo"), KILLED._replace(err="To do it again: reviewcli redo"))


def test_an_undo_brings_back_what_was_but_no_number() -> None:
    merged = BEGUN.after(Write("merge", (1, 2)))
    undone = merged.after(Write("import", word="b.txt", texts=("Three.",))).after(Write("undo"))

    assert merged.state.texts == {1: "One.\nTwo."}
    assert undone.state == merged.state._replace(changes=4)
    assert undone.next_number == 4


@pytest.mark.parametrize("ending", [".db", ".json"])
def test_a_restore_of_which_half_is_there_or_nothing_is_kept_would_be_noticed(
    tmp_path: Path, ending: str
) -> None:
    stage = Stage(next(scenes(ending, tmp_path, short=True)))
    before = stage.scene.path.read_bytes()

    untouched, lost = stage.wrong(KILLED), stage.wrong(DONE)
    done = stage.play()
    restored = stage.wrong(done)
    for one in stage.folder.glob("corpus.before-*"):
        one.unlink()
    not_kept = stage.wrong(done)
    stage.scene.path.write_bytes(b"half")
    half = stage.wrong(KILLED)
    stage.scene.path.unlink()
    gone = stage.wrong(KILLED)
    stage.reset()

    assert (untouched, lost, restored, not_kept) == ("", "lost", "", "what was there is not kept")
    assert (half, gone) == ("half done", "half done")
    assert stage.scene.path.read_bytes() == before
    assert stage.wrong_later() == ""
    assert stage.wrong(DONE) == ""


def test_what_is_injected_is_said_to_strace() -> None:
    call = Call("write", 3)

    assert injection(call, KILL) == ("-e", "inject=write:signal=KILL:when=3")
    assert injection(call, "error=EIO+") == ("--seccomp-bpf", "-e", "inject=write:error=EIO:when=3+")
    assert injection(call, "error=EINTR")[-1] == "inject=write:error=EINTR:when=3"
    assert injection(call, "error=EINTR+")[-1] == "inject=write:error=EINTR:when=3..12"
