"""Google Play: reviews of an app, with the developer's replies."""

from reviewcli.split.structure.dates import DATE
from reviewcli.split.structure.site import COUNT, STARS, Site, rules

GOOGLE_PLAY = Site(
    name="google_play",
    hints=("helpful", "out of five stars", "★", "⭐"),
    lines=(
        *rules(
            "S",
            STARS,
            r"Rated (?P<rating>[1-5](?:\.\d)?) stars? out of five(?: stars)?",
            rf"{STARS} (?P<date>{DATE})",
        ),
        *rules("D", rf"(?P<date>{DATE})"),
        *rules("i", r"more_vert|account_circle", r"flag(?: (?:as )?inappropriate)?", r"Show review history"),
        *rules("V", rf"(?P<helpful>{COUNT}) (?:people|person) found this review helpful\.?"),
        *rules("Q", r"Did you find this helpful\?(?: ?Yes ?No)?"),
        *rules("y", r"Yes(?: ?No)?", r"No"),
        *rules("m", r"Full Review", r"Read more"),
        *rules("p", r"Ratings and reviews.*", r"See all reviews", r"[\d.,]+[KM]? reviews"),
    ),
    heads=(r"(?P<author>x)(?:i+(?:SD?|DS|D)|SD?|DS|D(?=[^DS]*[VQ]))i*",),
    tail=r"m?V?Q?y*",
    reply=r"xi*D",
)
