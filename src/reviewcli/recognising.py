"""Tell which reviews of a source a corpus already has, whatever people have merged and split since."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reviewcli.model import Boundary, Review, Span

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
            fresh = [line for line in review.text.split("\n") if not _take(lines, line)]
            if fresh:
                yield review if "\n".join(fresh) == review.text else _part(review, fresh)
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


def _part(review: Review, fresh: list[str]) -> Review:
    """Make a review of the paragraphs that are new; where they part from known ones is open to doubt."""
    text = "\n".join(fresh)
    begins = review.text.startswith(fresh[0])
    return replace(
        review,
        text=text,
        before=review.before if begins else GOES_ON,
        after=review.after if review.text.endswith(fresh[-1]) else GOES_ON,
        span=Span(review.span.start, review.span.end),
    )
