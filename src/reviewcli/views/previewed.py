"""Write the first reviews of a table as they would be, every field named."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reviewcli.model import Review
from reviewcli.views.door import line
from reviewcli.views.reports import Piece

if TYPE_CHECKING:
    from reviewcli.planning import Said

LONGEST_OPENING = 300
_FIELDS = ("title", "author", "date", "item", "language", "helpful", "verified", "recommended")


def previewed_lines(drafts: Iterable[tuple[Review, "Said"]]) -> Iterator[list[Piece]]:
    """Give a line for each review with its text, and below it what else is known of it."""
    for number, (review, said) in enumerate(drafts, 1):
        yield [(f"{number:>3}  ", "bold cyan"), (line(review.text[:LONGEST_OPENING]), "")]
        facts = [f"{name} {value}" for name in _FIELDS if (value := getattr(review, name)) is not None]
        if review.rating is not None:
            scale = f" of {review.rating_scale:g}" if review.rating_scale else ""
            facts.insert(0, f"rating {review.rating:g}{scale}")
        facts += [
            f"label {one.label}" + (f" by {one.annotator}" if one.annotator else "") for one in said.labels
        ]
        facts += [f"note {note}" for note in said.notes]
        yield [("     ", ""), (" · ".join(facts), "dim")]
