"""Lay out what a search found: each review by the passage that answers the query."""

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from reviewcli.model import Review
from reviewcli.query.highlight import snippet
from reviewcli.query.tree import Query
from reviewcli.views import theme
from reviewcli.views.door import line
from reviewcli.views.listing import table_of

PASSAGE = 160


def hit_table(reviews: Iterable[Review], query: Query) -> Table:
    """Show each review by the passage that answers the query, what was asked for highlighted."""
    return table_of(reviews, lambda review: _passage(review, query), one_line=False)


def found(reviews: Sequence[Review]) -> Text:
    """Say under the hits how many there are."""
    return Text(f"{len(reviews):,} {'review' if len(reviews) == 1 else 'reviews'}", theme.QUIET)


def _passage(review: Review, query: Query) -> Text:
    found = snippet(query, review.text, PASSAGE, language=review.language)
    if review.title and not found.spans:
        found = snippet(query, f"{review.title}: {review.text}", PASSAGE, language=review.language)
    text = Text("… " if found.cut_before else "")
    shown = 0
    for span in found.spans:
        text.append(line(found.text[shown : span.start]))
        text.append(line(found.text[span.start : span.end]), theme.HIT)
        shown = span.end
    return text.append(line(found.text[shown:])).append(" …" if found.cut_after else "")
