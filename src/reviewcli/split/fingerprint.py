"""Take the typographic fingerprint of a paragraph: the habits of whoever typed it."""

import re
from dataclasses import dataclass

_DEPTH = 2000
_REACH = 400
_STARTS = re.compile(r"(?:^|[.!?…。！？]['\"”’)\]]*\s+)(\w)")
_DASHES = ("--", "—", " – ", " - ")
# Every habit, with the marks of which one stands wherever it shows: looking for them first is faster.
_HABITS = (
    ("! in a row", ("!!",), re.compile(r"!!")),
    ("?! in a row", ("??", "!!!", "?!", "!?"), re.compile(r"\?\?|[!?]{3}|\?!|!\?")),
    ("a lone small i", ("i ", "i'", "i’"), re.compile(r"i(?<![\w'’.]i)(?=[ '’])(?!\.)")),
    ("no space after a comma", (",",), re.compile(r",(?<=[^\W\d],)[^\W\d]")),
    ("space before a mark", (" ,", " .", " !", " ?"), re.compile(r" [,.!?](?<=\w..)(?:\s|$)")),
    ("dots for a pause", ("..",), re.compile(r"\.\.")),
    ("the dots “…”", ("…",), re.compile("…")),
    ("two spaces after a full stop", ("  ",), re.compile(r"[.!?]  \S")),
    (
        "smileys",
        (),
        re.compile(r"[:;=](?:(?<=^.)|(?<=\s.))['-]?[()DPp3]|[\U0001f300-\U0001faff\u2600-\u26ff]"),
    ),
    ("“&”", ("&",), re.compile(r"\s&\s")),
    ("words in capitals", (), re.compile(r"[A-Z](?<=\b.)[A-Z]{3,}\b")),
    ("brackets", ("(",), re.compile(r"\(")),
    ("*emphasis*", ("*", "_"), re.compile(r"[*_](?<!\w.)\w[^*_\n]{0,60}[*_](?!\w)")),
    ("“double quotes”", (), re.compile('["“”«»„]')),
    ("semicolons", (";",), re.compile(r";(?<=\w;)\s")),
    ("exclamation marks", ("!",), re.compile(r"!(?<=\w!)(?:\s|$)")),
    ("question marks", ("?",), re.compile(r"\?(?<=\w\?)(?:\s|$)")),
    ("figures", (), re.compile(r"\d")),
)
_UNMARKED = frozenset("dont cant didnt doesnt isnt wont ive im thats youre".split())
_UNMARKED_WORD = "apostrophes left out"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The habits a paragraph shows; None where it gives no occasion to show one.

    `quotes` is `curly` or `straight`; `capitals` tells how sentences begin: in `capitals`, in
    `small letters`, or all in `capitals only`.
    """

    quotes: str | None
    dash: str | None
    capitals: str | None
    habits: frozenset[str]


def fingerprint(text: str) -> Fingerprint:
    """Take the fingerprint of a paragraph from its first 2,000 characters."""
    body = text[:_DEPTH]
    curly = any(mark in body for mark in "‘’“”")
    straight = "'" in body or '"' in body
    dash = next((dash.strip() for dash in _DASHES if dash in body), None)
    return Fingerprint(
        quotes=("curly" if curly else "straight") if curly != straight else None,
        dash=dash,
        capitals=_capitals(body[:_REACH]),
        habits=_habits(body),
    )


def _habits(body: str) -> frozenset[str]:
    shown = {
        name
        for name, marks, habit in _HABITS
        if (not marks or any(mark in body for mark in marks)) and habit.search(body)
    }
    if not _UNMARKED.isdisjoint(body.lower().split()):
        shown.add(_UNMARKED_WORD)
    return frozenset(shown)


def _capitals(head: str) -> str | None:
    if head.isupper() and sum(map(str.isupper, head)) > 10:
        return "capitals only"
    starts = [char for char in _STARTS.findall(head) if char.lower() != char.upper()]
    if not starts:
        return None
    return "small letters" if all(char.islower() for char in starts) else "capitals"
