"""Make the small corpora, of made-up reviews, that every later version must open.

Run `python -m tests.golden_corpora` once for each format that is released, before the next one begins;
files that are there are kept.
"""

import tempfile
from pathlib import Path

from reviewcli.changes import Stamp
from reviewcli.corpus import Corpus, create_corpus, open_corpus
from reviewcli.exchange.collecting import facts_of
from reviewcli.exchange.loading import load
from reviewcli.exchange.reading import read_dump
from reviewcli.opening import FORMAT
from reviewcli.saving import back_up
from reviewcli.views.door import json_text
from reviewcli.writing import writing
from tests.conftest import source

FOLDER = Path(__file__).parent / "golden" / "corpora"
TEXTS = (
    "The lamp is bright.\nIt came in two days.",
    "Broke after a week.",
    "Es funktioniert gut, danke!",
    "Bought it for my mother.\nShe loves it.\nSo do I.",
    "Broke after a week.",
)
MORE = ("Too loud.", "Loud, and\u0007 \u202eodd\u202c.")


def stamp(who: str, minute: int, command: str) -> Stamp:
    return Stamp(who, f"2026-01-02T03:{minute:02}:00.000+00:00", f"reviewcli {command}")


def work(corpus: Corpus) -> None:
    """Do everything that leaves something in a corpus."""
    corpus.add_sources([source(*TEXTS)], stamp("ada", 1, "import page.txt"))
    corpus.add_sources([source(*MORE, name="more.txt")], stamp("ada", 2, "import more.txt"))
    corpus.tag([1, 3], "positive", stamp("ada", 3, "tag 1,3 positive"))
    corpus.tag([2], "critical", stamp("ben", 4, "tag 2 critical"))
    corpus.tag([2, 4], "funny", stamp("ada", 5, "tag 2,4 funny --new"), new=True)
    corpus.merge([1, 2], stamp("ada", 6, "merge 1-2"))
    corpus.split(1, [1], stamp("ada", 7, "split 1 --at 1"))
    corpus.confirm(3, 4, stamp("ben", 8, "split --doubtful"))
    with writing(corpus.database, stamp("ben", 9, "note 3")) as writer:
        writer.add("notes", {"review": 3, "text": "In German."})
    corpus.tag([6], "mixed", stamp("ada", 10, "tag 6 mixed"))
    corpus.undo(None, stamp("ada", 11, "undo"))
    corpus.redo(None, stamp("ada", 12, "redo"))
    corpus.add_sources([source("Gone.", name="gone.txt")], stamp("ada", 13, "import gone.txt"))
    corpus.undo(None, stamp("ada", 14, "undo"))


def loaded(corpus: Corpus, folder: Path) -> None:
    """Load what somebody else did to the same reviews."""
    other = folder / "other.db"
    create_corpus(other)
    with open_corpus(other) as theirs:
        theirs.add_sources([source(*TEXTS)], stamp("cem", 1, "import page.txt"))
        theirs.tag([3, 5], "neutral", stamp("cem", 15, "tag 3,5 neutral"))
        rows = [json_text(fact) for fact in facts_of(theirs.database, theirs.history())]
    dump = read_dump("\n".join(rows).encode(), "cem.jsonl")
    load(corpus.database, corpus.history(), dump, stamp("ada", 16, "import --annotations cem.jsonl"))


def make() -> None:
    """Make one corpus of each kind in the present format."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for suffix in (".db", ".json"):
        target = FOLDER / f"format-{FORMAT}{suffix}"
        if target.exists():
            continue
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"corpus{suffix}"
            create_corpus(path)
            with open_corpus(path) as corpus:
                work(corpus)
                loaded(corpus, Path(folder))
                back_up(corpus.database, path, target)


if __name__ == "__main__":
    make()
