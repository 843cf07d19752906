"""Fit the hashed tables: how reviews open and close, alone and at a gap, and how the two sides pair."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pool
from typing import Any

import numpy as np  # type: ignore[import-not-found,unused-ignore]  # needed for training only
from scipy import sparse  # type: ignore[import-not-found,import-untyped,unused-ignore]  # the same
from scipy.optimize import minimize  # type: ignore[import-not-found,import-untyped,unused-ignore]  # the same

from benchmarks.training.extraction import FOLDS, Document, Further
from reviewcli.split.boundary.hashing import PAIR_ROWS, PARAGRAPH_ROWS

SCALE = 40
SHARES = {
    "goodreads_a": 0.8,
    "imdb": 1.0,
    "steam English": 0.55,
    "steam mixed": 0.45,
    "steam other": 0.55,
    "goodreads_a kept": 0.15,
    "goodreads_a short": 0.1,
    "imdb kept": 0.15,
    "imdb short": 0.1,
    "steam mixed kept": 0.15,
    "steam mixed short": 0.1,
}
_FURTHER_SHARE = 0.25
_RIDGE_ALONE, _RIDGE_JOINT = 100.0, 60.0
_STEPS = 40


@dataclass(frozen=True, slots=True)
class Sample:
    """Documents as matrices: one of the rows of paragraphs in each of three groups, one of pairs."""

    series: list[str]
    sizes: list[int]
    groups: list[Any]
    pairs: Any
    true: Any
    cuts: Any
    left: Any
    right: Any
    gap_series: Any
    gap_fold: Any
    gap_round: Any


def gather(documents: Sequence[Document]) -> Sample:
    """Gather documents into one sample; paragraphs and gaps stand in their order."""
    sizes = [len(document.true) + 1 for document in documents]
    gaps = [size - 1 for size in sizes]
    starts = np.cumsum([0, *sizes])[:-1]
    left = np.concatenate([start + np.arange(count) for start, count in zip(starts, gaps, strict=True)])
    return Sample(
        series=[document.series for document in documents],
        sizes=sizes,
        groups=[
            matrix([rows[group] for document in documents for rows in document.paragraphs], PARAGRAPH_ROWS)
            for group in range(3)
        ],
        pairs=matrix([rows for document in documents for rows in document.pairs], PAIR_ROWS),
        true=np.concatenate([document.true for document in documents]),
        cuts=np.concatenate([document.cuts for document in documents]),
        left=left,
        right=left + 1,
        gap_series=np.repeat([document.series for document in documents], gaps),
        gap_fold=np.repeat([document.fold for document in documents], gaps),
        gap_round=np.repeat([document.round for document in documents], gaps),
    )


def matrix(rows: Sequence[Sequence[int]], columns: int) -> Any:
    """Make a sparse matrix of ones from the columns that each row has."""
    ends = np.cumsum([0, *map(len, rows)])
    columns_of = np.fromiter((column for row in rows for column in row), np.int32, ends[-1])
    return sparse.csr_matrix(
        (np.ones(len(columns_of), np.float32), columns_of, ends), shape=(len(rows), columns)
    )


def shares(series: Any, used: Any) -> Any:
    """Weight each gap so that every series has its share, whatever its size."""
    weights = np.zeros(len(series))
    for name, share in SHARES.items():
        mine = (series == name) & used
        if mine.any():
            weights[mine] = share / mine.sum()
    return weights * used.sum()


def fit_tables(sample: Sample, further: Further, used: Any) -> list[Any]:
    """Fit five tables to the gaps used: opening and closing alone, opening, closing and pairs at once."""
    whole = (sample.groups[0] + sample.groups[1] + sample.groups[2]).tocsr()
    once = used & (sample.gap_round == 0) & (sample.gap_series != "steam English")
    once |= used & (sample.gap_series == "goodreads_a") & (sample.gap_round < 3)
    weights = shares(sample.gap_series, once)[once]
    more = matrix([[*head, *tail, *bag] for head, tail, bag in further.paragraphs], PARAGRAPH_ROWS)
    weights = np.append(weights, np.full(more.shape[0], _FURTHER_SHARE * weights.sum() / more.shape[0]))
    tables = []
    for side, edges in ((sample.right, further.first), (sample.left, further.last)):
        rows = sparse.vstack([whole[side[once]], more]).tocsr()
        goal = np.append(sample.true[once], edges)
        tables.append(logistic(rows, goal, weights, ridge=_RIDGE_ALONE))
    joint = sparse.hstack([whole[sample.right[used]], whole[sample.left[used]], sample.pairs[used]]).tocsr()
    both = logistic(joint, sample.true[used], shares(sample.gap_series, used)[used], ridge=_RIDGE_JOINT)
    return [*tables, *np.split(both, [PARAGRAPH_ROWS, 2 * PARAGRAPH_ROWS])]


def logistic(rows: Any, goal: Any, weights: Any, *, ridge: float) -> Any:
    """Fit a ridge logistic regression by L-BFGS, and give its weights in whole 1/40 logits."""
    kept = np.unique(rows.indices)
    places = np.zeros(rows.shape[1], np.int32)
    places[kept] = np.arange(len(kept))
    small = sparse.csr_matrix((rows.data, places[rows.indices], rows.indptr), (rows.shape[0], len(kept)))
    turned = small.T.tocsr()
    goal = goal.astype(np.float32)
    weights = (weights / weights.mean()).astype(np.float32)

    def loss(beta: Any) -> tuple[float, Any]:
        beta = beta.astype(np.float32)
        score = small @ beta[:-1] + beta[-1]
        slack = weights * (1 / (1 + np.exp(-score)) - goal)
        cost = float((weights * (np.logaddexp(0, score) - goal * score)).sum())
        cost += ridge / 2 * float(beta[:-1] @ beta[:-1])
        return cost, np.append(turned @ slack + ridge * beta[:-1], slack.sum()).astype(np.float64)

    found = minimize(loss, np.zeros(len(kept) + 1), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    table = np.zeros(rows.shape[1])
    table[kept] = found.x[:-1]
    return np.clip(np.round(table * SCALE), -127, 127).astype(np.int32)


def fit_folds(sample: Sample, further: Further, used: Any) -> list[list[Any]]:
    """Fit tables without each fold in turn, and last with all."""
    masks = [used & (sample.gap_fold != fold) for fold in range(FOLDS)]
    with Pool(2) as pool:
        return pool.map(partial(fit_tables, sample, further), [*masks, used], chunksize=1)


def score_paragraphs(sample: Sample, tables: Sequence[Any]) -> Any:
    """Score paragraphs as `reviewcli.split.boundary.predict` does: eight numbers each."""
    opening, closing, opens, closes, _ = tables
    alone = [group @ table for table in (opening, closing) for group in sample.groups]
    whole = sample.groups[0] + sample.groups[1] + sample.groups[2]
    return np.stack([*alone, whole @ opens, whole @ closes], axis=1).astype(np.int32)


def cross_scores(sample: Sample, fitted: Sequence[Sequence[Any]]) -> tuple[Any, Any]:
    """Score every paragraph and pair by the tables that were fitted without its fold."""
    first = np.cumsum([0, *sample.sizes])[:-1]
    folds = np.zeros(sum(sample.sizes), int)
    folds[sample.left], folds[sample.right] = sample.gap_fold, sample.gap_fold
    folds[first] = folds[first + 1]
    paragraphs = np.zeros((len(folds), 8), np.int32)
    pairs = np.zeros(len(sample.true), np.int32)
    for fold in range(FOLDS):
        scored = score_paragraphs(sample, fitted[fold])
        paragraphs[folds == fold] = scored[folds == fold]
        mine = sample.gap_fold == fold
        pairs[mine] = (sample.pairs[mine] @ fitted[fold][4]).astype(np.int32)
    return paragraphs, pairs
