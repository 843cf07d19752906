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
        *rules("l", r"Sign in to vote\.?", r"Helpful(?: · \d+)?", r"Report this"),
        *rules(
            "p", r"User Reviews", r"(?:Review this title|[\d,.]+ Reviews?)", r"Hide Spoilers", r"Load More"
        ),
    ),
    heads=(r"R?w*(?P<title>x)?w*nw*", r"R?w*(?P<title>x)?w*(?P<author>x)dw*"),
    tail=r"V+[Ll]*|[Ll]+",
    scale=10,
)
