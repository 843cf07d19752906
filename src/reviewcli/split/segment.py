"""Cut a text into reviews: weigh every gap between paragraphs, and cut where a boundary is likely."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, islice, tee
from typing import NamedTuple

from reviewcli.model import SOURCE_EDGE, Boundary, InnerGap, Span
from reviewcli.pieces import Text
from reviewcli.segmentation import Segment
from reviewcli.split.boundary.predict import Weighed, weigh
from reviewcli.split.cues.reasons import coded, telling
from reviewcli.split.cues.registry import ALL_CUES
from reviewcli.split.deciding import DECIDED
from reviewcli.split.decisions import Decisions
from reviewcli.split.paragraphs import Paragraph, Paragraphs
from reviewcli.split.weights import WEIGHTS

# Cutting at the probability that is half of the F1 to be had makes F1 the largest (Lipton et al. 2014).
CUT_AT = 0.45
_MOST_REASONS = 3
_CERTAIN = Boundary(1.0, ("a separator line",))
_CUES = tuple((name, WEIGHTS.get(name, 0.0)) for name in ALL_CUES)


class Joint(NamedTuple):
    """How likely the gap before a paragraph is a boundary, and whether the text is cut there."""

    boundary: Boundary
    cut: bool


def split(text: Text, decisions: Decisions | None = None) -> list[Segment]:
    """Cut a text into reviews, as `segments_of` does, and list them."""
    return list(segments_of(text, decisions))


def segments_of(text: Text, decisions: Decisions | None = None) -> Iterator[Segment]:
    """Cut a text into reviews, in order, as they are asked for; a text without a word in it has none.

    Every paragraph is in exactly one segment; separator lines are in none. The confidence of a
    boundary is the probability the model gives it, at least .45. What people decided
    overrules the model, as long as it is about this text (`Decisions.fits` tells).
    """
    decided = decisions.of(text) if decisions else {}
    paragraphs, read_ahead = tee(Paragraphs(text))
    return assemble(
        paragraphs, (Joint(gap, gap.confidence >= CUT_AT) for gap in decided_gaps(read_ahead, decided))
    )


def decided_gaps(paragraphs: Iterable[Paragraph], decided: Mapping[int, bool]) -> Iterator[Boundary]:
    """Weigh every gap, with what people decided in the place of the model's opinion."""
    for at, gap in enumerate(weighed_gaps(paragraphs), start=1):
        yield DECIDED[decided[at]] if at in decided else gap


def assemble(paragraphs: Iterable[Paragraph], joints: Iterable[Joint]) -> Iterator[Segment]:
    """Make segments of paragraphs, of which each but the first has its joint; one segment is held.

    Of the joints that are not cut at, a review keeps those in doubt and those that a person decided about.
    """
    source = iter(paragraphs)
    block = list(islice(source, 1))
    inner: list[Joint] = []
    before = SOURCE_EDGE
    for paragraph, joint in zip(source, joints, strict=False):
        if joint.cut:
            yield _segment(block, before, joint.boundary, inner)
            block, inner, before = [], [], joint.boundary
        else:
            inner.append(joint)
        block.append(paragraph)
    if block:
        yield _segment(block, before, SOURCE_EDGE, inner)


def weigh_gaps(paragraphs: Iterable[Paragraph]) -> list[Boundary]:
    """List what `weighed_gaps` says of every gap."""
    return list(weighed_gaps(paragraphs))


def weighed_gaps(paragraphs: Iterable[Paragraph]) -> Iterator[Boundary]:
    """Say of the gap before each paragraph but the first how likely it is a boundary, and why.

    The probability is the trained model's, the reasons are those of the cues that speak for it:
    for a boundary, or against one where that is likelier. A gap with a separator line in it is a
    boundary for certain.
    """
    ours, read_ahead = tee(paragraphs)
    for paragraph, gap in zip(islice(ours, 1, None), weigh(read_ahead), strict=True):
        yield _CERTAIN if paragraph.cut_before else Boundary(gap.probability, _reasons(gap))


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
    paragraphs: Sequence[Paragraph], before: Boundary, after: Boundary, inner: Sequence[Joint]
) -> Segment:
    lines = accumulate(len(paragraph.lines) for paragraph in paragraphs)
    gaps = (InnerGap(after, joint.boundary) for after, joint in zip(lines, inner, strict=False))
    return Segment(
        text="\n".join([paragraph.text for paragraph in paragraphs]),
        span=Span(paragraphs[0].span.start, paragraphs[-1].span.end),
        before=before,
        after=after,
        gaps=tuple(gap for gap in gaps if gap.open or gap.boundary.decided),
        starts=tuple([start for paragraph in paragraphs for start in paragraph.starts]),
    )
