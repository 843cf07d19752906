"""A process that is asked to end leaves nothing half done, and says by its exit code what ended it."""

import os
import signal
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
