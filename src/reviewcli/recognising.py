"""Tell which reviews of a source a corpus already has, whatever people have merged and split since."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import IO, Any, NamedTuple

from reviewcli.keys import review_key
from reviewcli.model import Boundary, Review
from reviewcli.origins import Places
from reviewcli.tally import Tally

GOES_ON = Boundary(0.5, ("goes on from what was imported before",))
_HELD = 1 << 22


class Draft(NamedTuple):
    """A review that is not numbered yet, where its lines stand in the source, and what else was said."""

    review: Review
    places: Places
    said: Any = None


class Known:
    """The texts that a source already gave; `recognised` counts the reviews that were found among them.

    `texts` is read once or twice, each time anew. Of a text its hash is held, and nothing else
    (`reviewcli.tally` says how that can fail).
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts
        self._left = Tally()
        for text in texts:
            self._left.add(text)
        self.recognised = 0

    def new_among(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        """Give what is new: whole reviews first of all, and of one known in part the paragraphs that are not.

        A review is known when its text stands in the corpus as one review, or its paragraphs do in several:
        people may have merged or split it, and importing it again must not undo that. All reviews are seen
        before the first is given; those that may be new wait in a temporary file.
        """
        if not self._left.total:
            yield from drafts
            return
        rest = _Waiting()
        for draft in drafts:
            if self._left.take(draft.review.text):
                self.recognised += 1
            else:
                rest.add(draft)
        lines = self._lines_left() if rest.count else Tally()
        for draft in rest:
            fresh = [at for at, line in enumerate(draft.review.text.split("\n")) if not lines.take(line)]
            if len(fresh) == len(draft.places):
                yield draft
            elif fresh:
                yield _part(draft, fresh)
            else:
                self.recognised += 1

    def _lines_left(self) -> Tally:
        """Count the lines of the texts that were not recognised whole."""
        lines = Tally()
        for text in self._texts:
            if self._left.take(text):
                for line in text.split("\n"):
                    lines.add(line)
        return lines


class _Waiting:
    """Drafts that wait in memory while they are few, in a temporary file when they are many."""

    def __init__(self) -> None:
        from tempfile import SpooledTemporaryFile

        self._file: IO[bytes] = SpooledTemporaryFile(_HELD)  # noqa: SIM115  # goes when its drafts do
        self.count = 0

    def add(self, draft: Draft) -> None:
        """Put a draft behind the others."""
        import pickle

        pickle.dump(draft, self._file)
        self.count += 1

    def __iter__(self) -> Iterator[Draft]:
        """Give the drafts in order."""
        import pickle

        self._file.seek(0)
        for _ in range(self.count):
            draft: Draft = pickle.load(self._file)
            yield draft


def _part(draft: Draft, fresh: list[int]) -> Draft:
    """Make a review of the lines that are new; where they part from known ones is open to doubt."""
    lines = draft.review.text.split("\n")
    text = "\n".join([lines[at] for at in fresh])
    kept = {at: place for place, at in enumerate(fresh)}
    part = replace(
        draft.review,
        text=text,
        key=review_key(text, occurrence=0),
        before=draft.review.before if fresh[0] == 0 else GOES_ON,
        after=draft.review.after if fresh[-1] == len(lines) - 1 else GOES_ON,
        gaps=tuple(
            replace(gap, after=kept[gap.after])
            for gap in draft.review.gaps
            if gap.after in kept and gap.after - 1 in kept
        ),
    )
    return draft._replace(review=part, places=[draft.places[at] for at in fresh])
