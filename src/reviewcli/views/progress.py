"""Show on standard error how far a long work has come, and leave nothing behind."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from reviewcli.progress import Progress, unseen
from reviewcli.views.door import line

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

PATIENCE = 0.5
"""How many seconds a work may last without a bar."""

_EVERY = 0.05
_ECHOED = 3


@contextmanager
def progress_bar(*, color: bool, quiet: bool = False) -> Iterator[Progress]:
    """Give a function that draws how far a work is: a bar, the rate and the time left.

    It draws when a person sees standard error and has waited for half a second; Rich is loaded then.
    """
    if quiet or not sys.stderr.isatty():
        yield unseen
        return
    bar = _Bar(color=color)
    try:
        yield bar.show
    finally:
        bar.stop()


class _Bar:
    """A bar that appears late and is wiped out in the end."""

    def __init__(self, *, color: bool) -> None:
        self._color = color
        self._next = monotonic() + PATIENCE
        self._drawn: RichProgress | None = None
        self._what = ""

    def show(self, what: str, done: int, total: int) -> None:
        """Draw it, when it is time to; `total` is 0 where the end is not known."""
        now = monotonic()
        if now < self._next:
            return
        self._next = now + _EVERY
        self._drawn = self._drawn or _rich_progress(color=self._color)
        if what != self._what:
            for task in self._drawn.task_ids:
                self._drawn.remove_task(task)
            self._drawn.add_task(line(what), total=total or None)
            self._what = what
        self._drawn.update(self._drawn.task_ids[0], completed=done)

    def stop(self) -> None:
        """Wipe it out."""
        if self._drawn:
            self._drawn.stop()


def _rich_progress(*, color: bool) -> "RichProgress":
    """Start an empty display that its own stop removes."""
    from rich.console import Console, RenderableType
    from rich.constrain import Constrain
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    screen = Console(
        stderr=True, highlight=False, markup=False, emoji=False, no_color=None if color else True
    )

    class Narrow(Progress):
        def get_renderables(self) -> Iterable[RenderableType]:
            """Leave room for the ^C that a terminal echoes: a line that it broke could not be wiped out."""
            yield Constrain(self.make_tasks_table(self.tasks), max(1, screen.width - _ECHOED))

    drawn = Narrow(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=None),
        TaskProgressColumn("{task.percentage:>3.0f}%", markup=False),
        TransferSpeedColumn(),
        TimeRemainingColumn(compact=True),
        console=screen,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
        disable=screen.is_dumb_terminal,
    )
    drawn.start()
    return drawn
