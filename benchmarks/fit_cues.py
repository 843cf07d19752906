"""Fit the weights of the splitting cues on the training reviews, and write them as a table.

Run as `python -m benchmarks.fit_cues` from the root of the repository; it takes some minutes. The
method is logistic regression with a small ridge, solved by Newton's method (iteratively reweighted
least squares). The three sources count the same, and the boundaries of each are weighted to the share
that is usual in pastes, so that no site and no accident of sampling dominates.
"""

import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.splitting.pastes import DATA, Paste, read_pastes
from reviewcli.split.cues.registry import ALL_CUES
from reviewcli.split.paragraphs import read_paragraphs
from reviewcli.split.scene import gaps, look_around

_TABLE = Path(__file__).parents[1] / "src" / "reviewcli" / "split" / "weights.py"
_SHARES = {
    "goodreads_a": 1.0,
    "imdb": 1.0,
    "steam English": 1 / 3,
    "steam mixed": 1 / 3,
    "steam other": 1 / 3,
}
_BOUNDARIES = 0.36
_ROUNDS = 4
_PASTES = 500
_MASS = 10_000
_RIDGE = 1.0
_STEPS = 12


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate: the cues it meets, by column, with the amounts; column 0 is the bias."""

    amounts: tuple[tuple[int, float], ...]
    true: bool
    weight: float = 1.0


def examples(paste: Paste) -> Iterator[Example]:
    """Yield the candidates of a paste."""
    paragraphs = read_paragraphs(paste.text)
    for paragraph, gap in zip(paragraphs[1:], gaps(look_around(paragraphs)), strict=True):
        found = [(column, cue(gap)) for column, cue in enumerate(ALL_CUES.values(), start=1)]
        amounts = ((column, finding.amount) for column, finding in found if finding)
        yield Example(((0, 1.0), *amounts), true=paragraph.span.start in paste.starts)


def balanced(sample: Sequence[Example], share: float) -> Iterator[Example]:
    """Weight the candidates of one series to its share, and boundaries to their usual share of it."""
    true = sum(example.true for example in sample)
    weights = {
        True: share * _MASS * _BOUNDARIES / true,
        False: share * _MASS * (1 - _BOUNDARIES) / (len(sample) - true),
    }
    for example in sample:
        yield Example(example.amounts, example.true, weights[example.true])


def fit(sample: Sequence[Example], columns: int) -> list[float]:
    """Fit the bias and one coefficient a column by Newton's method."""
    beta = [0.0] * columns
    for _ in range(_STEPS):
        gradient, curvature = _derivatives(sample, beta)
        step = _solve(curvature, gradient)
        beta = [value + change for value, change in zip(beta, step, strict=True)]
    return beta


def _derivatives(sample: Sequence[Example], beta: list[float]) -> tuple[list[float], list[list[float]]]:
    columns = len(beta)
    gradient = [-_RIDGE * value if column else 0.0 for column, value in enumerate(beta)]
    curvature = [
        [_RIDGE if row == column and row else 0.0 for column in range(columns)] for row in range(columns)
    ]
    for example in sample:
        score = sum(beta[column] * amount for column, amount in example.amounts)
        chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
        slack = example.weight * (example.true - chance)
        bend = example.weight * chance * (1 - chance)
        for row, amount in example.amounts:
            gradient[row] += slack * amount
            line, part = curvature[row], bend * amount
            for column, other in example.amounts:
                line[column] += part * other
    return gradient, curvature


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a positive definite system by elimination; no pivoting is needed for one."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for pivot in range(size):
        head = rows[pivot]
        for row in rows[pivot + 1 :]:
            factor = row[pivot] / head[pivot]
            if factor:
                row[pivot:] = [
                    value - factor * top for value, top in zip(row[pivot:], head[pivot:], strict=True)
                ]
    answer = [0.0] * size
    for at in range(size - 1, -1, -1):
        known = sum(rows[at][column] * answer[column] for column in range(at + 1, size))
        answer[at] = (rows[at][size] - known) / rows[at][at]
    return answer


def table(beta: Sequence[float]) -> str:
    """Write the weights as a module, the cues that speak most strongly for a boundary first."""
    weights = sorted(zip(ALL_CUES, beta[1:], strict=True), key=lambda entry: -entry[1])
    lines = [f'    "{name}": {weight:.2f},' for name, weight in weights]
    return "\n".join(
        [
            '"""Hold the weight of every splitting cue.',
            "",
            "Fitted by `python -m benchmarks.fit_cues`: logistic regression, three sources of reviews",
            "weighted the same. Above 0 a cue speaks for a boundary, below 0 against; the unit is the logit.",
            '"""',
            "",
            f"BIAS = {beta[0]:.2f}",
            "WEIGHTS = {",
            *lines,
            "}",
            "",
        ]
    )


def main() -> int:
    """Fit on the training reviews and write the table; say so where they are absent."""
    if not DATA.exists():
        sys.stdout.write("The reviews to fit on are not here: ../shared/reference/segmentation.\n")
        return 0
    sample: list[Example] = []
    by_series: dict[str, list[Example]] = defaultdict(list)
    for series, pastes in read_pastes(DATA / "train.jsonl.gz", seed=1, rounds=_ROUNDS).items():
        for paste in pastes[:_PASTES]:
            by_series[series].extend(examples(paste))
    for series, found in by_series.items():
        sample.extend(balanced(found, _SHARES[series]))
    random.Random(1).shuffle(sample)
    _TABLE.write_text(table(fit(sample, 1 + len(ALL_CUES))), encoding="utf-8")
    sys.stdout.write(f"{len(sample)} candidates, {len(ALL_CUES)} cues: {_TABLE.name} written.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
