"""Gather all cues by name."""

from reviewcli.split.cues import shape, subject, typography, wording
from reviewcli.split.cues.finding import Cue

ALL_CUES: dict[str, Cue] = {
    cue.__name__: cue for module in (typography, wording, shape, subject) for cue in module.CUES
}
