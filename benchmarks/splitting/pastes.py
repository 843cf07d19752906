"""Build pastes of known reviews, as the benchmark defines them."""

import gzip
import json
import math
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

DATA = Path(__file__).parents[3] / "shared" / "reference" / "segmentation"
SERIES = ("goodreads_a", "imdb", "steam English", "steam mixed", "steam other")
_FEWEST, _MOST = 3, 40
_LONGEST_REVIEW = 30
ReviewLines: TypeAlias = list[str]


@dataclass(frozen=True, slots=True)
class Paste:
    """Reviews of one item as one text; `starts` are where reviews begin in it."""

    text: str
    starts: frozenset[int]
    item: str = ""


def read_pastes(path: Path, *, seed: int, rounds: int = 1, blanks: bool = False) -> dict[str, list[Paste]]:
    """Build the pastes of every series of a file of reviews, in an order fixed by the seed.

    Each item's reviews are shuffled and dealt out, 3 to 40 a paste (log-uniform), in so many rounds.
    With `blanks`, reviews keep their blank lines and are parted by one; otherwise no line is blank.
    """
    pastes: dict[str, list[Paste]] = {}
    for series, items in sorted(reviews_by_series(path).items()):
        source = random.Random(f"{seed} {series}")
        dealt = [
            paste
            for _ in range(rounds)
            for item, reviews in sorted(items.items())
            for paste in deal(reviews, source, item=item, blanks=blanks)
        ]
        source.shuffle(dealt)
        pastes[series] = dealt
    return pastes


def reviews_by_series(path: Path) -> dict[str, dict[str, list[ReviewLines]]]:
    """Read the reviews of a file by series and item; those of more than 30 paragraphs are left out."""
    grouped: dict[str, dict[str, list[ReviewLines]]] = defaultdict(lambda: defaultdict(list))
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            review = [part.strip() for part in record["text"].strip().split("\n")]
            if 0 < sum(map(bool, review)) <= _LONGEST_REVIEW:
                for series, group in _groups(record):
                    grouped[series][group].append(review)
    return grouped


def _groups(record: dict[str, str]) -> Iterator[tuple[str, str]]:
    source, item, language = record["source"], record["item"], record.get("lang", "")
    if source != "steam":
        yield source, item
        return
    yield "steam mixed", item
    yield ("steam English", item) if language == "english" else ("steam other", f"{item} {language}")


def deal(
    reviews: list[ReviewLines], source: random.Random, *, item: str, blanks: bool = False
) -> Iterator[Paste]:
    """Deal the reviews of one item out to pastes, in an order drawn from the source."""
    reviews = list(reviews)
    source.shuffle(reviews)
    while len(reviews) >= _FEWEST:
        size = round(math.exp(source.uniform(math.log(_FEWEST), math.log(_MOST))))
        yield _paste(reviews[:size], item=item, blanks=blanks)
        reviews = reviews[size:]


def _paste(reviews: list[ReviewLines], *, item: str, blanks: bool) -> Paste:
    texts = ["\n".join(line for line in review if line or blanks) for review in reviews]
    joint = "\n\n" if blanks else "\n"
    starts = set()
    at = 0
    for text in texts:
        starts.add(at)
        at += len(text) + len(joint)
    return Paste(joint.join(texts), frozenset(starts), item)
