"""Say how a newly trained model does on the dev reviews, source by source."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np  # type: ignore[import-not-found,unused-ignore]  # needed for training only

from benchmarks.measures import Outcome, calibration_error, summarise
from benchmarks.training import tables, trees
from benchmarks.training.extraction import Document


def report(
    documents: Sequence[Document], fitted: Sequence[Any], grown: trees.Grown, say: Callable[[str], None]
) -> None:
    """Print boundary F1, exact-review F1 and calibration error of every series."""
    sample = tables.gather(documents)
    pairs = (sample.pairs @ fitted[4]).astype(np.int32)
    rows = trees.first_rows(documents, sample, tables.score_paragraphs(sample, fitted), pairs)
    first = trees.predict(grown.first, rows)
    context = trees.with_context(documents, sample, rows, first)
    second = trees.predict(grown.second, context)
    for name, chances in (("first", first), ("second", second)):
        outcomes: dict[str, list[list[Outcome]]] = defaultdict(list)
        at = 0
        for document in documents:
            here = np.where(document.cuts, 1.0, chances[at : at + len(document.true)]).tolist()
            at += len(document.true)
            outcomes[document.series].append(
                [Outcome(chance, true=true) for chance, true in zip(here, document.true, strict=True)]
            )
        for series, said in sorted(outcomes.items()):
            figures = summarise(said)
            error = calibration_error([outcome for one in said for outcome in one])
            say(f"{name:7}{series:14} F1 {figures.f1:.3f}  exact {figures.exact_f1:.3f}  ECE {error:.3f}")
