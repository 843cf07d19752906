"""Lay out one boundary to be decided: how the review before it ends, and how the one after it begins."""

from rich.box import ROUNDED
from rich.console import Group
from rich.constrain import Constrain
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from reviewcli.model import Review
from reviewcli.views import theme
from reviewcli.views.door import block, line
from reviewcli.views.reading import WIDEST

SHOWN = 400


def boundary_panel(left: Review, right: Review, progress: str) -> Constrain:
    """Show both sides of a boundary, its confidence and the reasons for it."""
    before, after = block(left.text.rpartition("\n")[2]), block(right.text.partition("\n")[0])
    title = f"{left.number} | {right.number}, confidence {right.before.confidence:.2f}"
    content = Group(
        Text(f"… {before[-SHOWN:]}" if len(before) > SHOWN else before),
        Rule(Text(title, theme.DOUBT), style=theme.QUIET),
        Text(f"{after[:SHOWN]} …" if len(after) > SHOWN else after),
    )
    frame = Panel(
        content,
        title=Text(f" {progress} ", theme.NUMBER),
        title_align="left",
        subtitle=Text(f" {line('; '.join(right.before.reasons))} ", theme.QUIET),
        subtitle_align="left",
        box=ROUNDED,
        border_style=theme.QUIET,
        padding=(1, 2),
    )
    return Constrain(frame, WIDEST)
