"""Goodreads: pages of a book, as they were until 2022 and as they are since."""

from reviewcli.split.structure.dates import DATE
from reviewcli.split.structure.site import COUNT, NAME, Site, rules

_WHEN = rf"(?P<date>{DATE}) "
_EDITION = r"(?: · review of another edition)?"
_GRADE = r"(?P<grade>did not like it|it was ok|liked it|really liked it|it was amazing)"
_SHELVED = r"(?:added it|marked it as [\w' -]{2,40}|is currently reading it)"

GOODREADS = Site(
    name="goodreads",
    hints=("rated it", "added it", "marked it as", "is currently reading it", "followers"),
    lines=(
        *rules(
            "O",
            rf"{_WHEN}{NAME} rated it {_GRADE}{_EDITION}",
            rf"{_WHEN}{NAME} {_SHELVED}{_EDITION}",
        ),
        *rules("N", rf"{NAME} rated it {_GRADE}{_EDITION}"),
        *rules("o", rf"{NAME} {_SHELVED}{_EDITION}"),
        *rules("s", r"(?:Shelves|Recommends it for|Recommended to \S.{0,40} by|Read in): ?.+", r"Shelves"),
        *rules("B", rf"(?:{COUNT}) (?:reviews?|books?)(?: ?· ?| ?)(?:(?:{COUNT}) followers?)?"),
        *rules("f", rf"(?:{COUNT}) followers?", r"Follow", r"Author(?: \d+ books?)?", r"Want to Read"),
        *rules("g", r"Rating (?P<rating>[1-5]) out of 5(?: stars)?"),
        *rules("d", rf"(?P<date>{DATE})"),
        *rules(
            "F",
            r"(?:flag )?(?:(?P<helpful>"
            + COUNT
            + rf") likes? · )?Like(?: · (?:{COUNT}) comments?)? · see review",
            rf"(?:flag )?(?:(?P<helpful>{COUNT}) likes? · )?Like · (?:{COUNT}) comments?",
            rf"flag (?:(?P<helpful>{COUNT}) likes? · )?Like",
            rf"flag (?:(?P<helpful>{COUNT}) likes? · )(?:{COUNT}) comments?",
        ),
        *rules("l", rf"(?P<helpful>{COUNT}) likes?"),
        *rules("m", r"(?:\.\.\.|…) ?(?:more|less)", r"Show (?:more|less)", r"see review"),
        *rules("c", rf"(?:{COUNT}) comments?", rf"View (?:all )?(?:{COUNT}) comments?", r"flag"),
        *rules("t", r"Like"),
        *rules("K", r"Comment"),
        *rules("i", r"Profile Image for .{1,60}"),
        *rules(
            "p",
            r"Community Reviews",
            r"Displaying \d+ ?- ?\d+ of .{1,20} reviews?",
            r"More reviews and ratings",
            rf"(?:· )?(?:{COUNT}) ratings(?: · (?:{COUNT}) reviews)?",
            r"Search review text|More filters.*|Rating details|Write a review|Readers also enjoyed",
            r"Join the discussion|Help center|About us|Ratings & Reviews",
        ),
    ),
    heads=(r"(?:O|d?[No])s*", r"i?(?P<author>x)[Bf]*B[Bf]*g?f*ds*"),
    tail=r"m?(?:Fc*|l?c*tK|l?c*t?)m?",
    cut=r"(?:\.\.\.|…)\s?(?:more|less)",
    grades=(
        ("did not like it", 1),
        ("it was ok", 2),
        ("liked it", 3),
        ("really liked it", 4),
        ("it was amazing", 5),
    ),
)
