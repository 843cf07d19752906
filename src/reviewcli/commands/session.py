"""Carry what the options of every command chose: which corpus, who annotates, how to talk."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from reviewcli.views.terminal import say

if TYPE_CHECKING:  # help and completion open no corpus
    from reviewcli.changes import Stamp
    from reviewcli.config import Choice
    from reviewcli.corpus import Corpus
    from reviewcli.progress import Progress


class Session:
    """The choices in force while one command runs; options set them while they are parsed."""

    def __init__(self) -> None:
        self.corpus_option: str | None = None
        self.annotator_option: str | None = None
        self.color = True
        self.quiet = False
        self.debug = False
        self.opened: Path | None = None

    def corpus_choice(self) -> "Choice":
        """Decide which corpus is in force."""
        from reviewcli.config import corpus_choice

        return corpus_choice(self.corpus_option)

    def annotator_choice(self) -> "Choice":
        """Decide under which name the person annotates."""
        from reviewcli.config import annotator_choice

        return annotator_choice(self.annotator_option)

    @contextmanager
    def corpus(self) -> Iterator["Corpus"]:
        """Open the corpus in force; the default one is made from the bundled text when it is missing."""
        from reviewcli.config import DEFAULT, path_of
        from reviewcli.corpus import open_corpus

        choice = self.corpus_choice()
        path = path_of(choice.value)
        if choice.decided_by == DEFAULT and not path.exists():
            self._make_default(path)
        self.opened = path
        with open_corpus(path, self.say) as corpus:
            yield corpus

    @contextmanager
    def corpus_to_fill(self) -> Iterator["Corpus"]:
        """Open the corpus in force for an import, which makes a missing one, empty."""
        from reviewcli.config import path_of
        from reviewcli.corpus import create_corpus, open_corpus

        path = path_of(self.corpus_choice().value)
        if not path.exists() and create_corpus(path):
            self.say(f"Made a new corpus, {path}.")
        self.opened = path
        with open_corpus(path, self.say) as corpus:
            yield corpus

    def _make_default(self, path: Path) -> None:
        from reviewcli.corpus import create_corpus
        from reviewcli.sources.bundled import bundled_source

        if create_corpus(path, [bundled_source()], self.stamp()):
            self.say(f"Made the corpus {path} from the bundled reviews.")

    def stamp(self) -> "Stamp":
        """Say who acts, now, and by which command."""
        import shlex

        from reviewcli.scripting import stamp

        return stamp(self.annotator_option, shlex.join(["reviewcli", *sys.argv[1:]]))

    def line(self, words: str) -> str:
        """Return the command line of a verb for the corpus in force, for the person to type."""
        import shlex

        where = f" --corpus {shlex.quote(self.corpus_option)}" if self.corpus_option else ""
        return f"reviewcli {words}{where}"

    def say_way_back(self) -> None:
        """Say how to take back what was just done."""
        self.say(f"To take it back: {self.line('undo')}")

    def progress(self) -> "AbstractContextManager[Progress]":
        """Show how far a long work is, where a person looks and did not ask for quiet."""
        from reviewcli.views.progress import progress_bar

        return progress_bar(color=self.color, quiet=self.quiet)

    def say(self, message: str) -> None:
        """Tell the person something that is no result, unless they asked for quiet."""
        if not self.quiet:
            say(message)


def session_of(ctx: typer.Context) -> Session:
    """Return the session of the command that runs, the same for the verb and for what stands above it."""
    root = ctx.find_root()
    if not isinstance(root.obj, Session):
        root.obj = Session()
    return root.obj
