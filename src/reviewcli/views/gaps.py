"""Lay out one gap to be decided about: the paragraph before it, and the one after it."""

from rich.console import Group
from rich.constrain import Constrain
from rich.rule import Rule
from rich.text import Text

from reviewcli.model import Boundary
from reviewcli.views import theme
from reviewcli.views.door import block
from reviewcli.views.frame import framed
from reviewcli.views.reading import reasons_said

SHOWN = 400


def gap_panel(sides: tuple[str, str], boundary: Boundary, *, place: str, progress: str) -> Constrain:
    """Show both sides of a gap, how likely it is a boundary, and what speaks for that."""
    before, after = map(block, sides)
    content = Group(
        Text(f"… {before[-SHOWN:]}" if len(before) > SHOWN else before),
        Rule(Text(place, theme.DOUBT), style=theme.QUIET),
        Text(f"{after[:SHOWN]} …" if len(after) > SHOWN else after),
        Rule(style=theme.QUIET),
        Text(
            f"{100 * boundary.confidence:.0f} % likely to be a boundary{reasons_said(boundary)}", theme.QUIET
        ),
    )
    return framed(content, progress)
