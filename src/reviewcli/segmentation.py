"""Name what splitting gives: the segments of a text."""

from dataclasses import dataclass

from reviewcli.model import SOURCE_EDGE, Boundary, InnerGap, Span


@dataclass(frozen=True, slots=True)
class Segment:
    """One review's stretch of a source text, as splitting proposes it.

    `text` is its paragraphs joined by `\\n`; `span` counts characters of the text that was split;
    `before` and `after` are its two boundaries; `gaps` are those inside it that are in doubt, or that
    a person decided to be none. `fields` are names and values of what the page around it said: author, title,
    rating, rating_scale, date, item, helpful, verified, recommended. `starts` are the
    characters of the text that was split at which the lines of `text` begin; none where they stand side
    by side.
    """

    text: str
    span: Span
    before: Boundary = SOURCE_EDGE
    after: Boundary = SOURCE_EDGE
    gaps: tuple[InnerGap, ...] = ()
    fields: tuple[tuple[str, str | float | int | bool], ...] = ()
    starts: tuple[int, ...] = ()
