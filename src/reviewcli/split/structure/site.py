"""Say what a review site's pages look like: one small table of patterns a site."""

from typing import Literal, NamedTuple

Titled = Literal["never", "perhaps", "always"]


class LineRule(NamedTuple):
    """One kind of furniture line, told by a pattern that the whole line fits.

    `kind` is one letter. A capital tells furniture that no prose has; a small letter tells furniture
    only beside a capital. `pattern` is matched without regard to case, against a line with single
    spaces, straight quotes, plain hyphens, ASCII digits and `·` for every bullet. Its named groups
    are fields: `author title item date rating stars grade helpful verified`.
    """

    kind: str
    pattern: str


class Site(NamedTuple):
    """The layout of one site's pages.

    A page becomes a string of kinds, one letter a line, with `x` for a line that fits no rule, `_`
    for one too long to be a name or a title, and `p` for what belongs to the page. `heads` are
    patterns over that string for what stands before a text; the one that finds most is used. `tail`
    is the same for what stands after it, `reply` for where someone else's answer begins. Their named
    groups stand for one `x` and are fields; a trailing `_` tells apart two places for one field.

    Of `hints`, in lower case, at least one is in every page. `cut` is dropped from the end of a text.
    `grades` are the words of `grade` and their rating of `scale`, or whether they recommend; `titled`
    tells whether the first line of a text is its title.
    """

    name: str
    hints: tuple[str, ...]
    lines: tuple[LineRule, ...]
    heads: tuple[str, ...]
    tail: str
    reply: str = ""
    cut: str = ""
    scale: float = 5
    grades: tuple[tuple[str, float | bool], ...] = ()
    titled: Titled = "never"


NAME = r"(?P<author>\S.{0,58}?)"
"""The shortest stretch that may be a person's name."""

COUNT = r"\d{1,3}(?:[.,' ]\d{3})+|\d+(?:[.,]\d)?[km]|\d+"
"""A whole number, with or without marks between its thousands, or one like 1.2K."""

STARS = r"(?P<stars>[★☆⭐✩✭]{1,5})"
"""A rating drawn in stars."""


def rules(kind: str, *patterns: str) -> tuple[LineRule, ...]:
    """Make rules of one kind."""
    return tuple(LineRule(kind, pattern) for pattern in patterns)


OF_ANY_PAGE = rules(
    "p",
    r"advertisement|sponsored",
    r"(?:copyright )?© ?\d{4}.{0,80}|copyright .{0,3}\d{4}.{0,80}",
    r"(?:privacy (?:policy|notice)|cookie (?:policy|notice)|(?:terms|conditions) of (?:use"
    r"|service))(?: ?[|·].{0,80})?",
    r"(?:< ?|previous |prev )?1 (?:2 )?3 .{0,40}(?:next|next page|>|\d)",
    r"(?:« )?(?:previous|prev) .{0,40}next(?: ?»)?(?: [\d .…]+)?",
    r"(?:showing|displaying)(?: results)? \d+ ?- ?\d+(?: of .{1,30})?",
)
"""What stands above or below the reviews of any site, and in none of them."""
