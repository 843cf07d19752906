"""Set up each command that writes in a folder of its own, so that it can be run and hurt again and again."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.faults.driving import Ended, Task, command, run_in_child
from reviewcli.checking import check
from reviewcli.corpus import create_corpus
from reviewcli.opening import FORMAT, INDEXES, STATE_ID, read_state
from reviewcli.opening import TEXTS as TEXTS_OF
from reviewcli.store import open_store

TEXTS = "\n\n".join(f"Review {at} says this.\nAnd that, for the {at}. time." for at in range(8))
DAMAGED = b"rubbish " * 1000
_OF_THE_MOMENT = {"time", "command"}


class Scene(NamedTuple):
    """A command that writes: its words, what its corpus and its copies are called, and what it needs.

    `between` are states that are neither the old nor the new one, and right. `keeps` says that it first
    copies what was there.
    """

    name: str
    path: Path
    words: tuple[str, ...]
    environment: Mapping[str, str] = {}
    between: tuple[object, ...] = ()
    keeps: bool = False
    other: Path | None = None

    def task(self) -> Task:
        """Return a task that does it."""

        def run() -> int:
            os.environ.update(self.environment)
            return command(*self.words)()

        return run

    def look(self) -> object:
        """Read all that is in the corpus, and in the other file that is written."""
        return [content(one) for one in (self.path, self.other) if one]

    def copies(self) -> list[object]:
        """Read what is in the copies that were kept."""
        return [
            content(one) for one in self.path.parent.glob("corpus.before-*") if one.suffix == self.path.suffix
        ]


def content(path: Path) -> object:
    """Read everything in a corpus but moments, and what check finds wrong; or say that it is none."""
    if not path.exists():
        return "missing"
    try:
        with open_store(path, indexes=INDEXES, texts=TEXTS_OF) as database:
            tables = {name: _documents(database.table(name)) for name in database.tables()}
            known = read_state(database).get("format") == FORMAT
            return tables, [one.what for one in check(database, path)] if known else []
    except Exception:  # whatever it is, the corpus could not be read
        return "unreadable", path.read_bytes()


def _documents(table: Any) -> dict[int, object]:
    return {one.doc_id: _timeless(one) for one in table.iter_from(1)}


def _timeless(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _timeless(one) for name, one in value.items() if name not in _OF_THE_MOMENT}
    return [_timeless(one) for one in value] if isinstance(value, list) else value


class _Setting:
    """A new folder, in which a corpus is brought to where a scene begins."""

    def __init__(self, root: Path, ending: str) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=root)) / "scene"
        self.folder.mkdir()
        self.path = self.folder / f"corpus{ending}"
        self.ending = ending

    def run(self, *words: str, path: Path | None = None) -> Ended:
        ended = run_in_child(command(*words, *self.at(path)), self.folder.parent)
        if ended.code:
            raise SystemExit(f"{words} cannot even begin: {ended.err}")
        return ended

    def at(self, path: Path | None = None) -> tuple[str, ...]:
        return "--corpus", str(path or self.path), "--as", "ada"

    def work(self, path: Path | None = None) -> None:
        source = self.folder / "page.txt"
        source.write_text(TEXTS, encoding="utf-8")
        self.run("import", str(source), "--split", "blank", path=path)
        self.run("tag", "1-3", "critical", path=path)

    def scene(self, name: str, *words: str, **more: Any) -> Scene:
        return Scene(name, self.path, (*words, *self.at()), **more)


Staged = Callable[[_Setting], Scene]


def undo(setting: _Setting) -> Scene:
    """Take a merge back."""
    setting.work()
    setting.run("merge", "3", "4")
    return setting.scene("undo", "undo", "--yes")


def redo(setting: _Setting) -> Scene:
    """Import once more what was undone."""
    setting.work()
    setting.run("undo", "--yes")
    setting.run("undo", "--yes")
    return setting.scene("redo", "redo", "--yes")


def merge(setting: _Setting) -> Scene:
    """Make one review of three."""
    setting.work()
    return setting.scene("merge", "merge", "3-5")


def split(setting: _Setting) -> Scene:
    """Make two reviews of one."""
    setting.work()
    return setting.scene("split", "split", "2", "--at", "1")


def load(setting: _Setting) -> Scene:
    """Load what somebody else did to the same source."""
    theirs, dump = setting.folder / f"theirs{setting.ending}", setting.folder / "dump.jsonl"
    setting.work(theirs)
    setting.run("merge", "5", "6", path=theirs)
    setting.run("tag", "7", "mixed", "--as", "ben", path=theirs)
    setting.run("export", "--annotations", str(dump), path=theirs)
    setting.work()
    return setting.scene("load a dump", "import", "--annotations", str(dump))


def backup(setting: _Setting) -> Scene:
    """Write a backup over an older one."""
    target = setting.folder / f"copy{setting.ending}"
    setting.work()
    setting.run("backup", str(target))
    setting.run("tag", "4", "mixed")
    return setting.scene("backup", "backup", str(target), "--force", other=target)


def restore(setting: _Setting) -> Scene:
    """Put a backup in the place of a later state."""
    copy = setting.folder / f"copy{setting.ending}"
    setting.work()
    setting.run("backup", str(copy))
    setting.run("merge", "3", "4")
    return setting.scene("restore", "restore", str(copy), keeps=True)


def restore_damaged(setting: _Setting) -> Scene:
    """Put a backup in the place of a file that cannot be read."""
    copy = setting.folder / f"copy{setting.ending}"
    setting.work()
    setting.run("backup", str(copy))
    setting.path.write_bytes(DAMAGED)
    return setting.scene("restore over damage", "restore", str(copy), keeps=True)


def repair(setting: _Setting) -> Scene:
    """Rebuild counters and lines of the history."""
    setting.work()
    with open_store(setting.path) as database, database.transaction():
        database.table("meta").update({"next_reviews": 2}, doc_ids=[STATE_ID])
        database.table("history").update({"about": [[9, 9]]}, doc_ids=[2])
    return setting.scene("check --repair", "check", "--repair", keeps=True)


def migrate(setting: _Setting) -> Scene:
    """Open a corpus of format 1, which has no index of words."""
    setting.work()
    with open_store(setting.path, texts=TEXTS_OF) as database, database.transaction():
        if words := database.words("reviews"):
            words.drop()
        database.table("meta").update({"format": 1}, doc_ids=[STATE_ID])
    return setting.scene("migration", "count", keeps=True)


def found(setting: _Setting) -> Scene:
    """Look at the default corpus for the first time; a `.json` is made by the first import."""
    folder = str(setting.folder)
    if setting.ending == ".db":
        home = {"XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder, "HOME": folder, "REVIEWCLI_CORPUS": ""}
        return Scene("founding", setting.folder / "reviewcli" / "corpus.db", ("count", "--as", "ada"), home)
    source, empty = setting.folder / "page.txt", setting.folder / "empty.json"
    source.write_text(TEXTS, encoding="utf-8")
    create_corpus(empty)
    made = ([content(empty)],)
    return setting.scene("founding", "import", str(source), "--split", "blank", between=made)


STAGED: tuple[Staged, ...] = (
    undo, redo, merge, split, load, backup, restore, restore_damaged, repair, migrate, found,
)  # fmt: skip


def scenes(ending: str, root: Path, *, short: bool) -> Iterator[Scene]:
    """Set up all scenes, or the three that do the most."""
    for staged in (restore, restore_damaged, migrate) if short else STAGED:
        yield staged(_Setting(root, ending))
