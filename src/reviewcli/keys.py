"""Make the key by which a review is known from its text, and tell whether a key is that of a text."""

import hashlib

KEY_LENGTH = 20


def review_key(text: str, *, occurrence: int) -> str:
    """Return the key of the review whose text stands in its source for the `occurrence`-th time, from 0."""
    content = f"{occurrence}\n{text}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(content).hexdigest()[:KEY_LENGTH]


def identity_key(identity: str) -> str:
    """Return the key of the review that its publisher knows by an id, whatever its text."""
    content = f"id\n{identity}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(content).hexdigest()[:KEY_LENGTH]


class Keys:
    """Tell of reviews, best in the order in which they were imported, whether their keys fit their texts.

    A key does not say for which time the text stood in its source: that is the next time after the last
    that was seen of it, or else it is looked for, up to `most`.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._times: dict[str, int] = {}

    def fits(self, key: str, text: str) -> bool:
        """Tell whether a key is that of a text."""
        first = review_key(text, occurrence=0)
        if key == first:
            return True
        following = self._times.get(first, 0) + 1
        for occurrence in (following, *range(1, self._most)):
            if key == review_key(text, occurrence=occurrence):
                self._times[first] = occurrence
                return True
        return False
