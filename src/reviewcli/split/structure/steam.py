"""Steam: reviews of a game, on its store page and in its community."""

from reviewcli.split.structure.dates import DATE
from reviewcli.split.structure.site import COUNT, Site, rules

_HOURS = r"[\d.,]{1,9} hrs"
_PEOPLE = r"(?:people|person)"

STEAM = Site(
    name="steam",
    hints=("hrs on record", "posted:"),
    lines=(
        *rules("r", r"(?P<grade>(?:Not )?Recommended)"),
        *rules(
            "H",
            rf"{_HOURS} (?:last two weeks ?/ ?{_HOURS} )?on record(?: ?\({_HOURS} at review time\))?",
        ),
        *rules("P", rf"Posted: (?P<date>{DATE})(?: ?@ ?[\d:]{{4,5}} ?[ap]m)?", r"Posted: .{3,30}"),
        *rules("u", rf"(?:Last edited|Updated):? (?:{DATE}|.{{3,30}})", r"Early Access Review", r"Refunded"),
        *rules("u", r"Product (?:received for free|refunded)", r"Direct from Steam"),
        *rules("A", rf"(?:{COUNT}) products? in account"),
        *rules("a", rf"(?:{COUNT}) reviews?"),
        *rules(
            "V",
            rf"(?P<helpful>{COUNT}) {_PEOPLE} found this review helpful",
            r"No one has rated this review as helpful yet",
        ),
        *rules("E", rf"Posted (?P<date>{DATE})\.(?: Last edited .{{3,30}})?"),
        *rules("F", rf"(?:{COUNT}) {_PEOPLE} found this review funny"),
        *rules("q", r"Was this review helpful\?(?: ?(?:Yes|No|Funny|Award))*"),
        *rules("y", r"(?:Yes|No|Funny|Award)(?: (?:Yes|No|Funny|Award))*", r"\d+"),
        *rules("m", r"Read More", r"View all \d+ comments?"),
        *rules(
            "p",
            r"Most Helpful \(.{3,20}\)|Overall Reviews:.*|Customer reviews(?: for .{1,60})?|Review Type",
            r"(?:Showing \d.{3,20} of \d+ )?entries",
        ),
        *rules("m", r"(?:This user|The author of this review) has .{1,60}"),
    ),
    heads=(
        r"(?:(?P<author>x)(?:Aa?|a))?u*r(?:HP?|P)u*",
        r"(?:[VF]+y*)?u*r(?:HP?|P)u*",
    ),
    tail=r"E?m*(?:(?:V|F|q|(?P<author>x)Aa?)y*)+m*|Em*|m+",
    grades=(("recommended", True), ("not recommended", False)),
)
