"""A process that is asked to end leaves nothing half done, and says by its exit code what ended it."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.faults.driving import Child, command, run_in_child
from reviewcli.corpus import Corpus
from reviewcli.sources.plaintext import Source
from tests.conftest import ADA, MakeCorpus, source

SIGNALS = [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]


@pytest.mark.parametrize(("number", "code"), SIGNALS)
def test_a_signal_in_the_middle_of_a_write_leaves_the_corpus_as_it_was(
    make_corpus: MakeCorpus,
    path: Path,
    number: int,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_corpus("One.", "Two.").close()
    before = {one.name for one in path.parent.iterdir()}

    def tagged_and_interrupted(self: Corpus, *_: object, **__: object) -> None:
        self.add_sources(interrupting(number), ADA)

    monkeypatch.setattr(Corpus, "tag", tagged_and_interrupted)
    ended = run_in_child(command("tag", "1", "mixed", "--corpus", path), path.parent)

    assert ended.code == code
    assert ended.err == "Interrupted; what was already said to be done is kept.\n"
    assert run_in_child(command("count", "--corpus", path), path.parent).out == "2\n"
    left = {one.name for one in path.parent.iterdir()} - before
    assert left <= {"child.out", "child.err", "corpus.json.lock"}


def interrupting(number: int) -> Iterator[Source]:
    yield source("Three.", name="other.txt")
    os.kill(os.getpid(), number)
    yield source("Four.", name="another.txt")


def test_a_signal_that_was_ignored_stays_ignored(tmp_path: Path) -> None:
    def hung_up() -> int:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        from reviewcli.signals import interrupt_on_signals

        interrupt_on_signals()
        os.kill(os.getpid(), signal.SIGHUP)
        return 7

    assert run_in_child(hung_up, tmp_path).code == 7


def test_a_second_signal_ends_the_process_at_once(tmp_path: Path) -> None:
    def stubborn() -> int:
        from reviewcli.signals import interrupt_on_signals

        interrupt_on_signals()
        try:
            os.kill(os.getpid(), signal.SIGTERM)
        except KeyboardInterrupt:
            os.kill(os.getpid(), signal.SIGTERM)
        return 7

    assert Child(stubborn, tmp_path).wait().code == -signal.SIGTERM


class Finalised:
    """Something in whose finaliser a signal comes."""

    def __del__(self) -> None:
        os.kill(os.getpid(), signal.SIGHUP)


@pytest.mark.parametrize("decided", [False, True])
def test_an_interrupt_that_python_drops_in_a_finaliser_comes_again_and_says_nothing(
    tmp_path: Path, *, decided: bool
) -> None:
    def finalising() -> int:
        from reviewcli.signals import code_of_signal, interrupt_on_signals, leave_signals_alone

        interrupt_on_signals()
        try:
            thing = Finalised()
            del thing
            if decided:
                leave_signals_alone()
            time.sleep(0.2)
        except KeyboardInterrupt:
            return code_of_signal(1)
        return 0

    ended = run_in_child(finalising, tmp_path)

    assert (ended.code, ended.err) == (0 if decided else 129, "")


def test_what_else_a_finaliser_raises_is_told(tmp_path: Path) -> None:
    class Spoilt:
        def __del__(self) -> None:
            raise ValueError("Spoilt.")

    def finalising() -> int:
        from reviewcli.signals import interrupt_on_signals

        interrupt_on_signals()
        Spoilt()
        return 0

    assert "ValueError: Spoilt." in run_in_child(finalising, tmp_path).err


def test_once_all_is_done_a_signal_ends_the_process_without_a_word(tmp_path: Path) -> None:
    def done() -> int:
        from reviewcli.signals import interrupt_on_signals, leave_signals_alone

        interrupt_on_signals()
        leave_signals_alone()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_DFL
        os.kill(os.getpid(), signal.SIGHUP)
        return 7

    ended = run_in_child(done, tmp_path)

    assert (ended.code, ended.err) == (-signal.SIGHUP, "")
