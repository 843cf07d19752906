"""Cut pages pasted from review sites at their furniture, and read it into fields."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reviewcli.model import Span
from reviewcli.split.structure.dates import day_comes_first
from reviewcli.split.structure.fields import ReviewFields, read_fields
from reviewcli.split.structure.lines import Line, read_lines
from reviewcli.split.structure.page import TEXT_KINDS, Page, read_page
from reviewcli.split.structure.parts import Cut, Part, cut_page
from reviewcli.split.structure.registry import ALL_SITES
from reviewcli.split.structure.site import Titled

_CUT_WITHIN = 20
_LONGEST_TITLE = 120
_TITLED_SHARE = 2 / 3
_SHORT = 30
_FULL_STOPS = tuple(".…。")


@dataclass(frozen=True, slots=True)
class StructuredSegment:
    """One review that furniture tells from its neighbours, or text between that belongs to none.

    `text` is its lines without furniture, joined by `\\n`; `span` counts characters of the page from
    the first to the last of that text, or of the furniture where there is no text; `site` is the
    name of the site whose furniture it is. `starts` are where the lines of the text begin, `head`
    where the furniture of a review does, None where it has none.
    """

    text: str
    span: Span
    fields: ReviewFields
    site: str
    starts: tuple[int, ...] = ()
    head: int | None = None


def structured_segments(text: str) -> list[StructuredSegment] | None:
    """Cut a page at the furniture of a review site, in order; None where there is no such furniture.

    At least two lines must be furniture that no prose has, one of them before a text. A page of
    furniture without any text has no segments. What stands before the first review, and is not
    furniture, is a segment without fields. Of several sites the one with most furniture counts.
    """
    cut = best_cut(text)
    if cut is None:
        return None
    segments = list(_segments(cut))
    return segments if any(segment.text for segment in segments) else []


def best_cut(text: str) -> Cut | None:
    """Cut a page as the site of which it has most furniture would be cut; None where it has of none."""
    lines = read_lines(text)
    plain = "\n".join(line.plain for line in lines).lower()
    sites = [site for site in ALL_SITES if any(hint in plain for hint in site.hints)]
    cuts = [cut for site in sites if (cut := cut_page(read_page(site, lines)))]
    return max(cuts, key=lambda cut: cut.evidence, default=None)


def _segments(cut: Cut) -> Iterator[StructuredSegment]:
    bodies = [_body(cut.page, part) for part in cut.parts]
    reviews = [body for part, body in zip(cut.parts, bodies, strict=True) if part.findings is not None]
    dates = (text for said in cut.page.findings for name, text in said if name == "date")
    day_first = day_comes_first(dates)
    titled = _titles(cut.page.site.titled, [body for body in reviews if body])
    for part, body in zip(cut.parts, bodies, strict=True):
        fields = read_fields(part.findings or (), cut.page.site, day_first=day_first)
        if part.findings is not None and len(body) > 1 and titled(body[0].shown):
            yield _segment(cut.page, part, body[1:], replace(fields, title=body[0].shown))
        else:
            yield _segment(cut.page, part, body, fields)


def _titles(titled: Titled, bodies: Sequence[Sequence[Line]]) -> Callable[[str], bool]:
    """Tell which first lines are titles, from all the texts of a page.

    Where each text has a second line, each has a title, unless the site's pages may have none and
    most first lines are long sentences. Where some have none, a line is a title if it is not a sentence.
    """
    if titled == "never":
        return lambda line: False
    like_titles = sum(_like_title(line) or len(line) <= _SHORT for line in (body[0].shown for body in bodies))
    if all(len(body) > 1 for body in bodies) and (
        titled == "always" or like_titles >= _TITLED_SHARE * len(bodies)
    ):
        return lambda line: 0 < len(line) <= _LONGEST_TITLE
    return _like_title if titled == "always" else lambda line: False


def _like_title(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_TITLE and not line.endswith(_FULL_STOPS)


def _segment(page: Page, part: Part, body: Sequence[Line], fields: ReviewFields) -> StructuredSegment:
    lines = body or page.lines[part.start : part.end]
    return StructuredSegment(
        text="\n".join(line.text for line in body),
        span=Span(lines[0].start, lines[-1].start + len(lines[-1].text)),
        fields=fields,
        site=page.site.name,
        starts=tuple([line.start for line in body]),
        head=None if part.findings is None else page.lines[part.start].start,
    )


def _body(page: Page, part: Part) -> list[Line]:
    if part.findings is None:
        places = range(part.body, part.tail)
        whole = part.body == 0
        return [page.lines[place] for place in places if whole or page.kinds[place] in TEXT_KINDS]
    body = list(page.lines[part.body : part.tail])
    if not (body and page.site.cut):
        return body
    last = body.pop()
    text = last.text[:-_CUT_WITHIN] + re.sub(
        rf"\s?(?:{page.site.cut})$", "", last.text[-_CUT_WITHIN:], flags=re.IGNORECASE
    )
    return [*body, last._replace(text=text.rstrip())] if text.strip() else body
