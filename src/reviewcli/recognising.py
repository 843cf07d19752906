"""Tell which reviews of a source a corpus already has, whatever people have merged and split since."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reviewcli.model import Boundary, Review

GOES_ON = Boundary(0.5, ("goes on from what was imported before",))


class Known:
    """The texts that a source already gave; `recognised` counts the reviews that were found among them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = Counter(texts)
        self.recognised = 0

    def new_among(self, reviews: list[Review]) -> Iterator[Review]:
        """Give what is new: whole reviews first of all, and of one known in part the paragraphs that are not.

        A review is known when its text stands in the corpus as one review, or its paragraphs do in several:
        people may have merged or split it, and importing it again must not undo that.
        """
        if not self._texts:
            yield from reviews
            return
        rest = [review for review in reviews if not self._take_text(review.text)]
        lines = Counter(line for text in self._texts.elements() for line in text.split("\n"))
        for review in rest:
            text = review.text.split("\n")
            fresh = [at for at, line in enumerate(text) if not _take(lines, line)]
            if fresh:
                yield review if len(fresh) == len(text) else _part(review, text, fresh)
            else:
                self.recognised += 1

    def _take_text(self, text: str) -> bool:
        known = _take(self._texts, text)
        self.recognised += known
        return known


def _take(counts: Counter[str], item: str) -> bool:
    """Take one of an item away; tell whether there was one."""
    if counts[item] <= 0:
        return False
    counts[item] -= 1
    return True


def _part(review: Review, lines: list[str], fresh: list[int]) -> Review:
    """Make a review of the lines that are new; where they part from known ones is open to doubt."""
    places = {at: place for place, at in enumerate(fresh)}
    return replace(
        review,
        text="\n".join(lines[at] for at in fresh),
        before=review.before if fresh[0] == 0 else GOES_ON,
        after=review.after if fresh[-1] == len(lines) - 1 else GOES_ON,
        gaps=tuple(
            replace(gap, after=places[gap.after])
            for gap in review.gaps
            if gap.after in places and gap.after - 1 in places
        ),
    )
