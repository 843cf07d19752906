"""Reach the terminal: results to standard output through Rich, talk to standard error as plain lines."""

import sys
from typing import TYPE_CHECKING

from reviewcli.views.door import block

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def on_terminal() -> bool:
    """Tell whether a person reads standard output."""
    return sys.stdout.isatty()


def console(*, color: bool) -> "Console":
    """Make the Rich console for results; nothing in them is ever taken as markup or emoji code."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False, no_color=None if color else True)


def show(*renderables: "RenderableType", color: bool) -> None:
    """Print Rich renderables to standard output, one below the other."""
    target = console(color=color)
    for renderable in renderables:
        target.print(renderable)


def say(message: str) -> None:
    """Tell a person something on standard error that is no result."""
    sys.stderr.write(block(message) + "\n")
