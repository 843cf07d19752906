"""Keep sets of ids as runs, `[first, last]` each and in order: ids mostly follow one another."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

Runs = list[list[int]]


def runs_of(ids: Iterable[int]) -> Runs:
    """Gather ids, in whatever order, into runs."""
    return joined([doc_id, doc_id] for doc_id in sorted(set(ids)))


def joined(runs: Iterable[Sequence[int]]) -> Runs:
    """Gather runs, in whatever order and even overlapping, into as few as there can be."""
    found: Runs = []
    for first, last in sorted((first, last) for first, last in runs):
        if found and first <= found[-1][1] + 1:
            found[-1][1] = max(found[-1][1], last)
        else:
            found.append([first, last])
    return found


def overlap(some: Runs, others: Runs) -> bool:
    """Tell whether two sets have an id in common."""
    if len(some) > len(others):
        some, others = others, some
    ends = [last for _, last in others]
    for first, last in some:
        at = bisect_left(ends, first)
        if at < len(others) and others[at][0] <= last:
            return True
    return False


def size(runs: Runs) -> int:
    """Count the ids."""
    return sum(last - first + 1 for first, last in runs)


def ids_of(runs: Runs) -> Iterator[int]:
    """Give the ids in order."""
    return (doc_id for first, last in runs for doc_id in range(first, last + 1))


def format_runs(runs: Runs) -> str:
    """Write them as people type the numbers of reviews: 1-5,8."""
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
