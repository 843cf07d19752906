"""Lay out one whole review to be read: its facts above, its text below."""

from collections.abc import Iterator

from rich.console import Group
from rich.constrain import Constrain
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reviewcli.model import Boundary, InnerGap, Review
from reviewcli.split.cues.reasons import worded
from reviewcli.text import count_words
from reviewcli.views import theme
from reviewcli.views.door import block, line
from reviewcli.views.frame import WIDEST, framed
from reviewcli.views.listing import labels_text

EVEN = 0.5


def review_panel(review: Review) -> Constrain:
    """Show a review in a frame no wider than lines can be read."""
    text = "\n\n".join(part for part in block(review.text).split("\n") if part.strip())
    return framed(Group(_facts(review), Padding(Text(text), (1, 0, 0, 0))), f"Review {review.number}")


def numbered_paragraphs(review: Review) -> Constrain:
    """Show the paragraphs of a review by number, for a person to say where to cut it."""
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", style=theme.NUMBER)
    table.add_column(ratio=1, overflow="fold")
    for number, paragraph in enumerate(review.text.split("\n"), 1):
        table.add_row(str(number), Text(block(paragraph)))
    return Constrain(table, WIDEST)


def _facts(review: Review) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style=theme.QUIET, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for name, value in _told(review):
        table.add_row(name, Text(line(value)))
    table.add_row("Labels", _labels(review))
    for note in review.notes:
        table.add_row("Note", Text(block(note)))
    table.add_row("Language", review.language or "not told")
    table.add_row("Words", f"{count_words(review.text):,}")
    table.add_row("Source", Text(f"{line(review.source)}, characters {review.span.start}–{review.span.end}"))
    table.add_row("Begins", _boundary(review.before))
    table.add_row("Ends", _boundary(review.after))
    for gap in review.gaps:
        if gap.doubtful:
            table.add_row("Inside", _inside(gap))
    if review.joined:
        gaps = "gap" if review.joined == 1 else "gaps"
        table.add_row("Inside", f"a reader decided against a boundary at {review.joined} {gaps}")
    return table


def _told(review: Review) -> Iterator[tuple[str, str]]:
    """Give what the source said of a review besides its text."""
    for name in ("title", "author", "date", "item"):
        if value := getattr(review, name):
            yield name.capitalize(), value
    if review.rating is not None:
        yield "Rating", f"{review.rating:g}" + (f" of {review.rating_scale:g}" if review.rating_scale else "")
    if review.recommended is not None:
        yield "Rating", "recommended" if review.recommended else "not recommended"
    if review.helpful is not None:
        yield "Helpful", f"to {review.helpful:,}"
    if review.verified:
        yield "Verified", "yes"


def _labels(review: Review) -> Text:
    if not review.annotations:
        return labels_text(())
    given = [
        Text.assemble(
            labels_text([one.label]), (f"  by {line(one.annotator)}, {shown_time(one.time)}", theme.QUIET)
        )
        for one in review.annotations
    ]
    return Text("\n").join(given)


def _boundary(boundary: Boundary) -> Text:
    doubt = ("doubtful, ", theme.DOUBT) if boundary.doubtful else ""
    reasons = f": {line('; '.join(worded(boundary.reasons)))}" if boundary.reasons else ""
    return Text.assemble(doubt, f"{boundary.confidence:.2f}", reasons)


def _inside(gap: InnerGap) -> Text:
    sure = f"{gap.boundary.confidence:.2f} a boundary after paragraph {gap.after}"
    return Text.assemble(("doubtful, ", theme.DOUBT), sure, reasons_said(gap.boundary))


def reasons_said(boundary: Boundary) -> str:
    """Say what speaks for a boundary in a gap that may be none, or against one, whichever is likelier."""
    if not boundary.reasons:
        return ""
    speaks = "for" if boundary.confidence >= EVEN else "against"
    return f"; {speaks} it: {line('; '.join(worded(boundary.reasons)))}"


def shown_time(time: str) -> str:
    """Write an ISO 8601 time in UTC to the minute, as people read it."""
    return f"{line(time[:16].replace('T', ' '))} UTC"
