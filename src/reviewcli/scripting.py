"""Give Python programs what commands have: the corpus in force, files to import, and changes under a name."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reviewcli.changes import Stamp
from reviewcli.config import annotator_choice, corpus_choice, path_of
from reviewcli.corpus import Corpus, create_corpus
from reviewcli.corpus import open_corpus as open_at
from reviewcli.errors import UsageError

if TYPE_CHECKING:
    from reviewcli.sources.plaintext import Source


def open_corpus(path: str | Path | None = None, *, create: bool = False) -> Corpus:
    """Open the corpus at `path`, or the one that commands use here when none is named.

    With `create`, one that is missing is made, empty. Raises NotFoundError when there is none and
    CorpusError when the file is damaged, foreign or of a newer format.
    """
    place = path_of(corpus_choice().value) if path is None else Path(path)
    if create and not place.exists():
        create_corpus(place)
    return open_at(place)


def read_sources(*names: str | Path) -> "list[Source]":
    """Read files for `Corpus.add_sources`: texts, saved pages and lines of JSON, also packed.

    Raises SourceError when one cannot be read.
    """
    from reviewcli.progress import unseen
    from reviewcli.sources import archives

    return [source for name in names for source in archives.read_sources(str(name), unseen, lambda _: None)]


def stamp(annotator: str | None = None, command: str = "python") -> Stamp:
    """Say who makes a change, now, and what for; without a name it is the annotator of commands.

    Raises UsageError for what cannot be a name.
    """
    name = annotator_choice(annotator).value.strip()
    if not name or len(name) > 100 or not name.isprintable():
        raise UsageError(f"'{name}' cannot be an annotator's name.", hint="Give a short name on one line.")
    return Stamp(name, datetime.now(UTC).isoformat(timespec="milliseconds"), command)
