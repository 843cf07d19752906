"""Define what a cue gives back."""

from collections.abc import Callable
from dataclasses import dataclass

from reviewcli.split.scene import Gap


@dataclass(frozen=True, slots=True)
class Finding:
    """How strongly a cue is met, above 0, and a phrase that a person can check against the text."""

    amount: float
    reason: str


Cue = Callable[[Gap], Finding | None]
