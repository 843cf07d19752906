"""Know what must be in a corpus after each acknowledged write, and judge what is there."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from benchmarks.faults.driving import Ended

NO_HISTORY = -1


class Unreadable(Exception):  # noqa: N818  # it is what a corpus is
    """Tell that a corpus cannot be read any more."""


class Write(NamedTuple):
    """One command that writes: `tag` a number with a word, `import` texts, `merge` two numbers, or `undo`."""

    kind: str
    numbers: tuple[int, ...] = ()
    word: str = ""
    texts: tuple[str, ...] = ()


class State(NamedTuple):
    """What people see of a corpus: texts and labels by number, and how many changes its history tells."""

    texts: Mapping[int, str]
    labels: Mapping[int, str]
    changes: int


NOTHING = State({}, {}, 0)


@dataclass(frozen=True, slots=True)
class Expected:
    """The state that acknowledged writes lead to, and what is needed to go on from it."""

    state: State = NOTHING
    sources: Mapping[int, str] = field(default_factory=dict)
    next_number: int = 1
    earlier: tuple["Expected", ...] = ()

    def after(self, write: Write) -> "Expected":
        """Return what is expected once a write is done."""
        if write.kind == "undo":
            before = self.earlier[-1]
            state = before.state._replace(changes=self.state.changes + 1)
            return replace(before, state=state, next_number=self.next_number)
        texts, labels = dict(self.state.texts), dict(self.state.labels)
        sources, number = dict(self.sources), self.next_number
        if write.kind == "tag":
            labels[write.numbers[0]] = write.word
        elif write.kind == "import":
            for text in write.texts:
                texts[number], sources[number] = text, write.word
                number += 1
        else:
            low, high = write.numbers
            texts[low] = f"{texts[low]}\n{texts.pop(high)}"
            del sources[high]
            if high in labels:
                labels[low] = labels.pop(high)
        state = State(texts, labels, self.state.changes + 1)
        return Expected(state, sources, number, (*self.earlier, self))


def acknowledged(write: Write, ended: Ended) -> bool:
    """Tell whether the process said that the write is done. (An undo first says what it will do.)"""
    if ended.code == 0 or "To take it back" in ended.err or "To do it again" in ended.err:
        return True
    return write.kind != "undo" and bool(ended.out.strip())


def judge(found: State, before: Expected, write: Write, ended: Ended) -> tuple[Expected, str]:
    """Return from which expectation to go on, and what is wrong, if anything."""
    done = before.after(write)
    if found.changes == NO_HISTORY:
        found = found._replace(changes=before.state.changes)
        done = replace(done, state=done.state._replace(changes=before.state.changes))
    if found == done.state:
        return done, ""
    if found == before.state:
        return before, "lost" if acknowledged(write, ended) else ""
    return before, "half done"


def complaint(ended: Ended) -> str:
    """Return what is wrong with how a process ended, whatever it did to the corpus."""
    if "Traceback" in ended.err or "Exception ignored" in ended.err:
        return f"traceback: {ended.err.strip().splitlines()[-1][:90]}"
    return "it hung" if ended.code == -14 else ""
