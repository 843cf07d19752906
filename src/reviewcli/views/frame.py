"""Frame what a person reads, no wider than lines can be read."""

from rich.box import ROUNDED
from rich.console import RenderableType
from rich.constrain import Constrain
from rich.panel import Panel
from rich.text import Text

from reviewcli.views import theme

WIDEST = 100


def framed(content: RenderableType, title: str) -> Constrain:
    """Put a frame with a title around something."""
    frame = Panel(
        content,
        title=Text(f" {title} ", theme.NUMBER),
        title_align="left",
        box=ROUNDED,
        border_style=theme.QUIET,
        padding=(1, 2),
    )
    return Constrain(frame, WIDEST)
