"""App Store: reviews of an app, on the web, in the store itself and in the old iTunes pages."""

from reviewcli.split.structure.dates import DATE
from reviewcli.split.structure.site import NAME, STARS, Site, rules

APP_STORE = Site(
    name="app_store",
    hints=("★", "⭐", "out of 5", "developer response", "by "),
    lines=(
        *rules("S", STARS, r"(?P<rating>[1-5](?:[.,]0)?) out of 5(?: stars)?"),
        *rules("D", rf"(?P<date>{DATE})"),
        *rules(
            "N",
            rf"by {NAME} ?(?:- )?(?:Version [\d.]+ ?(?:- )?)?(?P<date>{DATE})",
            rf"{NAME} ?[,·|-] ?(?P<date>{DATE})",
            rf"(?P<date>{DATE}) ?[,·|-] ?(?P<author>\S.{{0,58}})",
        ),
        *rules("R", rf"Developer Response ?,?(?: ?{DATE})?"),
        *rules("m", r"(?:\.\.\. ?|… ?)?more", r"Read more"),
        *rules("h", r"Was this review helpful\?(?: Yes ?\|? ?No)?", r"Report a Concern"),
        *rules("p", r"(?:Customer|Ratings and|Ratings &) Reviews", r"[\d.,]+[KM]? Ratings"),
        *rules("p", r"See All|App Privacy|See Details|Version History|What's New"),
    ),
    heads=(
        r"(?P<title>x)SN",
        r"SN(?P<title>x)(?=[x_D]|S[^N])",
        r"N(?P<title>x)S",
        r"(?P<title>x)S(?:D(?P<author>x)|(?P<author_>x)D)",
        r"S(?P<title>x)N",
        r"(?P<title>x)NS",
        r"SN",
    ),
    tail=r"m?R?m?h*",
    reply="R",
    cut=r"(?:\.\.\.|…)\s?more",
)
