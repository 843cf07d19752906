"""Read the paragraphs of a text once, in overlapping stretches, into all that the model is given."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewcli.split.boundary.hashing import Groups, pair_rows, paragraph_rows
from reviewcli.split.boundary.matter import matter_rows
from reviewcli.split.boundary.plain import plain_rows
from reviewcli.split.boundary.side import Side, measure_side
from reviewcli.split.cues.finding import Finding
from reviewcli.split.cues.registry import ALL_CUES
from reviewcli.split.paragraphs import Paragraph
from reviewcli.split.scene import gaps, look_around

_CUES = tuple(ALL_CUES.values())


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of some paragraphs in a row.

    `findings` are those of every cue, by gap; `plain` the rows of numbers, by gap; `sizes` the
    characters of each paragraph, at most 10,000; `cuts` tells at which gaps a separator line stands.
    """

    sides: list[Side]
    findings: list[list[Finding | None]]
    plain: list[list[int]]
    sizes: list[int]
    cuts: list[bool]

    def paragraph_rows(self) -> Iterator[Groups]:
        """Yield the rows of each paragraph in the tables of openings and closings."""
        return (paragraph_rows(side.ends, side.shape) for side in self.sides)

    def pair_rows(self) -> Iterator[list[int]]:
        """Yield the rows of each gap in the table of pairs."""
        for at in range(1, len(self.sides)):
            left, right = self.sides[at - 1], self.sides[at]
            yield pair_rows((left.ends, left.shape), (right.ends, right.shape))


def read(paragraphs: Sequence[Paragraph], background: Sequence[int]) -> Reading:
    """Read paragraphs, at least two, by themselves; `background` tells how rare tokens are at large."""
    looks = look_around(paragraphs)
    sides = [measure_side(paragraph, look) for paragraph, look in zip(paragraphs, looks, strict=True)]
    around = list(gaps(looks))
    findings = [[cue(gap) for cue in _CUES] for gap in around]
    return Reading(
        sides=sides,
        findings=findings,
        plain=[
            [*plain, *matter]
            for plain, matter in zip(
                plain_rows(sides, looks, around[0].scene, findings),
                matter_rows(sides, background),
                strict=True,
            )
        ],
        sizes=[min(10_000, look.length) for look in looks],
        cuts=[paragraph.cut_before for paragraph in paragraphs[1:]],
    )
