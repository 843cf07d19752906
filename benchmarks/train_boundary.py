"""Train the model that tells boundaries, and write its weights.

Run as `python -m benchmarks.train_boundary` from the root of the repository, where numpy, scipy and
lightgbm are installed; it takes some ten minutes. With `--leave SOURCE` (`goodreads`, `imdb` or
`steam`) it trains without that source, measures on it, and writes nothing.
"""

import sys
import time

from benchmarks.splitting.pastes import DATA

_SEED, _DEV_SEED = 1, 2


def train(leave: str | None) -> int:
    """Train on all sources but one to leave out, say how that went, and write the weights of all."""
    import numpy as np  # type: ignore[import-not-found,unused-ignore]  # needed for training only

    from benchmarks.training import tables, trees
    from benchmarks.training.extraction import background, documents, further_paragraphs
    from benchmarks.training.report import report
    from reviewcli.split.boundary.storage import WEIGHTS, Learnt, pack

    began = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - began:6.0f} s  {text}", flush=True)

    large = background()
    read = documents("train.jsonl.gz", large, seed=_SEED, training=True)
    sample, further = tables.gather(read), further_paragraphs(large)
    say(f"{len(read)} pastes, {len(sample.true)} gaps read")
    used = np.ones(len(sample.true), bool)
    if leave:
        used = ~np.char.startswith(sample.gap_series.astype(str), leave)
    fitted = tables.fit_folds(sample, further, used)
    say("tables fitted")
    rows = trees.first_rows(read, sample, *tables.cross_scores(sample, fitted))
    grown = trees.grow(read, sample, rows, used & ~sample.cuts)
    say("trees grown")
    report(documents("dev.jsonl.gz", large, seed=_DEV_SEED, training=False), fitted[-1], grown, say)
    if leave is None:
        learnt = Learnt(
            tuple(table.tolist() for table in fitted[-1]),
            large,
            trees.whole_trees(grown.first),
            trees.whole_trees(grown.second),
        )
        say(f"{WEIGHTS.name}: {WEIGHTS.write_bytes(pack(learnt)):,} bytes written")
    return 0


def main() -> int:
    """Train; say so where the data is absent."""
    if not DATA.exists():
        sys.stdout.write("The reviews to train on are not here: ../shared/reference/segmentation.\n")
        return 0
    return train(sys.argv[2] if sys.argv[1:2] == ["--leave"] else None)


if __name__ == "__main__":
    raise SystemExit(main())
