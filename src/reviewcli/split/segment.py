"""Cut a text into reviews: weigh every gap between paragraphs, and cut where a boundary is likely."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from reviewcli.model import Boundary, InnerGap, Span
from reviewcli.segmentation import Segment
from reviewcli.split.boundary.predict import Weighed, weigh
from reviewcli.split.cues.reasons import coded, telling
from reviewcli.split.cues.registry import ALL_CUES
from reviewcli.split.deciding import DECIDED
from reviewcli.split.decisions import Decisions
from reviewcli.split.paragraphs import Paragraph, read_paragraphs
from reviewcli.split.weights import WEIGHTS

CUT_AT = 0.5
_MOST_REASONS = 3
_CERTAIN = Boundary(1.0, ("a separator line",))
_CUES = tuple((name, WEIGHTS.get(name, 0.0)) for name in ALL_CUES)


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
    return assemble(paragraphs, {at: weighed[at - 1] for at in cuts}, weighed)


def decided_gaps(paragraphs: Sequence[Paragraph], decided: Mapping[int, bool]) -> list[Boundary]:
    """Weigh every gap, with what people decided in the place of the model's opinion."""
    return [
        DECIDED[decided[at]] if at in decided else gap
        for at, gap in enumerate(weigh_gaps(paragraphs), start=1)
    ]


def assemble(
    paragraphs: Sequence[Paragraph], cuts: Mapping[int, Boundary], weighed: Sequence[Boundary] = ()
) -> list[Segment]:
    """Make the segments that lie between the boundaries given, each by the number of paragraphs before it.

    `weighed` is what is known of every gap, in order: of those that are not cut at, a review keeps the
    ones in doubt and the ones that a person decided about.
    """
    if not paragraphs:
        return []
    edges = [Boundary(), *(cuts[at] for at in sorted(cuts)), Boundary()]
    ends = pairwise([0, *sorted(cuts), len(paragraphs)])
    return [
        _segment(paragraphs[start:end], before, after, weighed[start : end - 1])
        for (start, end), (before, after) in zip(ends, pairwise(edges), strict=True)
    ]


def weigh_gaps(paragraphs: Sequence[Paragraph]) -> list[Boundary]:
    """Say of the gap before each paragraph but the first how likely it is a boundary, and why.

    The probability is the trained model's, the reasons are those of the cues that speak for it:
    for a boundary, or against one where that is likelier. A gap with a separator line in it is a
    boundary for certain.
    """
    return [
        _CERTAIN if paragraph.cut_before else Boundary(gap.probability, _reasons(gap))
        for paragraph, gap in zip(paragraphs[1:], weigh(paragraphs), strict=True)
    ]


def _reasons(gap: Weighed) -> tuple[str, ...]:
    sign = 1 if gap.probability >= CUT_AT else -1
    speaking = {
        cue: (sign * weight * finding.amount, finding)
        for (cue, weight), finding in zip(_CUES, gap.findings, strict=True)
        if finding and sign * weight > 0
    }
    strongest = sorted(speaking, key=lambda cue: -speaking[cue][0])
    return tuple(coded(cue, speaking[cue][1].details) for cue in telling(strongest)[:_MOST_REASONS])


def _segment(
    paragraphs: Sequence[Paragraph], before: Boundary, after: Boundary, weighed: Sequence[Boundary]
) -> Segment:
    lines = accumulate(len(paragraph.lines) for paragraph in paragraphs)
    gaps = (InnerGap(after, gap) for after, gap in zip(lines, weighed, strict=False))
    return Segment(
        text="\n".join(paragraph.text for paragraph in paragraphs),
        span=Span(paragraphs[0].span.start, paragraphs[-1].span.end),
        before=before,
        after=after,
        gaps=tuple(gap for gap in gaps if gap.open or gap.boundary.decided),
    )
