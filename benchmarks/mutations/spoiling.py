"""Spoil good inputs, the same way for the same seed."""

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.mutations.dumps import good_dump, spoil_facts
from benchmarks.mutations.packing import PACKED, SUFFIXES, pack, tokens
from benchmarks.mutations.tables import KINDS, TOKENS, good_table
from tests.pages import LAYOUTS, render
from tests.saved_pages import SAVED, render_saved

LARGEST = 150_000
FORMATS = ("text", "html", "decisions", "dumps", *KINDS, *PACKED)
_DATA = Path(__file__).parents[2] / "data"
_DEEP = 100_000
_TOKENS = {
    "text": [
        b"\0", b"\r", b"\x85", b"\x1b[2J", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\n---\n",
        b"\n" * 5000, b" " * 5000, b"1.\n", b"#3\n", b"99999999999999999999. x\n", b"9" * 5000,
        b"\xf0\x9f\x98\x80" * 50, b"e\xcc\x81" * 2000, b"\xe2\x80\xae", b"Review 4: \n",
        b"5 out of 5 stars\n", b"(" * _DEEP, b"a" * _DEEP, b"\n-" * 2000, b"January 99, 99999\n",
    ],
    "html": [
        b"\0", b"<", b">", b"</div>", b"<!--", b"-->", b"<script>", b"<![CDATA[", b"&#0;", b"&#x110000;",
        b"&#xD800;", b"&" + b"9" * 5000 + b";", b"&#" + b"9" * 5000 + b";", b"<div>" * 3000, b"</p>" * 3000,
        b"<p " + b"a=b " * 3000 + b">", b'<meta charset="utf-16">', b'<meta charset="utf-7">', b"<template>",
        b"<table><tr><td>", b"<svg><math>", b"<?xml version='1.0' encoding='ebcdic'?>", b"<plaintext>",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"\xff\xfe", b'<meta charset="idna">', b"<textarea>",
        b"<br>" * 3000,
    ],
    "decisions": [
        b"[" * _DEEP, b'{"a":' * _DEEP, b"9" * 5000, b"-1", b"1e999", b"NaN", b"null", b"true", b'"\\ud800"',
        b"{}", b"[]", b'"after_line": 0,', b'"after_line": 99999999999999999999,', b'"after_paragraph": 2.5,',
        b'"boundary": 1,', b'"by": null,', b'"format": 2,', b'"format": [],', b'"decisions": {},', b"\0",
        b"\xef\xbb\xbf", b"\xff\xfe", b'{"after_line": 3, "boundary": true, "by": "\\u001b[2J"},' * 500,
    ],
    "dumps": [
        b"[" * _DEEP, b'{"a":' * _DEEP, b"9" * 5000, b"1e999", b"NaN", b"-1", b"null", b'"\\ud800"', b"\0",
        b"{}", b"\xef\xbb\xbf", b"\xff\xfe", b"\n" * 5000, b"\r", b"\n{}\n", b"\n[]\n", b'"at": 0',
        b'\n{"label": {"group": "sentiment", "name": "\\u001b[2J"}}\n', b'{"format": 2}', b'"\\u202e"',
    ],
} | {form: tokens(form) for form in PACKED} | dict.fromkeys(KINDS, TOKENS)  # fmt: skip


class Case(NamedTuple):
    """What is imported: a file's name and bytes, the decisions file beside it, if any, and options."""

    name: str
    data: bytes
    decisions: bytes | None
    options: tuple[str, ...]


def cases(form: str, count: int, seed: int = 0) -> Iterator[Case]:
    """Give so many spoilt inputs of one format."""
    for number in range(count):
        chance = random.Random(f"{form} {seed + number}")
        yield _case(form, chance)


def _case(form: str, chance: random.Random) -> Case:
    options = chance.choice([(), (), (), ("--split", "blank"), ("--split", "-+"), ("--expect", "3")])
    if form in KINDS:
        name, data = good_table(form, chance)
        said = chance.choice([(), (), (), ("--map", "text=text")])
        return Case(name, data if chance.random() < 0.3 else _spoil(data, form, chance), None, said)
    if form in PACKED:
        return _packed_case(form, chance, options)
    if form == "dumps":
        dump = good_dump() if chance.random() < 0.3 else spoil_facts(good_dump(), chance)
        spoilt = dump if chance.random() < 0.5 else _spoil(dump, form, chance)
        preview = chance.choice([(), (), (), ("--preview",)])
        return Case("work.jsonl", spoilt, None, ("--annotations", *preview))
    if form == "decisions":
        text, decided = (_DATA / "reviews.txt").read_bytes(), _decided(chance)
        spoilt = decided if chance.random() < 0.6 else _spoil(decided, form, chance)
        return Case("page.txt", text, spoilt, options)
    if form == "html":
        site = chance.choice(list(SAVED))
        markup = render_saved(site, chance.randrange(1000)).text.encode()
        return Case("page.html", _spoil(markup, form, chance), None, options)
    layout = LAYOUTS[chance.choice(list(LAYOUTS))]
    bundled = (_DATA / "reviews.txt").read_text("utf-8")
    page = chance.choice([bundled, render(layout, chance.randrange(1000)).text])
    encoded = page.encode(chance.choice(["utf-8", "utf-8", "utf-8", "utf-16", "latin-1"]), "replace")
    return Case("page.txt", _spoil(encoded, form, chance), None, options)


def _packed_case(form: str, chance: random.Random, options: tuple[str, ...]) -> Case:
    """Pack a text or page, mostly a good one, and mostly spoil what comes of that."""
    inner = chance.choice(["text", "text", "html"])
    within = _case(inner, chance) if chance.random() < 0.4 else _good(chance)
    packed = pack(within.data, form, chance)
    if chance.random() < 0.7:
        packed = _spoil(packed, form, chance)
    ending = chance.choice([SUFFIXES[form], SUFFIXES[form], ""])
    return Case(f"{within.name}{ending}", packed, None, options)


def _good(chance: random.Random) -> Case:
    data = chance.choice([b"Good.\n---\nBad.\n" * 9, (_DATA / "reviews.txt").read_bytes()])
    return Case("page.txt", data, None, ())


def _decided(chance: random.Random) -> bytes:
    """Write decisions about the bundled text that are mostly of the right shape, and rarely make sense."""
    record = json.loads((_DATA / "reviews.decisions.json").read_bytes())
    places = [1, 2, 3, 7, 11, 18, 19, 20, 38, 1000, 2**31, 2**63, 10**400]
    record["decisions"] = [
        {
            chance.choice(["after_line", "after_paragraph"]): chance.choice(places),
            "boundary": chance.random() < 0.5,
            "by": chance.choice(["reader", "", "\x1b[2J", "\ud800", "x" * 9000]),
        }
        for _ in range(chance.choice([0, 1, 5, 50, 1000]))
    ]
    if chance.random() < 0.3:
        chance.choice([record, *record["decisions"]])[chance.choice([*record, "more"])] = chance.choice(
            [None, True, -1, 0.5, "", [], {}, 10**400, "\ud800"]
        )
    return json.dumps(record).encode()


def _spoil(data: bytes, form: str, chance: random.Random) -> bytes:
    for _ in range(chance.choice([1, 1, 2, 3, 8])):
        data = chance.choice(_SPOILERS)(data, form, chance)[:LARGEST]
    return data


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    """Choose a stretch, mostly a short one."""
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice([1, 4, 40, 400, len(data)]))


def _flip(data: bytes, _: str, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _number in range(chance.choice([1, 3, 30]) if data else 0):
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def _cut_out(data: bytes, _: str, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + data[end:]


def _shorten(data: bytes, _: str, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _repeat(data: bytes, _: str, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:end] + data[start:end] * chance.choice([1, 2, 50, 2000]) + data[end:]


def _move(data: bytes, _: str, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    rest = data[:start] + data[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + data[start:end] + rest[at:]


def _insert(data: bytes, form: str, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(_TOKENS[form]) + data[at:]


def _replace(data: bytes, form: str, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + chance.choice(_TOKENS[form]) + data[end:]


def _noise(data: bytes, _: str, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + chance.randbytes(end - start) + data[end:]


_SPOILERS: tuple[Callable[[bytes, str, random.Random], bytes], ...] = (
    *(_flip, _cut_out, _shorten, _repeat, _move, _insert, _insert, _replace, _noise),
)
