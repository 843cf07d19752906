"""Define what a cue gives back."""

from collections.abc import Callable
from dataclasses import dataclass

from reviewcli.split.scene import Gap


@dataclass(frozen=True, slots=True)
class Finding:
    """How strongly a cue is met, above 0, and the details that its reason names, if any."""

    amount: float
    details: tuple[str, ...] = ()


Cue = Callable[[Gap], Finding | None]
