"""Find documents by their keys without holding the keys: by a hash of 64 bits each, in some thirty bytes."""

from array import array
from typing import NamedTuple

_FIRST_SIZE = 96
_ALL_BITS = (1 << 64) - 1


class Kept(NamedTuple):
    """The number of a document, and a fingerprint of what it says."""

    number: int
    print: int


class Keyed:
    """Numbers and fingerprints by key, in arrays with open addressing as in `reviewcli.tally`."""

    def __init__(self) -> None:
        self._hashes, self._numbers, self._prints = _empty(_FIRST_SIZE)
        self._used = 0

    def __len__(self) -> int:
        return self._used

    def put(self, key: str, number: int, what: int) -> None:
        """Keep the number and the fingerprint of a key, in the place of what it had."""
        known = hash(key) & _ALL_BITS or 1
        place = self._place(known)
        self._used += not self._hashes[place]
        self._hashes[place], self._numbers[place], self._prints[place] = known, number, what
        if 4 * self._used > 3 * len(self._hashes):
            self._grow()

    def get(self, key: str) -> Kept | None:
        """Find what is kept of a key."""
        place = self._place(hash(key) & _ALL_BITS or 1)
        return Kept(self._numbers[place], self._prints[place]) if self._hashes[place] else None

    def _place(self, known: int) -> int:
        hashes = self._hashes
        size = len(hashes)
        place = known % size
        while (there := hashes[place]) and there != known:
            place = place + 1 if place + 1 < size else 0
        return place

    def _grow(self) -> None:
        before = zip(self._hashes, self._numbers, self._prints, strict=True)
        self._hashes, self._numbers, self._prints = _empty(len(self._hashes) * 3 // 2)
        for known, number, what in before:
            if known:
                place = self._place(known)
                self._hashes[place], self._numbers[place], self._prints[place] = known, number, what


def fingerprint(parts: tuple[object, ...]) -> int:
    """Return a number that differs, but for chance, wherever one of the parts does, in this process."""
    return hash(parts) & _ALL_BITS


def _empty(size: int) -> tuple["array[int]", "array[int]", "array[int]"]:
    return array("Q", [0]) * size, array("I", [0]) * size, array("Q", [0]) * size
