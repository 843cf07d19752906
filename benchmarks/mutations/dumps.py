"""Make a dump of annotations, and spoil single facts of it."""

import json
import random
import tempfile
from functools import cache
from pathlib import Path

from reviewcli.changes import Stamp
from reviewcli.corpus import create_corpus, open_corpus
from reviewcli.exchange.collecting import facts_of
from reviewcli.sources.bundled import bundled_source
from reviewcli.views.door import json_text

VALUES: list[object] = [
    *(None, True, -1, 0, 0.5, 10**400, "", "x" * 9000, "\x1b[2J", "\ud800", "\0", [], {}, [[]], [None]),
    *({"source": None}, 2**63, "2026-13-45T99:99:99", "positive", "\u202e"),
]


@cache
def good_dump() -> bytes:
    """Dump what somebody did to the bundled reviews: tags, a merge, a split and what was taken back."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.db"
        create_corpus(path, [bundled_source()], _at(0))
        with open_corpus(path) as corpus:
            corpus.tag([1, 3, 5], "critical", _at(1))
            corpus.tag([2], "positive", _at(2))
            corpus.tag([4], "funny", _at(3), new=True)
            corpus.merge([6, 7], _at(4))
            corpus.split(2, [1], _at(5))
            corpus.untag([3], None, _at(6))
            corpus.undo(None, _at(7))
            facts = list(facts_of(corpus.database, corpus.history()))
    return "".join(json_text(fact) + "\n" for fact in facts).encode()


def _at(minute: int) -> Stamp:
    return Stamp("ben", f"2026-01-02T03:{minute:02}:05.000+00:00", "reviewcli tag")


def spoil_facts(dump: bytes, chance: random.Random) -> bytes:
    """Leave out, repeat, move and change single facts."""
    lines = dump.decode().splitlines()
    for _ in range(chance.choice([1, 2, 5])):
        at = chance.randrange(1, len(lines))
        way = chance.choice(["drop", "repeat", "move", "change", "change", "change", "change"])
        if way == "change":
            lines[at] = _changed(lines[at], chance)
        elif way == "repeat":
            lines.insert(chance.randrange(1, len(lines)), lines[at])
        elif len(lines) > 2:
            line = lines.pop(at)
            lines[at:at] = [] if way == "drop" else [lines[-1], line]
    return "\n".join(lines).encode("utf-8", "surrogatepass") + b"\n"


def _changed(line: str, chance: random.Random) -> str:
    try:
        fact = json.loads(line)
    except ValueError:
        return line
    held = fact
    while isinstance(held, dict) and held:
        name = chance.choice([*held])
        if not isinstance(held[name], dict) or chance.random() < 0.2:
            held[chance.choice([name, name, name, "more"])] = chance.choice(VALUES)
            break
        held = held[name]
    return json.dumps(fact, ensure_ascii=chance.random() < 0.5)
