"""Set the paragraphs of a text side by side: every gap with what stands around it."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reviewcli.split.look import Look, guess_language, look_at
from reviewcli.split.paragraphs import Paragraph

_FAR = 3


@dataclass(frozen=True, slots=True)
class Scene:
    """What is true of a text as a whole.

    `median` is the middle length of its paragraphs; `spread` tells in how many of them each word
    stands; `voices` how many are in each script and language.
    """

    size: int
    median: int
    spread: Counter[str]
    voices: Counter[tuple[str | None, str | None]]
    habits: Counter[str]

    def rarity(self, word: str) -> float:
        """Tell how rare a word is here, 0 (in every paragraph) to 1 (in one only)."""
        return math.log(self.size / self.spread[word]) / math.log(self.size)


@dataclass(frozen=True, slots=True)
class Trace:
    """A typographic style last shown `distance` paragraphs away: 0 is the one at the gap."""

    style: str
    distance: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A candidate: the paragraph on its left, the one on its right, and one more on either side.

    `quotes` and `dashes` are the styles nearest on the left and on the right, up to three away.
    `told` are the names that paragraphs before it gave; `count` is the number of the latest list
    item before it, where a list is open.
    """

    scene: Scene
    left: Look
    right: Look
    before: Look | None
    beyond: Look | None
    quotes: tuple[Trace | None, Trace | None]
    dashes: tuple[Trace | None, Trace | None]
    told: frozenset[str]
    count: int | None


def look_around(paragraphs: Sequence[Paragraph]) -> list[Look]:
    """Look at every paragraph in order.

    One whose language cannot be told is taken to be in the commonest one of its script.
    """
    guesses = [guess_language(paragraph) for paragraph in paragraphs]
    looks = [look_at(paragraph, guess) for paragraph, guess in zip(paragraphs, guesses, strict=True)]
    known: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
    for look in looks:
        if look.language:
            known[look.script][look.language] += 1
    usual = {script: counts.most_common(1)[0][0] for script, counts in known.items()}
    return [
        look
        if look.language or usual.get(look.script, "en") == "en"
        else look_at(paragraph, usual[look.script])
        for paragraph, look in zip(paragraphs, looks, strict=True)
    ]


def gaps(looks: Sequence[Look]) -> Iterator[Gap]:
    """Yield the gap before each paragraph but the first, in order."""
    scene = Scene(
        size=len(looks),
        median=sorted(look.length for look in looks)[len(looks) // 2] if looks else 0,
        spread=Counter(word for look in looks for word in look.words),
        voices=Counter((look.script, look.language) for look in looks),
        habits=Counter(habit for look in looks for habit in look.print.habits),
    )
    seen: set[str] = set()
    count: int | None = None
    for at in range(1, len(looks)):
        left, right = looks[at - 1], looks[at]
        back, on = looks[max(0, at - _FAR) : at][::-1], looks[at : at + _FAR]
        seen.update(left.words)
        if left.number is not None:
            count = left.number
        yield Gap(
            scene=scene,
            left=left,
            right=right,
            before=looks[at - 2] if at > 1 else None,
            beyond=looks[at + 1] if at + 1 < len(looks) else None,
            quotes=(_nearest(back, "quotes"), _nearest(on, "quotes")),
            dashes=(_nearest(back, "dash"), _nearest(on, "dash")),
            told=frozenset(
                name for name in right.names if name.split()[-1].lower().removesuffix("'s") in seen
            ),
            count=count,
        )


def _nearest(looks: Sequence[Look], habit: Literal["quotes", "dash"]) -> Trace | None:
    for distance, look in enumerate(looks):
        style = look.print.quotes if habit == "quotes" else look.print.dash
        if style:
            return Trace(style, distance)
    return None
