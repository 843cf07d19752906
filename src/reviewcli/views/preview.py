"""Lay out where a text would be cut, before anything is written."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from reviewcli.model import Boundary, Review
from reviewcli.split.cues.reasons import worded
from reviewcli.text import count_words
from reviewcli.views import theme
from reviewcli.views.door import line, plain_field

LONGEST_OPENING = 400
ROWS = 200


def preview_tables(numbered: Iterable[tuple[int, Review]]) -> Iterator[Table]:
    """Show each review that would be: its first words, and how sure it is that it begins there and why.

    There is a table for every 200 reviews, made when it is asked for, so that no more are held.
    """
    rest = iter(numbered)
    while rows := list(islice(rest, ROWS)):
        yield _table(rows)


def _table(rows: Sequence[tuple[int, Review]]) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, header_style=theme.HEADER)
    table.add_column("#", justify="right", style=theme.NUMBER, no_wrap=True)
    table.add_column("Sure", justify="right", no_wrap=True)
    table.add_column("Review", ratio=3, no_wrap=True, overflow="ellipsis")
    table.add_column("Words", justify="right", no_wrap=True)
    table.add_column("Why it begins here", ratio=2, overflow="fold", style=theme.QUIET)
    for number, review in rows:
        opening = Text(line(review.text[:LONGEST_OPENING]))
        why = Text(line("; ".join(worded(review.before.reasons))))
        table.add_row(str(number), _sure(review.before), opening, f"{count_words(review.text):,}", why)
    return table


def _sure(boundary: Boundary) -> Text:
    return Text(f"{boundary.confidence:.2f}", theme.DOUBT if boundary.doubtful else "")


def preview_line(number: int, review: Review) -> str:
    """Write a review that would be as number, confidence, words, reasons and text, separated by tabs."""
    facts = (str(number), f"{review.before.confidence:.2f}", str(count_words(review.text)))
    reasons = "; ".join(worded(review.before.reasons))
    return "\t".join(plain_field(field) for field in (*facts, reasons, review.text)) + "\n"
