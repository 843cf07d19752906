"""Read the numbers of reviews as people type them: 3, 1-5,8."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reviewcli.errors import UsageError

MOST = 1_000_000
_PART = re.compile(r"(\d{1,12})(?:[-–](\d{1,12}))?")


def parse_numbers(words: Iterable[str]) -> list[int]:
    """Return the numbers in the order they were typed, each once; raise UsageError for anything else."""
    numbers: dict[int, None] = {}
    for word in words:
        for part in word.split(","):
            if part:
                numbers.update(dict.fromkeys(_expand(part, word)))
            if len(numbers) > MOST:
                raise UsageError(f"'{word}' names more than {MOST:,} reviews.", hint="Name fewer at a time.")
    if not numbers:
        raise UsageError("No review is named.", hint="Give numbers such as 3 or 1-5,8.")
    return list(numbers)


def is_numbers(word: str) -> bool:
    """Tell whether a word is made of review numbers."""
    return bool(word.strip(",")) and all(_PART.fullmatch(part) for part in word.split(",") if part)


def _expand(part: str, word: str) -> range:
    found = _PART.fullmatch(part)
    if not found:
        raise UsageError(f"'{word}' is not a review's number.", hint="Give numbers such as 3 or 1-5,8.")
    first, last = int(found[1]), int(found[2] or found[1])
    if first > last:
        raise UsageError(f"'{part}' runs backwards.", hint=f"Write {last}-{first}.")
    if last - first >= MOST:
        raise UsageError(f"'{word}' names more than {MOST:,} reviews.", hint="Name fewer at a time.")
    return range(first, last + 1)


def format_numbers(numbers: Iterable[int]) -> str:
    """Write numbers the short way that `parse_numbers` reads: 1-5,8."""
    if isinstance(numbers, range) and numbers.step > 0:  # of an import, which may be of a million
        return ",".join(_runs(numbers))
    return ",".join(_runs(sorted(set(numbers))))


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    start = 0
    for end in range(1, len(numbers) + 1):
        if end == len(numbers) or numbers[end] != numbers[end - 1] + 1:
            first, last = numbers[start], numbers[end - 1]
            yield str(first) if first == last else f"{first}-{last}"
            start = end
