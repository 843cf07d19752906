"""Lay out many reviews as a table, one a row."""

from collections.abc import Callable, Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from reviewcli.model import Review
from reviewcli.text import count_words
from reviewcli.views import theme
from reviewcli.views.door import line

LONGEST_OPENING = 400
DOUBT_MARK, DECIDED_MARK = "?", "*"


def review_table(reviews: Iterable[Review]) -> Table:
    """Show each review by its first words, on one line."""
    return table_of(reviews, _opening, one_line=True)


def summary(reviews: Sequence[Review], *, total: int) -> Text:
    """Say under a list how many of the reviews it shows, and what its marks mean."""
    tagged = sum(bool(review.annotations) for review in reviews)
    doubtful = sum(review.doubtful for review in reviews)
    counted = f"{len(reviews):,} of {total:,}" if len(reviews) < total else f"{total:,}"
    parts = [f"{counted} {'review' if total == 1 else 'reviews'}", f"{tagged:,} tagged"]
    if doubtful:
        parts.append(f"{doubtful:,} doubtful ({DOUBT_MARK})")
    if decided := sum(review.decided for review in reviews):
        parts.append(f"{decided:,} decided by a reader ({DECIDED_MARK})")
    return Text(" · ".join(parts), theme.QUIET)


def fact_table(facts: Iterable[tuple[str, str, str]]) -> Table:
    """Show settings: name, value and what decided it."""
    table = Table.grid(padding=(0, 2))
    for style in (theme.HEADER, "", theme.QUIET):
        table.add_column(style=style, overflow="fold")
    for name, value, decided_by in facts:
        table.add_row(name, Text(line(value)), Text(line(decided_by)))
    return table


def table_of(reviews: Iterable[Review], content: Callable[[Review], Text], *, one_line: bool) -> Table:
    """Make the table of reviews, with what `content` shows of each in its widest column."""
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, header_style=theme.HEADER)
    table.add_column("#  ", justify="right", no_wrap=True)
    table.add_column("Review", ratio=1, no_wrap=one_line, overflow="ellipsis" if one_line else "fold")
    table.add_column("Words", justify="right", no_wrap=True)
    table.add_column("Lang", no_wrap=True)
    table.add_column("Label", no_wrap=True, max_width=24)
    for review in reviews:
        table.add_row(
            Text.assemble(
                (str(review.number), theme.NUMBER),
                (DOUBT_MARK if review.doubtful else " ", theme.DOUBT),
                (DECIDED_MARK if review.decided else " ", theme.QUIET),
            ),
            content(review),
            f"{count_words(review.text):,}",
            review.language or "–",
            labels_text(review.labels),
        )
    return table


def labels_text(labels: Iterable[str]) -> Text:
    """Write labels in their colours, or a quiet dash when there are none."""
    parts = [Text(line(label), theme.label_style(label)) for label in labels]
    return Text(", ").join(parts) if parts else Text("–", theme.QUIET)


def _opening(review: Review) -> Text:
    start = f"{review.title}: {review.text}" if review.title else review.text
    return Text(line(start[:LONGEST_OPENING]))
