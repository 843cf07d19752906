"""Split by what a person knows of the text: how many reviews it holds, or what stands between them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from heapq import nlargest
from itertools import chain, islice, pairwise, tee
from typing import TYPE_CHECKING, NamedTuple

from reviewcli.errors import UsageError
from reviewcli.model import SOURCE_EDGE, Boundary
from reviewcli.pieces import Text
from reviewcli.segmentation import Segment
from reviewcli.split.deciding import decide
from reviewcli.split.decisions import Decisions
from reviewcli.split.paragraphs import Paragraph, Paragraphs
from reviewcli.split.patterns import matcher
from reviewcli.split.segment import CUT_AT, Joint, assemble, decided_gaps, segments_of

if TYPE_CHECKING:  # its patterns are loaded only when a text is split
    from reviewcli.split.structure.numbering import Numbering
    from reviewcli.split.structure.recognise import StructuredSegment

MODEL, PARAGRAPH, BLANK, NONE = "model", "paragraph", "blank", "none"


class Cutting(NamedTuple):
    """How a person wants a text to be cut: a rule, and with the model how many reviews they know of."""

    rule: str = MODEL
    expect: int | None = None


def split_by(text: Text, cutting: Cutting, decisions: Decisions | None = None) -> Iterator[Segment]:
    """Split a text as a person wants it, and as people decided about it, which comes before any rule.

    The reviews are read as they are asked for.

    `model` cuts pages of review sites at their furniture, numbered reviews at their numbers, and weighs every
    gap of other texts, with a count for just so many reviews; `paragraph` makes each paragraph a
    review, `blank` cuts at blank lines only, `none` not at all; anything else is a regular expression, and
    the lines that match it whole stand between reviews. Raises UsageError for a pattern that cannot be
    read and for an expectation that the text cannot meet.
    """
    segments = _by_rule(text, cutting, decisions)
    return decide(segments, text, decisions) if decisions else segments


def _by_rule(text: Text, cutting: Cutting, decisions: Decisions | None) -> Iterator[Segment]:
    rule, expect = cutting
    if expect is not None and rule != MODEL:
        raise UsageError(
            "A count of reviews goes with the model only.", hint="Leave out --split or --expect."
        )
    match rule:
        case "model" if expect is None:
            told = _of_pages(text)
            told = _of_numbers(text) if told is None else told
            return segments_of(text, decisions) if told is None else told
        case "model":
            return _expected(text, expect or 0, decisions)
        case "paragraph":
            return _cut(Paragraphs(text), lambda _: True, "every paragraph is a review, as asked")
        case "blank":
            blocks = Paragraphs(text, blank_lines_part=True)
            return _cut(blocks, lambda _: True, "a blank line, as asked")
        case "none":
            return _cut(Paragraphs(text), lambda _: False, "")
        case _:
            return _separated(text, rule)


def _of_pages(text: Text) -> Iterator[Segment] | None:
    """Cut a page of a review site at its furniture; None where the text is none."""
    from reviewcli.split.structure.pages import cut_pages

    found = cut_pages(text)
    return None if found is None else _bounded(one for one in found if one.text)


def _bounded(found: Iterable["StructuredSegment"]) -> Iterator[Segment]:
    """Make segments of stretches of a page, with a boundary between any two."""
    before = SOURCE_EDGE
    for one, following in pairwise(chain(found, (None,))):
        assert one is not None
        after = _furniture(one, following) if following else SOURCE_EDGE
        yield Segment(one.text, one.span, before, after, fields=one.fields.told, starts=one.starts)
        before = after


def _furniture(left: "StructuredSegment", right: "StructuredSegment") -> Boundary:
    """Say how sure a boundary between two stretches of a page is: what no furniture goes with is doubtful."""
    if left.fields.told and right.fields.told:
        return Boundary(0.99, (f"the furniture of a page of {right.site.replace('_', ' ')}",))
    return Boundary(0.6, ("text without any furniture on a page that has it",))


def _of_numbers(text: Text) -> Iterator[Segment] | None:
    """Cut a text at the numbers of its reviews; None where they have none."""
    from reviewcli.split.structure.numbering import read_numbering

    numbering = read_numbering(text)
    return None if numbering is None else _numbered(numbering)


def _numbered(numbering: "Numbering") -> Iterator[Segment]:
    numbers = pairwise(review.number for review in numbering.reviews)
    inner = (Boundary(numbering.confidence, (f"numbered reviews: {a} → {b}",)) for a, b in numbers)
    edges = pairwise((SOURCE_EDGE, *inner, SOURCE_EDGE))
    for review, (before, after) in zip(numbering.reviews, edges, strict=True):
        yield Segment(review.text, review.span, before, after, starts=review.starts)


def _expected(text: Text, expect: int, decisions: Decisions | None) -> Iterator[Segment]:
    """Cut at the likeliest gaps; the text is weighed twice, since which they are is known at its end."""
    paragraphs = Paragraphs(text)
    if not 1 <= expect <= sum(1 for _ in islice(paragraphs, expect)):
        count = sum(1 for _ in paragraphs)
        raise UsageError(
            f"{expect} reviews cannot be made of {count} paragraphs.",
            hint=f"Expect 1 to {count}, or check that it is the right text.",
        )
    return _likeliest(paragraphs, expect - 1, decisions.of(text) if decisions else {})


def _for_the_count(gap: Boundary) -> Boundary:
    """Say why a gap is a boundary where the model alone thinks it none, and its reasons speak against it."""
    return (
        gap
        if gap.confidence >= CUT_AT
        else replace(gap, reasons=("one of the likeliest, to make the count",))
    )


def _likeliest(paragraphs: Paragraphs, count: int, decided: Mapping[int, bool]) -> Iterator[Segment]:
    """Cut at so many gaps, of equal ones at the first; the confidences of so many are held."""
    best = nlargest(count, (gap.confidence for gap in decided_gaps(paragraphs, decided)))
    least = best[-1] if best else 2.0
    missing = best.count(least)

    def joints(read_ahead: Iterable[Paragraph]) -> Iterator[Joint]:
        nonlocal missing
        for gap in decided_gaps(read_ahead, decided):
            at_least = gap.confidence == least and missing > 0
            missing -= at_least
            cut = at_least or gap.confidence > least
            yield Joint(_for_the_count(gap) if cut else gap, cut)

    ours, read_ahead = tee(paragraphs)
    yield from assemble(ours, joints(read_ahead))


def _cut(
    paragraphs: Iterable[Paragraph], cuts: Callable[[Paragraph], bool], reason: str
) -> Iterator[Segment]:
    """Cut before the paragraphs of which `cuts` is true."""
    joints = {True: Joint(Boundary(1.0, (reason,)), cut=True), False: Joint(Boundary(0.0), cut=False)}
    ours, read_ahead = tee(paragraphs)
    return assemble(ours, (joints[cuts(one)] for one in islice(read_ahead, 1, None)))


def _separated(text: Text, rule: str) -> Iterator[Segment]:
    """Cut where a line matches a pattern; the line itself belongs to no review."""
    paragraphs = Paragraphs(text, is_separator=matcher(rule))
    return _cut(paragraphs, lambda one: one.cut_before, "a line that matches the pattern, as asked")
