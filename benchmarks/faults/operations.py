"""Kill every command that writes, at random and at each of its calls, and let each of these calls fail."""

import random
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.faults.driving import Child, Ended, run_in_child
from benchmarks.faults.oracle import complaint
from benchmarks.faults.results import Result
from benchmarks.faults.scenes import Scene, scenes
from benchmarks.faults.tracing import ERRORS, KILL, NEEDED, Call, Tracer


class Stage:
    """A scene that can be played again and again from the same files, and what may be there afterwards."""

    def __init__(self, scene: Scene) -> None:
        """Remember the files, and play it once unhurt."""
        self.scene = scene
        self.folder = scene.path.parent.parent if scene.path.parent.name == "reviewcli" else scene.path.parent
        self._files = {one: one.read_bytes() for one in self.folder.iterdir() if one.is_file()}
        self.before = scene.look()
        self.play()
        self.after = scene.look()
        wrong = self.wrong(Ended(0, "", "", 0)) if self.before != self.after else "nothing changed"
        if wrong:
            raise SystemExit(f"{scene.name} {scene.path.suffix} cannot even be played: {wrong}")
        self.usual = min(self._seconds() for _ in range(3))

    def reset(self) -> None:
        """Put the files back as they were at first."""
        for one in sorted(self.folder.rglob("*"), reverse=True):
            one.rmdir() if one.is_dir() else one.unlink()
        for one, content in self._files.items():
            one.write_bytes(content)

    def _seconds(self) -> float:
        self.reset()
        seconds = self.play().seconds
        self.reset()
        return seconds

    def play(self) -> Ended:
        """Do it, and nothing happens."""
        return run_in_child(self.scene.task(), self.folder.parent)

    def wrong(self, ended: Ended) -> str:
        """Return what is wrong with what is there now."""
        there = self.scene.look()
        if there == self.after:
            kept = not self.scene.keeps or self.before[0] in self.scene.copies()  # type: ignore[index]  # a list
            return "" if kept else "what was there is not kept"
        if there == self.before or there in self.scene.between:
            return "lost" if ended.code == 0 else ""
        return "half done"

    def wrong_later(self) -> str:
        """Return what is wrong when it is done again after a fault: then it must succeed."""
        if self.scene.look() == self.after:
            return ""
        ended = self.play()
        if ended.code or complaint(ended):
            return f"cannot be done afterwards: {ended.err.strip()[:90]}"
        return "" if self.scene.look() == self.after else "done afterwards, it comes to something else"


def kill_operations(ending: str, root: Path, *, short: bool) -> Iterator[Result]:
    """Kill each command at random moments."""
    source = random.Random(ending)
    for scene in scenes(ending, root, short=short):
        stage = Stage(scene)
        result = Result(f"kill -9 at random: {scene.name}", ending, cases=3 if short else 100)
        for _ in range(result.cases):
            child = Child(scene.task(), stage.folder.parent)
            time.sleep(stage.usual * source.uniform(0.1, 1))
            child.hurt(signal.SIGKILL)
            ended = child.wait()
            result.notes["over sooner"] += ended.code == 0
            result.failed(stage.wrong(ended) or stage.wrong_later())
            stage.reset()
        yield result


def calls_of_operations(ending: str, root: Path, *, short: bool) -> Iterator[Result]:
    """Kill each command at each of its calls that write, and let each of these fail."""
    if not shutil.which("strace"):
        yield Result("each writing call of all commands", ending, skipped=NEEDED)
        return
    for scene in scenes(ending, root, short=short):
        stage = Stage(scene)
        words = ["-m", "reviewcli", *scene.words]
        tracer = Tracer(words, stage.folder, dict(scene.environment))
        calls = tracer.calls()
        stage.reset()
        for what in (KILL, *(f"error={one}" for one in ERRORS[: 1 if short else None])):
            yield _hurt(stage, tracer, calls[:: 15 if short else 1], what)


def _hurt(stage: Stage, tracer: Tracer, calls: list[Call], what: str) -> Result:
    """Hurt each call in one way, where it is an error once and from then on."""
    named = "kill" if what == KILL else what.removeprefix("error=")
    result = Result(f"{named} at each writing call: {stage.scene.name}", stage.scene.path.suffix)
    for call in calls:
        for one in (what,) if what == KILL else (what, f"{what}+"):
            done = tracer.inject(call, one)
            result.cases += 1
            result.failed("" if done.fired else f"{call.name} {call.at} was not reached")
            if what != KILL:
                result.notes["went on all the same" if done.ended.code == 0 else "refused"] += 1
                result.failed(_wrong_talk(done.ended, call, one))
            result.failed(stage.wrong(done.ended) or stage.wrong_later())
            stage.reset()
    result.failed("" if calls else "no calls were seen")
    return result


def _wrong_talk(ended: Ended, call: Call, what: str) -> str:
    """Return what is wrong with the exit code or what was said, unless nothing can be written any more."""
    if ended.code not in (0, 1):
        return f"exit code {ended.code} for {what} at {call.name} {call.at}"
    said = ended.code == 0 or "Error: " in ended.err or (call.name, what[-1]) == ("write", "+")
    return complaint(ended) or ("" if said else f"nothing was said for {what} at {call.name} {call.at}")
