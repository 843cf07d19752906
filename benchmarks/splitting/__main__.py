"""Print the splitting benchmark; run as `python -m benchmarks.splitting` from the root of the repository."""

import platform
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, islice

from benchmarks.measures import Figures, Outcome, summarise
from benchmarks.splitting.baselines import every_line, texttiling
from benchmarks.splitting.judging import judge, true_gaps
from benchmarks.splitting.mending import Mending, measure_mending
from benchmarks.splitting.pages import page_rows
from benchmarks.splitting.pastes import DATA, Paste, read_pastes
from reviewcli.split.boundary.predict import weigh
from reviewcli.split.paragraphs import Paragraph, read_paragraphs

_SEED = 2
_LONG = 4000
_COLUMNS = ("prec.", "recall", "F1", "exact", "Pk", "WinDiff", "whole", "ECE")
_MENDING_COLUMNS = ("asked", "exact", "marked", "caught", "wrong", "m. edge", "c. edge")


def main() -> int:
    """Print the figures of pages, then the table of both conditions; say so where its data is absent."""
    for row in page_rows():
        print(row, flush=True)
    if not DATA.exists():
        sys.stdout.write("The reviews to measure on are not here: ../shared/reference/segmentation.\n")
        return 0
    print(f"{platform.platform()}, Python {platform.python_version()}")
    mending: dict[str, Mending] = {}
    for blanks in (False, True):
        print(f"\nblank lines {'kept' if blanks else 'dropped'}")
        print(
            f"{'':14}{'':12}"
            + "".join(f"{column:>8}" for column in _COLUMNS)
            + f"{'par./s':>8}{'in long':>8}"
        )
        for series, pastes in read_pastes(DATA / "dev.jsonl.gz", seed=_SEED, blanks=blanks).items():
            documents = _compare(series, pastes, simplest="blank lines" if blanks else "every line")
            if not blanks:
                mending[series] = measure_mending(documents)
    _print_mending(mending)
    return 0


def _print_mending(mending: Mapping[str, Mending]) -> None:
    print("\nblank lines dropped; a person answers every gap that is open, and what is marked before that")
    print(f"{'':14}" + "".join(f"{column:>9}" for column in _MENDING_COLUMNS))
    for series, figures in mending.items():
        shares = (figures.asked, figures.exact_f1, figures.marked, figures.caught, figures.wrong)
        by_edge = (figures.marked_by_edge, figures.caught_by_edge)
        print(f"{series:14}" + "".join(f"{share:9.3f}" for share in (*shares, *by_edge)))


def _compare(series: str, pastes: Sequence[Paste], *, simplest: str) -> list[list[Outcome]]:
    began = time.perf_counter()
    documents = [judge(paste) for paste in pastes]
    speed = sum(len(document) + 1 for document in documents) / (time.perf_counter() - began)
    model, simple = summarise(documents), summarise(_cut(pastes, every_line))
    if simplest == "every line" and model.f1 <= simple.f1:
        raise AssertionError(f"{series}: no better than cutting at every line")
    print(_row(series, "model", model) + f"{speed:8,.0f}{_speed_in_long(pastes):8,.0f}")
    print(_row("", "TextTiling", summarise(_cut(pastes, texttiling))))
    print(_row("", simplest, simple), flush=True)
    return documents


def _speed_in_long(pastes: Sequence[Paste]) -> float:
    """Weigh one text of up to 4,000 paragraphs; give paragraphs a second."""
    paragraphs = list(islice(chain.from_iterable(read_paragraphs(paste.text) for paste in pastes), _LONG))
    began = time.perf_counter()
    return sum(1 for _ in weigh(paragraphs)) / (time.perf_counter() - began)


def _cut(pastes: Sequence[Paste], method: Callable[[Sequence[Paragraph]], list[bool]]) -> list[list[Outcome]]:
    documents = []
    for paste in pastes:
        paragraphs = read_paragraphs(paste.text)
        gaps = zip(method(paragraphs), true_gaps(paste, paragraphs), strict=True)
        documents.append([Outcome(float(cut), true=true) for cut, true in gaps])
    return documents


def _row(series: str, method: str, figures: Figures) -> str:
    shares = (
        *(figures.precision, figures.recall, figures.f1, figures.exact_f1),
        *(figures.pk, figures.window_diff, figures.whole, figures.calibration_error),
    )
    return f"{series:14}{method:12}" + "".join(f"{share:8.3f}" for share in shares)


if __name__ == "__main__":
    raise SystemExit(main())
