"""Cut a text into reviews: weigh every gap between paragraphs, and cut where a boundary is likely."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, tee
from typing import NamedTuple

from reviewcli.model import SOURCE_EDGE, Boundary, Span
from reviewcli.pieces import Text
from reviewcli.segmentation import Segment
from reviewcli.split.boundary.predict import weigh
from reviewcli.split.cues.finding import Finding
from reviewcli.split.cues.registry import ALL_CUES
from reviewcli.split.decisions import Decisions
from reviewcli.split.paragraphs import Paragraph, Paragraphs
from reviewcli.split.weights import WEIGHTS

CUT_AT = 0.5
_MOST_REASONS = 3
_CERTAIN = Boundary(1.0, ("a separator line",))
_DECIDED = {boundary: Boundary(float(boundary), ("a reader decided",)) for boundary in (False, True)}
_CUE_WEIGHTS = tuple(WEIGHTS.get(name, 0.0) for name in ALL_CUES)


class Joint(NamedTuple):
    """What becomes of the gap before a paragraph: whether the text is cut there.

    `held` tells that a person decided that it is not.
    """

    boundary: Boundary
    cut: bool
    held: bool = False


def split(text: Text, decisions: Decisions | None = None) -> list[Segment]:
    """Cut a text into reviews, as `segments_of` does, and list them."""
    return list(segments_of(text, decisions))


def segments_of(text: Text, decisions: Decisions | None = None) -> Iterator[Segment]:
    """Cut a text into reviews, in order, as they are asked for; a text without a word in it has none.

    Every paragraph is in exactly one segment; separator lines are in none. The confidence of a
    boundary is the probability the model gives it, and is at least one half. What people decided
    overrules the model, as long as it is about this text (`Decisions.fits` tells).
    """
    decided = decisions.of(text) if decisions else {}
    paragraphs, read_ahead = tee(Paragraphs(text))
    return assemble(
        paragraphs,
        (
            Joint(gap, gap.confidence >= CUT_AT, held=decided.get(at) is False)
            for at, gap in enumerate(decided_gaps(read_ahead, decided), start=1)
        ),
    )


def decided_gaps(paragraphs: Iterable[Paragraph], decided: Mapping[int, bool]) -> Iterator[Boundary]:
    """Weigh every gap, with what people decided in the place of the model's opinion."""
    for at, gap in enumerate(weighed_gaps(paragraphs), start=1):
        yield _DECIDED[decided[at]] if at in decided else gap


def assemble(paragraphs: Iterable[Paragraph], joints: Iterable[Joint]) -> Iterator[Segment]:
    """Make segments of paragraphs, of which each but the first has its joint; one segment is held."""
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

    The probability is the trained model's, the reasons are those of the cues that speak for a
    boundary. A gap with a separator line in it is one for certain.
    """
    ours, read_ahead = tee(paragraphs)
    for paragraph, gap in zip(islice(ours, 1, None), weigh(read_ahead), strict=True):
        yield _CERTAIN if paragraph.cut_before else Boundary(gap.probability, _reasons(gap.findings))


def _reasons(findings: Sequence[Finding | None]) -> tuple[str, ...]:
    speaking = [
        (weight * finding.amount, finding.reason)
        for weight, finding in zip(_CUE_WEIGHTS, findings, strict=True)
        if finding and weight > 0
    ]
    speaking.sort(key=lambda reason: -reason[0])
    return tuple(reason for _, reason in speaking[:_MOST_REASONS])


def _segment(
    paragraphs: Sequence[Paragraph], before: Boundary, after: Boundary, inner: Sequence[Joint]
) -> Segment:
    return Segment(
        text="\n".join([paragraph.text for paragraph in paragraphs]),
        span=Span(paragraphs[0].span.start, paragraphs[-1].span.end),
        before=before,
        after=after,
        joined=sum(joint.held for joint in inner),
        starts=tuple([start for paragraph in paragraphs for start in paragraph.starts]),
    )
