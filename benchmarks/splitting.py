"""Measure how well and how fast text is cut into reviews, beside cutting at every line.

Run as `python -m benchmarks.splitting` from the root of the repository.
"""

import gzip
import json
import math
import platform
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from reviewcli.split.paragraphs import read_paragraphs
from reviewcli.split.segment import CUT_AT, weigh_gaps

DATA = Path(__file__).parents[2] / "shared" / "reference" / "segmentation"
_FEWEST, _MOST = 3, 40
_LONGEST_REVIEW = 30
_BINS = 10


@dataclass(frozen=True, slots=True)
class Paste:
    """Reviews of one item as one text, a paragraph a line; `starts` are where reviews begin in it."""

    text: str
    starts: frozenset[int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was said of one candidate: its probability, and whether it is a boundary."""

    probability: float
    true: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """The measures of one source; each is a share, 0 to 1."""

    precision: float
    recall: float
    f1: float
    exact_f1: float
    calibration_error: float


def read_pastes(path: Path, *, seed: int, rounds: int = 1) -> dict[str, list[Paste]]:
    """Build the pastes of every series of a file of reviews, in an order fixed by the seed.

    Each item's reviews are shuffled and dealt out, 3 to 40 a paste (log-uniform), in so many rounds.
    """
    pastes: dict[str, list[Paste]] = {}
    for series, items in sorted(_reviews_by_series(path).items()):
        source = random.Random(f"{seed} {series}")
        dealt = [
            paste for _ in range(rounds) for _, item in sorted(items.items()) for paste in _deal(item, source)
        ]
        source.shuffle(dealt)
        pastes[series] = dealt
    return pastes


def _reviews_by_series(path: Path) -> dict[str, dict[str, list[list[str]]]]:
    grouped: dict[str, dict[str, list[list[str]]]] = defaultdict(lambda: defaultdict(list))
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            lines_of_review = [part.strip() for part in record["text"].split("\n") if part.strip()]
            if 0 < len(lines_of_review) <= _LONGEST_REVIEW:
                for series, group in _groups(record):
                    grouped[series][group].append(lines_of_review)
    return grouped


def _groups(record: dict[str, str]) -> Iterator[tuple[str, str]]:
    source, item, language = record["source"], record["item"], record.get("lang", "")
    if source != "steam":
        yield source, item
        return
    yield "steam mixed", item
    yield ("steam English", item) if language == "english" else ("steam other", f"{item} {language}")


def _deal(reviews: list[list[str]], source: random.Random) -> Iterator[Paste]:
    reviews = list(reviews)
    source.shuffle(reviews)
    while len(reviews) >= _FEWEST:
        size = round(math.exp(source.uniform(math.log(_FEWEST), math.log(_MOST))))
        yield _paste(reviews[:size])
        reviews = reviews[size:]


def _paste(reviews: list[list[str]]) -> Paste:
    starts = set()
    at = 0
    for review in reviews:
        starts.add(at)
        at += sum(len(line) + 1 for line in review)
    return Paste("\n".join(line for review in reviews for line in review), frozenset(starts))


def judge(paste: Paste) -> list[Outcome]:
    """Weigh every candidate of a paste, and say which are boundaries."""
    paragraphs = read_paragraphs(paste.text)
    marks = sorted(paste.starts)
    outcomes = []
    passed = 1
    for paragraph, gap in zip(paragraphs[1:], weigh_gaps(paragraphs), strict=True):
        reached = passed
        while reached < len(marks) and marks[reached] <= paragraph.span.start:
            reached += 1
        outcomes.append(Outcome(gap.confidence, true=reached > passed))
        passed = reached
    return outcomes


def measure(documents: Sequence[Sequence[Outcome]]) -> Figures:
    """Measure boundaries and whole reviews, summed over documents, and the calibration of probabilities."""
    outcomes = [outcome for document in documents for outcome in document]
    chosen = sum(outcome.probability >= CUT_AT for outcome in outcomes)
    true = sum(outcome.true for outcome in outcomes)
    hits = sum(outcome.true and outcome.probability >= CUT_AT for outcome in outcomes)
    exact = sum(_exact(document) for document in documents)
    return Figures(
        precision=hits / max(1, chosen),
        recall=hits / max(1, true),
        f1=2 * hits / max(1, chosen + true),
        exact_f1=2 * exact / max(1, chosen + true + 2 * len(documents)),
        calibration_error=_calibration_error(outcomes),
    )


def _exact(document: Sequence[Outcome]) -> int:
    said = _edges(len(document), (outcome.probability >= CUT_AT for outcome in document))
    true = _edges(len(document), (outcome.true for outcome in document))
    return len(set(pairwise(said)) & set(pairwise(true)))


def _edges(gaps: int, cuts: Iterable[bool]) -> list[int]:
    return [0, *(at for at, cut in enumerate(cuts, start=1) if cut), gaps + 1]


def _calibration_error(outcomes: Sequence[Outcome]) -> float:
    bins: dict[int, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        bins[min(_BINS - 1, int(outcome.probability * _BINS))].append(outcome)
    gaps = (abs(sum(outcome.probability - outcome.true for outcome in group)) for group in bins.values())
    return sum(gaps) / max(1, len(outcomes))


def main() -> int:
    """Print the table; say so where the data is absent."""
    if not DATA.exists():
        sys.stdout.write("The reviews to measure on are not here: ../shared/reference/segmentation.\n")
        return 0
    sys.stdout.write(f"{platform.platform()}, Python {platform.python_version()}\n")
    sys.stdout.write(
        f"{'source':14}{'':12}{'prec.':>7}{'recall':>7}{'F1':>7}{'exact':>7}{'ECE':>7}{'par./s':>8}\n"
    )
    for series, pastes in read_pastes(DATA / "dev.jsonl.gz", seed=2).items():
        began = time.perf_counter()
        documents = [judge(paste) for paste in pastes]
        speed = sum(len(document) + 1 for document in documents) / (time.perf_counter() - began)
        everywhere = [[Outcome(1.0, outcome.true) for outcome in document] for document in documents]
        cues, baseline = measure(documents), measure(everywhere)
        if cues.f1 <= baseline.f1:
            raise AssertionError(f"{series}: no better than cutting at every line")
        sys.stdout.write(_row(series, "cues", cues) + f"{speed:8,.0f}\n")
        sys.stdout.write(_row("", "every line", baseline) + "\n")
    return 0


def _row(series: str, method: str, figures: Figures) -> str:
    shares = (figures.precision, figures.recall, figures.f1, figures.exact_f1, figures.calibration_error)
    return f"{series:14}{method:12}" + "".join(f"{share:7.3f}" for share in shares)


if __name__ == "__main__":
    raise SystemExit(main())
