"""IMDb: the user reviews of a film."""

from reviewcli.split.structure.dates import DATE
from reviewcli.split.structure.site import COUNT, NAME, Site, rules

IMDB = Site(
    name="imdb",
    hints=("found this helpful", "was this review helpful", "/10", "/ 10", "permalink"),
    lines=(
        *rules("R", r"(?P<rating>10|[1-9]) ?/ ?10"),
        *rules("d", rf"(?P<date>{DATE})"),
        *rules("n", rf"{NAME}(?: ?[,|·-])? ?(?P<date>{DATE})"),
        *rules("w", r"Warning: Spoilers", r"\*+ ?This review (?:may|contains?).{0,20} spoilers? ?\*+"),
        *rules(
            "V",
            rf"(?P<helpful>{COUNT}) out of (?:{COUNT}) found this helpful\.?(?: ?Was this review helpful\?)?"
            r"(?: ?Sign in to vote\.?)?(?: ?Permalink)?",
            r"Was this review helpful\? ?(?:Sign in to vote\.?)?(?: ?Permalink)?",
        ),
        *rules("L", r"Permalink"),
        *rules("l", r"Sign in to vote\.?", r"Report this"),
        *rules("h", rf"Helpful(?: ?· ?(?P<helpful>{COUNT}))?"),
        *rules("y", rf"· ?(?P<helpful>{COUNT})", r"[\d.,]+[KM]?"),
        *rules(
            "p",
            r"User Reviews",
            r"(?:\+ ?)?(?:Review|Review this title|[\d,.]+ Reviews?)",
            r"Hide Spoilers",
            r"Load More|(?:See )?all|\d+ more|User Ratings|Featured reviews|Recently viewed"
            r"|More from this title",
            r"Sort by|Featured|Rating|Show all",
        ),
    ),
    heads=(
        r"R?w*(?P<title>x)?w*nw*(?![wL])",
        r"R?w*(?P<title>x)?w*(?P<author>x)dw*(?![wL])",
        r"(?:^R|(?<=[Lp])R?)w*(?P<title>x)w*(?=[^L]{1,300}h)|^w*(?P<title_>x)w*(?=[^LpR]{1,300}h)",
    ),
    tail=r"V+[Ll]*|hy*(?:(?P<author>x)d|n)L?|[Llh]+y*",
    scale=10,
)
