"""Trustpilot: reviews of a company, each head on one line or on several."""

from reviewcli.split.structure.dates import DATE
from reviewcli.split.structure.site import COUNT, NAME, STARS, Site, rules

_WHEN = rf"(?:Updated )?(?:(?P<date>{DATE})|(?:\d+|an?) (?:second|minute|hour|day|week|month|year)s? ago)"
_INITIALS = r"(?:(?P<initial>\S)(?-i:[^a-zß-ÿα-ωа-яё\s])? (?=(?P=initial)))"
_REVIEWS = rf"(?:{COUNT}) reviews?"

TRUSTPILOT = Site(
    name="trustpilot",
    hints=("date of experience", "useful", "out of 5 stars"),
    lines=(
        *rules("k", rf"(?:(?-i:[A-Z]{{2}}) ?)?(?:· ?)?{_REVIEWS}(?: ?·? ?{_WHEN})?"),
        *rules("O", rf"{_INITIALS}?{NAME}(?: (?-i:[A-Z]{{2}}))? ?· ?{_REVIEWS}(?: ?·)?(?: ?{_WHEN})?"),
        *rules("W", _WHEN),
        *rules("c", r"(?-i:[A-Z]{2})"),
        *rules("b", r"·"),
        *rules("G", r"Rated (?P<rating>[1-5]) out of 5 stars", STARS),
        *rules(
            "v",
            r"(?P<verified>Verified)(?: order| purchase)?",
            r"Invited|Redirected|Unprompted review|Merged",
        ),
        *rules("T", rf"Date of experience: ?(?:(?P<date>{DATE})|.{{3,30}})"),
        *rules("u", r"(?P<helpful>\d+) Useful(?: ?Share)?", r"Useful(?: ?(?P<helpful>\d+))?(?: ?Share)?"),
        *rules("u", r"Useful ?(?P<helpful>\d+)", r"Share", r"Reply", r"Unprompted review"),
        *rules("Y", r"Reply from \S.{0,80}"),
        *rules("i", r"(?-i:[^\sa-zß-ÿα-ωа-яё]{1,2})"),
        *rules(
            "p",
            r"Reviews \d[\d.,]*|All reviews|See more|Read more|Most relevant|Most recent",
            r"Write a review|The Trustpilot Experience|Company activity.*",
        ),
    ),
    heads=(
        r"O[GWv]*",
        r"(?:[ic]?(?P<author>[xi])c?|c(?P<author_>c)c)b*k[bGWv]*",
    ),
    tail=r"T?v?u*Y?",
    reply="Y",
    titled="perhaps",
)
