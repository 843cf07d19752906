"""Grow the two forests on cross-fitted scores, and turn them into whole numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm  # type: ignore[import-not-found,import-untyped,unused-ignore]  # needed for training only
import numpy as np  # type: ignore[import-not-found,unused-ignore]  # the same

from benchmarks.training.extraction import FOLDS, Document
from benchmarks.training.tables import Sample, shares
from reviewcli.split.boundary.context import ONE, score_rows, second_rows
from reviewcli.split.boundary.forest import Node, Tree
from reviewcli.split.boundary.plain import CLOSENESS, DISTANCES
from reviewcli.split.boundary.predict import UNIT

_LEAST, _MOST = -32_000, 32_000
_FIRST, _SECOND = (250, 0.06), (1300, 0.03)
_SETTINGS = {
    "objective": "binary",
    "num_leaves": 63,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.35,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 63,
    "num_threads": 2,
    "deterministic": True,
    "force_row_wise": True,
    "seed": 1,
    "verbose": -1,
}


@dataclass(frozen=True, slots=True)
class Grown:
    """The forests of the first and the second pass."""

    first: Any
    second: Any


def first_rows(documents: Sequence[Document], sample: Sample, paragraphs: Any, pairs: Any) -> Any:
    """Set the rows that need no table beside those of the scores."""
    rows: list[list[int]] = []
    at = 0
    for before, size in enumerate(sample.sizes):
        scores = [tuple(score) for score in paragraphs[at : at + size].tolist()]
        gap = at - before
        rows += score_rows(scores, pairs[gap : gap + size - 1].tolist())
        at += size
    plain = np.concatenate([document.plain for document in documents])
    return np.hstack([plain, _narrow(rows)])


def with_context(documents: Sequence[Document], sample: Sample, rows: Any, chances: Any) -> Any:
    """Set beside each row what the first chances make of its neighbourhood."""
    whole = np.where(sample.cuts, ONE, np.round(chances * ONE)).astype(int)
    context: list[list[int]] = []
    at = 0
    for document in documents:
        here = slice(at, at + len(document.true))
        closeness = rows[here, : CLOSENESS * DISTANCES].tolist()
        context += second_rows(closeness, whole[here].tolist(), document.sizes)
        at = here.stop
    return np.hstack([rows, _narrow(context)])


def _narrow(rows: Sequence[Sequence[int]]) -> Any:
    return np.clip(np.array(rows, np.int32), _LEAST, _MOST).astype(np.int16)


def grow(documents: Sequence[Document], sample: Sample, rows: Any, used: Any) -> Grown:
    """Grow both forests; what the second is told of the first is cross-fitted by item as well."""
    weights = shares(sample.gap_series, used)
    fit = _fitter(sample.true, weights)
    chances = np.zeros(len(sample.true))
    for fold in range(FOLDS):
        held = sample.gap_fold == fold
        chances[held] = predict(fit(rows, used & ~held, _FIRST), rows[held])
    first = fit(rows, used, _FIRST)
    second = fit(with_context(documents, sample, rows, chances), used, _SECOND)
    return Grown(first, second)


def _fitter(true: Any, weights: Any) -> Callable[[Any, Any, tuple[int, float]], Any]:
    def fit(rows: Any, used: Any, settings: tuple[int, float]) -> Any:
        rounds, rate = settings
        data = lightgbm.Dataset(
            rows[used].astype(np.float32),
            true[used].astype(np.float32),
            weight=weights[used] / weights[used].mean(),
            params={"max_bin": 63, "verbose": -1},
        )
        return lightgbm.train({**_SETTINGS, "learning_rate": rate}, data, rounds)

    return fit


def predict(forest: Any, rows: Any) -> Any:
    """Give the probability of each row."""
    return forest.predict(rows.astype(np.float32))


def whole_trees(forest: Any) -> tuple[Tree, ...]:
    """Turn a forest of lightgbm into trees of whole numbers, values in 1/1024 logits."""
    return tuple(_tree(info["tree_structure"]) for info in forest.dump_model()["tree_info"])


def _tree(structure: dict[str, Any]) -> Tree:
    nodes: list[Node] = []
    values: list[int] = []

    def walk(node: dict[str, Any]) -> None:
        if "leaf_value" in node:
            values.append(round(node["leaf_value"] * UNIT))
            return
        first = len(values)
        walk(node["left_child"])
        threshold = int(np.floor(node["threshold"]))
        nodes.append(Node(node["split_feature"], threshold, first, len(values)))
        walk(node["right_child"])

    walk(structure)
    return Tree(tuple(nodes), tuple(values))
