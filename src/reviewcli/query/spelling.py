"""Tell whether two words may be one word in two spellings."""


def slips_allowed(word: str) -> int:
    """Say how many typing slips a word of its length may hold: none below 4 letters, 1 below 8, else 2."""
    if len(word) < 4:
        return 0
    return 1 if len(word) < 8 else 2


def within(left: str, right: str, *, slips: int) -> bool:
    """Tell whether two words are at most so many slips apart."""
    return count_slips(left, right, most=slips) <= slips


def count_slips(left: str, right: str, *, most: int) -> int:
    """Count the slips between two words, up to `most`; answer a larger number beyond.

    A slip is a letter more, less or other, or two neighbours swapped: the optimal string alignment
    distance (Damerau 1964), in time proportional to the longer word.
    """
    if left == right:
        return 0
    if most == 0 or abs(len(left) - len(right)) > most:
        return most + 1
    left, right = _differing(left, right)
    return _distance(left, right, most)


def _differing(left: str, right: str) -> tuple[str, str]:
    """Cut off the beginning and then the ending that two words share."""
    start, shorter = 0, min(len(left), len(right))
    while start < shorter and left[start] == right[start]:
        start += 1
    end = 0
    while end < shorter - start and left[-1 - end] == right[-1 - end]:
        end += 1
    return left[start : len(left) - end], right[start : len(right) - end]


def _distance(left: str, right: str, slips: int) -> int:
    """Count slips in the band of the table that can stay within `slips`; answer any larger number beyond."""
    far = slips + 1
    before: dict[int, int] = {}
    row = {j: j for j in range(min(slips, len(right)) + 1)}
    for i in range(1, len(left) + 1):
        above, row = row, {}
        for j in range(max(0, i - slips), min(len(right), i + slips) + 1):
            best = min(above.get(j, far), row.get(j - 1, far)) + 1
            if j:
                best = min(best, above.get(j - 1, far) + (left[i - 1] != right[j - 1]))
            if i > 1 and j > 1 and left[i - 1] == right[j - 2] and left[i - 2] == right[j - 1]:
                best = min(best, before.get(j - 2, far) + 1)
            row[j] = best
        if min(row.values()) > slips:
            return far
        before = above
    return row.get(len(right), far)
