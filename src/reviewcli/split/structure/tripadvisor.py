"""TripAdvisor: reviews of a place."""

from reviewcli.split.structure.dates import DATE
from reviewcli.split.structure.site import COUNT, NAME, Site, rules

_CONTRIBUTIONS = rf"(?:{COUNT}) ?contributions?"
_WHEN = rf"(?:(?P<date>{DATE})|.{{2,30}} ago|Today|Yesterday|(?-i:[A-Z][a-z]{{2}}) \d\d?)"

TRIPADVISOR = Site(
    name="tripadvisor",
    hints=("wrote a review", "date of experience", "contribution"),
    lines=(
        *rules("O", rf"{NAME} wrote a review ?{_WHEN}?"),
        *rules("b", r"(?P<rating>[1-5](?:\.0)?) of 5 bubbles"),
        *rules(
            "C",
            rf"{_CONTRIBUTIONS}(?: ?·? ?(?:{COUNT}) ?helpful votes?)?",
            rf"\S.{{0,60}}?, ?\S.{{0,40}}? ?· ?{_CONTRIBUTIONS}(?: ?·? ?(?:{COUNT}) ?helpful votes?)?",
            rf"\S.{{0,80}}?(?<!\d){_CONTRIBUTIONS}(?: ?·? ?(?:{COUNT}) ?helpful votes?)?",
        ),
        *rules("h", rf"(?P<helpful>{COUNT}) (?-i:H)elpful votes?"),
        *rules("c", rf"(?:{COUNT}) helpful votes?"),
        *rules("I", r"Review of:? (?P<item>\S.{1,100})"),
        *rules("T", rf"Date of experience: ?(?:(?P<date>{DATE})|.{{3,30}})"),
        *rules("t", r"Trip type: .{3,40}", r"Room Tip: .{1,200}"),
        *rules("i", r"\+\d+"),
        *rules("v", r"(?:Value|Service|Location|Rooms|Cleanliness|Sleep Quality)"),
        *rules("m", r"Read (?:more|less)"),
        *rules("h", r"Helpful(?: ?(?P<helpful>\d+))?(?: ?Share)?", r"Share"),
        *rules("Y", r"Response from \S.{1,120}"),
        *rules(
            "p",
            r"Reviews? \([\d,.]+\)",
            r"Write a review",
            r"All reviews",
            r"Traveler rating|Traveller rating|Popular mentions|Nearby Hotels",
        ),
    ),
    heads=(r"Ob*(?:x?Cc?)?[bIi]*",),
    tail=r"m?t?T?[tv]*h*Y?",
    reply="Y",
    titled="always",
)
