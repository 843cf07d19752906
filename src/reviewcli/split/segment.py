"""Cut a text into reviews: weigh every gap between paragraphs, and cut where a boundary is likely."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from reviewcli.model import Boundary, Span
from reviewcli.segmentation import Segment
from reviewcli.split.boundary.predict import weigh
from reviewcli.split.cues.finding import Finding
from reviewcli.split.cues.registry import ALL_CUES
from reviewcli.split.decisions import Decisions
from reviewcli.split.paragraphs import Paragraph, read_paragraphs
from reviewcli.split.weights import WEIGHTS

CUT_AT = 0.5
_MOST_REASONS = 3
_CERTAIN = Boundary(1.0, ("a separator line",))
_DECIDED = {boundary: Boundary(float(boundary), ("a reader decided",)) for boundary in (False, True)}
_CUE_WEIGHTS = tuple(WEIGHTS.get(name, 0.0) for name in ALL_CUES)


def split(text: str, decisions: Decisions | None = None) -> list[Segment]:
    """Cut a text into reviews, in order; a text without a word in it has none.

    Every paragraph is in exactly one segment; separator lines are in none. The confidence of a
    boundary is the probability the model gives it, and is at least one half. What people decided
    overrules the model, as long as it is about this text (`Decisions.fits` tells).
    """
    paragraphs = read_paragraphs(text)
    if not paragraphs:
        return []
    decided = decisions.of(text) if decisions else {}
    weighed = decided_gaps(paragraphs, decided)
    cuts = [at for at, gap in enumerate(weighed, start=1) if gap.confidence >= CUT_AT]
    held = {at for at, boundary in decided.items() if not boundary}
    return assemble(paragraphs, {at: weighed[at - 1] for at in cuts}, held)


def decided_gaps(paragraphs: Sequence[Paragraph], decided: Mapping[int, bool]) -> list[Boundary]:
    """Weigh every gap, with what people decided in the place of the model's opinion."""
    return [
        _DECIDED[decided[at]] if at in decided else gap
        for at, gap in enumerate(weigh_gaps(paragraphs), start=1)
    ]


def assemble(
    paragraphs: Sequence[Paragraph], cuts: Mapping[int, Boundary], held: Collection[int] = ()
) -> list[Segment]:
    """Make the segments that lie between the boundaries given, each by the number of paragraphs before it.

    `held` are the gaps, counted likewise, that a person decided to be none.
    """
    if not paragraphs:
        return []
    edges = [Boundary(), *(cuts[at] for at in sorted(cuts)), Boundary()]
    ends = pairwise([0, *sorted(cuts), len(paragraphs)])
    return [
        _segment(paragraphs[start:end], before, after, joined=sum(start < at < end for at in held))
        for (start, end), (before, after) in zip(ends, pairwise(edges), strict=True)
    ]


def weigh_gaps(paragraphs: Sequence[Paragraph]) -> list[Boundary]:
    """Say of the gap before each paragraph but the first how likely it is a boundary, and why.

    The probability is the trained model's, the reasons are those of the cues that speak for a
    boundary. A gap with a separator line in it is one for certain.
    """
    return [
        _CERTAIN if paragraph.cut_before else Boundary(gap.probability, _reasons(gap.findings))
        for paragraph, gap in zip(paragraphs[1:], weigh(paragraphs), strict=True)
    ]


def _reasons(findings: Sequence[Finding | None]) -> tuple[str, ...]:
    speaking = [
        (weight * finding.amount, finding.reason)
        for weight, finding in zip(_CUE_WEIGHTS, findings, strict=True)
        if finding and weight > 0
    ]
    speaking.sort(key=lambda reason: -reason[0])
    return tuple(reason for _, reason in speaking[:_MOST_REASONS])


def _segment(paragraphs: Sequence[Paragraph], before: Boundary, after: Boundary, *, joined: int) -> Segment:
    return Segment(
        text="\n".join(paragraph.text for paragraph in paragraphs),
        span=Span(paragraphs[0].span.start, paragraphs[-1].span.end),
        before=before,
        after=after,
        joined=joined,
    )
