"""Put strings that break programs through every command, for a terminal and for a pipe.

    python -m benchmarks.naughty FILE         a JSON list of strings, and 10,000 random ones
    python -m benchmarks.naughty FILE 300     so many random ones

Each string is the text, title and author of a review, a note about it, and a label. Counted are control
characters in the output that are not ours, commands that do not end as they should, and strings that are
not in the JSON just as they were.
"""

import gzip
import json
import os
import pty
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reviewcli.changes import Stamp
from reviewcli.corpus import create_corpus, open_corpus
from reviewcli.documents import review_document
from reviewcli.importing import review_of
from reviewcli.model import Span
from reviewcli.segmentation import Segment
from reviewcli.writing import writing

RANDOM = 10_000
# Colours, and what a bar does with lines and cursor.
_OURS = re.compile(r"\x1b\[[0-9;]*[mKA]|\x1b\[\?25[lh]|\r\n|\r")
FOREIGN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
LINES = [
    *("list --limit 0", "search -is:tagged --limit 0", "show 1-{}", "history", "history 1-{}", "count"),
    *(
        "history --elsewhere",
        "config",
        "check",
        "tag 1-{} critical --yes",
        "untag 1-{} --yes",
        "tag 1 own --new",
    ),
    *(
        "undo --yes",
        "redo --yes",
        "backup copy{suffix}",
        "restore copy{suffix}",
        "export --annotations work.jsonl",
    ),
    *(
        "import --annotations work.jsonl",
        "import page.txt --preview",
        "import page.txt",
        "export --decisions page.txt",
    ),
    *("import page.txt.gz", "merge 1 2", "split 3 --at 1", "export --annotations -"),
    *("note 3-{} again --yes", "search --similar 3", "list is:noted sort:title- --limit 0"),
    *(
        "query save odd -is:tagged",
        "query list",
        "query show odd",
        "query rename odd other",
        "query remove other",
    ),
    *("export a.csv a.md a.html", "export - --to jsonl", "export b.jsonl --split 80/20"),
]
FORMS = ("table", "plain", "json", "jsonl", "csv")
_FORMED = ("list", "search", "show", "history")
_STAMP = Stamp("ada", "2026-01-02T03:04:05.678+00:00", "reviewcli list")


def random_strings(count: int, seed: int = 0) -> Iterator[str]:
    """Give strings of characters of all kinds, most of them of the kinds that do harm."""
    chance = random.Random(seed)
    harmful = "\x1b[]0;\x07\x08\r\n\t\x00\x7f\x85\x9b\u202e\u2066\u2028\ufeff\ud800\udfff=+-@'\"\\<>&"
    for _ in range(count):
        letters = [
            chance.choice(harmful) if chance.random() < 0.5 else chr(chance.randrange(0x110000))
            for _ in range(chance.choice([1, 3, 10, 80]))
        ]
        text = "".join(letters)
        # JSON cannot tell two halves of a surrogate pair, side by side, from the character that they make.
        yield text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def fill(path: Path, texts: list[str]) -> None:
    """Make a corpus in which each string stands wherever a string can."""

    def documents() -> Iterator[dict[str, object]]:
        for number, text in enumerate(texts, 1):
            review = review_of(Segment(text, Span(0, len(text))), text, f"key{number}")
            named = replace(review, number=number, title=text, author=text)
            yield review_document(named, {"source": 1, "start": 0, "end": 1})

    create_corpus(path)
    with open_corpus(path) as corpus:
        with writing(corpus.database, _STAMP) as writer:
            writer.add("sources", {"name": "\x1b[2J\u202e.txt", "path": None, "digest": ""})
            writer.add_many("reviews", documents())
        with writing(corpus.database, replace(_STAMP, command="\x1b]0;x\x07\u202e")) as writer:
            for number, text in enumerate(texts, 1):
                writer.add("notes", {"review": number, "text": text})
            for text in dict.fromkeys(texts[:500]):
                writer.add("labels", {"name": text, "group": text})


def lines_for(count: int, suffix: str) -> Iterator[list[str]]:
    """Give every command line, with every format where there are formats."""
    for line in LINES:
        words = line.replace("{suffix}", suffix).replace("{}", str(count)).split()
        forms = [["--format", form] for form in FORMS] if words[0] in _FORMED else [[]]
        yield from ([*words, *form] for form in forms)


def foreign(output: bytes) -> str:
    """Return the first character that reached the terminal and is not ours; empty for none."""
    found = FOREIGN.search(_OURS.sub("", output.decode("utf-8", "surrogateescape")))
    return repr(found[0]) if found else ""


def run(words: list[str], folder: Path, *, terminal: bool) -> tuple[int, bytes]:
    """Run a command line on a terminal or in a pipe; return its exit code and all that it wrote."""
    command = [sys.executable, "-m", "reviewcli", *words]
    environment = {**os.environ, "HOME": str(folder), "COLUMNS": "80", "TERM": "xterm-256color"}
    if not terminal:
        done = subprocess.run(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        return done.returncode, done.stdout + done.stderr
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    seen = b""
    try:
        while data := os.read(ours, 1 << 16):
            seen += data
    except OSError:  # how Linux says that the other end was closed
        pass
    os.close(ours)
    return process.wait(), seen


def judge(texts: list[str], suffix: str = ".db") -> tuple[int, list[str]]:
    """Put strings through every command; return how many were run and what was wrong."""
    wrong: list[str] = []
    ran = 0
    for terminal in (False, True):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            corpus = folder / f"corpus{suffix}"
            fill(corpus, texts)
            page = "\n---\n".join(texts).encode("utf-8", "replace")
            (folder / "page.txt").write_bytes(page)
            (folder / "page.txt.gz").write_bytes(gzip.compress(page))
            for words in lines_for(len(texts), suffix):
                code, seen = run([*words, "--corpus", str(corpus)], folder, terminal=terminal)
                ran += 1
                if b"Traceback" in seen or code not in {0, 1, 2, 3}:
                    wrong.append(f"{' '.join(words)}: ended with {code}")
                if found := foreign(seen):
                    wrong.append(f"{' '.join(words)}: wrote {found}")
                listed = words[:2] == ["list", "--limit"] and words[-1] == "json" and not terminal
                if listed and _texts(seen) != texts:
                    wrong.append(f"{' '.join(words)}: is not what went in")
    return ran, wrong


def _texts(output: bytes) -> list[str]:
    return [one["text"] for one in json.loads(output)]


def main() -> None:
    """Print what was run and what was wrong; leave with 1 when anything was."""
    listed = json.loads(Path(sys.argv[1]).read_text("utf-8")) if len(sys.argv) > 1 else []
    count = int(sys.argv[2]) if len(sys.argv) > 2 else RANDOM
    texts = [text for text in listed if text] + list(random_strings(count))
    ran, wrong = judge(texts)
    print(f"{len(texts):,} strings, {ran} commands on a terminal and in a pipe: {len(wrong)} wrong")
    print(*wrong, sep="\n", end="\n" if wrong else "")
    if wrong:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
