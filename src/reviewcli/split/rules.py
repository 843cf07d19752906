"""Split by what a person knows of the text: how many reviews it holds, or what stands between them."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reviewcli.errors import UsageError
from reviewcli.model import SOURCE_EDGE, Boundary
from reviewcli.segmentation import Segment
from reviewcli.split.decisions import Decisions
from reviewcli.split.paragraphs import Paragraph, read_paragraphs
from reviewcli.split.segment import assemble, decided_gaps, split

if TYPE_CHECKING:  # its patterns are loaded only when a text is split
    from reviewcli.split.structure.recognise import StructuredSegment

MODEL, PARAGRAPH, BLANK, NONE = "model", "paragraph", "blank", "none"
LONGEST_PATTERN = 200


class Cutting(NamedTuple):
    """How a person wants a text to be cut: a rule, and with the model how many reviews they know of."""

    rule: str = MODEL
    expect: int | None = None


def split_by(text: str, cutting: Cutting, decisions: Decisions | None = None) -> list[Segment]:
    """Split a text as a person wants it.

    `model` cuts pages of review sites at their furniture, numbered reviews at their numbers, and weighs every
    gap of other texts, with a count for just so many reviews; `paragraph` makes each paragraph a
    review, `blank` cuts at blank lines only, `none` not at all; anything else is a regular expression, and
    the lines that match it whole stand between reviews. Raises UsageError for a pattern that cannot be
    read and for an expectation that the text cannot meet.
    """
    rule, expect = cutting
    if expect is not None and rule != MODEL:
        raise UsageError(
            "A count of reviews goes with the model only.", hint="Leave out --split or --expect."
        )
    match rule:
        case "model" if expect is None:
            told = _of_pages(text)
            told = _of_numbers(text) if told is None else told
            return split(text, decisions) if told is None else told
        case "model":
            return _expected(text, expect or 0, decisions)
        case "paragraph":
            paragraphs = read_paragraphs(text)
            return _cut(paragraphs, range(1, len(paragraphs)), "every paragraph is a review, as asked")
        case "blank":
            paragraphs = read_paragraphs(text, blank_lines_part=True)
            return _cut(paragraphs, range(1, len(paragraphs)), "a blank line, as asked")
        case "none":
            return _cut(read_paragraphs(text), (), "")
        case _:
            return _separated(text, rule)


def _of_pages(text: str) -> list[Segment] | None:
    """Cut a page of a review site at its furniture; None where the text is none."""
    from reviewcli.split.structure.recognise import structured_segments

    found = structured_segments(text)
    if found is None:
        return None
    whole = [one for one in found if one.text]
    if not whole:
        return []
    edges = [SOURCE_EDGE, *(_furniture(left, right) for left, right in pairwise(whole)), SOURCE_EDGE]
    return [
        Segment(one.text, one.span, before, after, fields=one.fields.told)
        for one, (before, after) in zip(whole, pairwise(edges), strict=True)
    ]


def _furniture(left: "StructuredSegment", right: "StructuredSegment") -> Boundary:
    """Say how sure a boundary between two stretches of a page is: what no furniture goes with is doubtful."""
    if left.fields.told and right.fields.told:
        return Boundary(0.99, (f"the furniture of a page of {right.site.replace('_', ' ')}",))
    return Boundary(0.6, ("text without any furniture on a page that has it",))


def _of_numbers(text: str) -> list[Segment] | None:
    """Cut a text at the numbers of its reviews; None where they have none."""
    from reviewcli.split.structure.numbering import read_numbering

    numbering = read_numbering(text)
    if numbering is None:
        return None
    numbers = pairwise(review.number for review in numbering.reviews)
    inner = (Boundary(numbering.confidence, (f"numbered reviews: {a} → {b}",)) for a, b in numbers)
    return [
        Segment(review.text, review.span, before, after)
        for review, (before, after) in zip(
            numbering.reviews, pairwise((SOURCE_EDGE, *inner, SOURCE_EDGE)), strict=True
        )
    ]


def _expected(text: str, expect: int, decisions: Decisions | None) -> list[Segment]:
    paragraphs = read_paragraphs(text)
    if not 1 <= expect <= len(paragraphs):
        raise UsageError(
            f"{expect} reviews cannot be made of {len(paragraphs)} paragraphs.",
            hint=f"Expect 1 to {len(paragraphs)}, or check that it is the right text.",
        )
    gaps = dict(enumerate(decided_gaps(paragraphs, decisions.of(text) if decisions else {}), 1))
    likely = sorted(gaps, key=lambda at: (-gaps[at].confidence, at))[: expect - 1]
    return assemble(paragraphs, {at: gaps[at] for at in likely})


def _cut(paragraphs: list[Paragraph], gaps: Iterable[int], reason: str) -> list[Segment]:
    boundary = Boundary(1.0, (reason,))
    return assemble(paragraphs, dict.fromkeys(gaps, boundary))


def _separated(text: str, rule: str) -> list[Segment]:
    """Cut where a line matches a pattern; the line itself belongs to no review."""
    try:
        pattern = re.compile(rule)
    except (re.error, RecursionError, OverflowError) as error:
        raise UsageError(
            f"'{rule[:40]}' is neither a rule nor a pattern: {error}.",
            hint="The rules are model, paragraph, blank and none.",
        ) from error
    paragraphs = read_paragraphs(
        text, is_separator=lambda line: len(line) <= LONGEST_PATTERN and bool(pattern.fullmatch(line))
    )
    gaps = [at for at, paragraph in enumerate(paragraphs) if at and paragraph.cut_before]
    return _cut(paragraphs, gaps, "a line that matches the pattern, as asked")
