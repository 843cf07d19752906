"""Reach the terminal: results to standard output through Rich, talk to standard error as plain lines."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reviewcli.views.door import block

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def open_streams() -> None:
    """Make the standard streams usable: closed ones lead nowhere, and no character is too much for any."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("r" if name == "stdin" else "w"))  # noqa: SIM115
    _accept_everything("backslashreplace")


def _accept_everything(errors: str) -> None:
    """Choose what becomes of characters that the encoding of a stream does not have."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors=errors)


def leave_the_pipe() -> None:
    """Keep Python from complaining at its end that nobody reads its output any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def on_terminal() -> bool:
    """Tell whether a person reads standard output."""
    return sys.stdout.isatty()


def console(*, color: bool) -> "Console":
    """Make the Rich console for results; nothing in them is ever taken as markup or emoji code.

    What the terminal cannot show becomes one `?` a character, so that tables keep their shape.
    """
    from rich.console import Console

    class PipedConsole(Console):
        def on_broken_pipe(self) -> None:
            """Leave it to the command line to say what a closed pipe means."""
            raise BrokenPipeError

    _accept_everything("replace")
    return PipedConsole(highlight=False, markup=False, emoji=False, no_color=None if color else True)


def show(*renderables: "RenderableType", color: bool) -> None:
    """Print Rich renderables to standard output, one below the other."""
    target = console(color=color)
    for renderable in renderables:
        target.print(renderable)


def say(message: str) -> None:
    """Tell a person something on standard error that is no result; that nobody hears it is no error."""
    try:
        sys.stderr.write(block(message) + "\n")
        sys.stderr.flush()
    except OSError:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # for the rest of the run
