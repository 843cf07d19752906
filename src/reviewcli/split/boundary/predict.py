"""Say of every gap between paragraphs how likely it is a boundary between reviews."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from reviewcli.split.boundary.context import ONE, Scores, score_rows, second_rows
from reviewcli.split.boundary.hashing import Groups
from reviewcli.split.boundary.reading import Reading, read
from reviewcli.split.boundary.storage import Model, load_model, unfold
from reviewcli.split.cues.finding import Finding
from reviewcli.split.paragraphs import Paragraph
from reviewcli.split.stretches import stretches

UNIT = 1024
_PLACES = 4


@dataclass(frozen=True, slots=True)
class Weighed:
    """A gap with the probability that it is a boundary, and what each cue found there."""

    probability: float
    findings: Sequence[Finding | None]


def boundary_probabilities(paragraphs: Sequence[Paragraph]) -> list[float]:
    """Give, for the gap before each paragraph but the first, the probability of a boundary."""
    return [gap.probability for gap in weigh(paragraphs)]


def weigh(paragraphs: Iterable[Paragraph]) -> Iterator[Weighed]:
    """Weigh the gap before each paragraph but the first, in order.

    A long text is read in stretches of 2,000 paragraphs, each with 40 more on either side, so that
    what is kept in memory does not grow with it.
    """
    model = load_model()
    for stretch in stretches(paragraphs):
        reading = read(stretch.paragraphs, model.background)
        chances = probabilities(reading, model)
        own = slice(stretch.first, stretch.end)
        yield from map(Weighed, chances[own], reading.findings[own])


def probabilities(reading: Reading, model: Model) -> list[float]:
    """Give the probability of a boundary at every gap that was read.

    Two passes: the second sees what the first thought of the neighbourhood. A gap with a separator
    line in it is a boundary for both.
    """
    scores = [_scores(groups, model) for groups in reading.paragraph_rows()]
    pairs = [sum(itemgetter(*rows)(model.pairs)) for rows in reading.pair_rows()]
    rows = [[*plain, *learnt] for plain, learnt in zip(reading.plain, score_rows(scores, pairs), strict=True)]
    thought = map(_chance, model.first.score(rows))
    chances = [ONE if cut else round(ONE * chance) for chance, cut in zip(thought, reading.cuts, strict=True)]
    context = second_rows(rows, chances, reading.sizes)
    whole = [[*row, *around] for row, around in zip(rows, context, strict=True)]
    return [round(_chance(score), _PLACES) for score in model.second.score(whole)]


def _scores(groups: Groups, model: Model) -> Scores:
    """Give a paragraph's eight scores; each group has two rows at least."""
    head, tail, bag = (unfold(sum(itemgetter(*rows)(model.paragraphs))) for rows in groups)
    return (
        *(head[0], tail[0], bag[0]),
        *(head[1], tail[1], bag[1]),
        head[2] + tail[2] + bag[2],
        head[3] + tail[3] + bag[3],
    )


def _chance(score: int) -> float:
    return 1 / (1 + math.exp(-score / UNIT))
