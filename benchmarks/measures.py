"""Measure a segmentation against the true one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from reviewcli.split.segment import CUT_AT

_BINS = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was said of one candidate: its probability, and whether it is a boundary."""

    probability: float
    true: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """The measures of one source; each is a share, 0 to 1. Of `pk` and `window_diff` less is better."""

    precision: float
    recall: float
    f1: float
    exact_f1: float
    pk: float
    window_diff: float
    whole: float
    calibration_error: float


def summarise(documents: Sequence[Sequence[Outcome]]) -> Figures:
    """Measure boundaries and whole reviews summed over documents; Pk and WindowDiff are means over them.

    An exact review is one whose two ends are both right; `whole` is the share of documents
    without a mistake.
    """
    outcomes = [outcome for document in documents for outcome in document]
    cuts = [([outcome.true for outcome in document], chosen(document)) for document in documents]
    said = sum(sum(chosen) for _, chosen in cuts)
    true = sum(outcome.true for outcome in outcomes)
    hits = sum(outcome.true and outcome.probability >= CUT_AT for outcome in outcomes)
    exact = sum(exact_reviews(truth, said) for truth, said in cuts)
    count = max(1, len(documents))
    return Figures(
        precision=hits / max(1, said),
        recall=hits / max(1, true),
        f1=2 * hits / max(1, said + true),
        exact_f1=2 * exact / max(1, said + true + 2 * len(documents)),
        pk=sum(pk(truth, said, window(truth)) for truth, said in cuts) / count,
        window_diff=sum(window_diff(truth, said, window(truth)) for truth, said in cuts) / count,
        whole=sum(truth == said for truth, said in cuts) / count,
        calibration_error=calibration_error(outcomes),
    )


def chosen(document: Iterable[Outcome]) -> list[bool]:
    """Tell which candidates are cut at: those that splitting would cut at."""
    return [outcome.probability >= CUT_AT for outcome in document]


def exact_reviews(true: Sequence[bool], said: Sequence[bool]) -> int:
    """Count the segments that stand in both segmentations."""
    return len(set(pairwise(edges(true))) & set(pairwise(edges(said))))


def edges(cuts: Sequence[bool]) -> list[int]:
    """List where segments begin and end, counted in candidates from the beginning of the text."""
    return [0, *(at for at, cut in enumerate(cuts, start=1) if cut), len(cuts) + 1]


def window(true: Sequence[bool]) -> int:
    """Give the usual window of Pk and WindowDiff: half the mean true segment, at least 2 paragraphs."""
    return max(2, round((len(true) + 1) / (sum(true) + 1) / 2))


def pk(true: Sequence[bool], said: Sequence[bool], width: int) -> float:
    """Give the share of pairs `width` apart of which only one segmentation puts both in one segment.

    Beeferman, Berger and Lafferty (1999), "Statistical models for text segmentation". Each cut
    stands for the gap after a paragraph; a text no longer than the window is one pair, of its ends.
    """
    pairs = list(zip(_counts(true, width), _counts(said, width), strict=True))
    return sum((one == 0) != (other == 0) for one, other in pairs) / max(1, len(pairs))


def window_diff(true: Sequence[bool], said: Sequence[bool], width: int) -> float:
    """Give the share of windows in which two segmentations have not the same number of boundaries.

    Pevzner and Hearst (2002), "A critique and improvement of an evaluation metric for text
    segmentation".
    """
    pairs = list(zip(_counts(true, width), _counts(said, width), strict=True))
    return sum(one != other for one, other in pairs) / max(1, len(pairs))


def _counts(cuts: Sequence[bool], width: int) -> list[int]:
    """Count the boundaries between the two ends of every window."""
    total = [0, *accumulate(cuts)]
    width = min(width, len(cuts))
    return [total[at + width] - total[at] for at in range(len(cuts) - width + 1)] if cuts else []


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """Give the expected calibration error over ten bins of the same width.

    Naeini, Cooper and Hauskrecht (2015), "Obtaining well calibrated probabilities using Bayesian
    binning": how far, on average, the probabilities of a bin are from the share that is true.
    """
    bins: dict[int, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        bins[min(_BINS - 1, int(outcome.probability * _BINS))].append(outcome)
    gaps = (abs(sum(outcome.probability - outcome.true for outcome in group)) for group in bins.values())
    return sum(gaps) / max(1, len(outcomes))
