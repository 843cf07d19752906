"""TripAdvisor since 2023: a review's day stands after its text, and so do words of the site about it."""

from reviewcli.split.structure.dates import DATE
from reviewcli.split.structure.site import COUNT, Site, rules

_MONTH = r"(?-i:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec) 20\d\d"

TRIPADVISOR_SINCE_2023 = Site(
    name="tripadvisor",
    hints=("contribution",),
    lines=(
        *rules("C", rf"(?:\S.{{0,60}}? ?· ?)?(?:{COUNT}) contributions?"),
        *rules("y", r"\d{1,4}"),
        *rules("b", r"(?P<rating>[1-5](?:\.0)?) of 5 bubbles"),
        *rules("w", rf"{_MONTH}(?: · (?:Family|Couples|Friends|Solo|Business))?", rf"{_MONTH} · .{{3,20}}"),
        *rules("W", rf"Written (?P<date>{DATE})", r"Written .{3,20}"),
        *rules("L", r"This (?:review|response) is the subjective opinion of .{20,}"),
        *rules("m", r"Read (?:more|less)"),
        *rules("p", r"Write a review", r"Filters(?: \(\d+\))?", r"(?:All )?reviews(?: \([\d,.]+\))?"),
        *rules("p", r"English|All languages|Most recent|Detailed Reviews.*|Sort by.*|Popular mentions"),
    ),
    heads=(r"(?P<author>x)x?Cy?b?(?P<title>x)w?",),
    tail=r"m?WL?",
)
