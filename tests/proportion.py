"""Tell whether work takes time in proportion to its size, whatever else the machine is doing."""

import time
from collections.abc import Callable

TIMES_LARGER = 4
TRIES = 5
SHORTEST = 0.002


def in_proportion(work: Callable[[int], object], size: int, *, slack: float = 2.5) -> bool:
    """Tell whether `work` of four times the size takes at most four times the processor's time, and a slack.

    What is squared takes sixteen times as long, which is more than any slack below four. The least of
    some tries counts, for others may slow a try down but cannot speed one up.
    """
    least_few = least_many = float("inf")
    for _ in range(TRIES):
        least_few = min(least_few, _seconds(work, size))
        least_many = min(least_many, _seconds(work, size * TIMES_LARGER))
        if least_many <= max(least_few, SHORTEST) * TIMES_LARGER * slack:
            return True
    return False


def _seconds(work: Callable[[int], object], size: int) -> float:
    began = time.process_time()
    work(size)
    return time.process_time() - began
