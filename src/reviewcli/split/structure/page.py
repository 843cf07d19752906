"""Read a page as one site would have written it: what kind each line is, and what it says."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reviewcli.split.structure.fields import Finding
from reviewcli.split.structure.lines import Line
from reviewcli.split.structure.site import OF_ANY_PAGE, Site

TEXT_KINDS = frozenset("x_")
_LONGEST_TITLE = 200
_GROUP = re.compile(r"\(\?P([<=])(\w+)([>)])")


class Page(NamedTuple):
    """The lines of a page, the kind of each in one string, and the findings in each."""

    site: Site
    lines: Sequence[Line]
    kinds: str
    findings: Sequence[tuple[Finding, ...]]


def read_page(site: Site, lines: Sequence[Line]) -> Page:
    """Match every line once against all the patterns of a site."""
    pattern, kinds = _reader(site)
    read: list[str] = []
    findings: list[tuple[Finding, ...]] = []
    for line in lines:
        match = pattern.fullmatch(line.plain) if line.plain else None
        if match is None:
            read.append("x" if 0 < len(line.shown) <= _LONGEST_TITLE else "_")
            findings.append(())
        else:
            read.append(kinds[match.lastgroup or ""])
            findings.append(_findings(match, line.shown))
    return Page(site, lines, "".join(read), findings)


def field_name(group: str) -> str:
    """Give the field that a named group stands for."""
    return group.partition("__")[0].rstrip("_")


def _findings(match: re.Match[str], shown: str) -> tuple[Finding, ...]:
    return tuple(
        (field_name(group), shown[slice(*match.span(group))].strip())
        for group, found in match.groupdict().items()
        if found is not None and "__" in group
    )


@cache
def _reader(site: Site) -> tuple[re.Pattern[str], dict[str, str]]:
    """Join the patterns of a site to one; a group `k3` tells the rule, `date__3` a field in it."""
    alternatives: list[str] = []
    for number, rule in enumerate((*site.lines, *OF_ANY_PAGE)):
        named = _GROUP.sub(rf"(?P\g<1>\g<2>__{number}\g<3>", rule.pattern)
        alternatives.append(f"(?P<k{number}>{named})")
    kinds = {f"k{number}": rule.kind for number, rule in enumerate((*site.lines, *OF_ANY_PAGE))}
    return re.compile("|".join(alternatives), re.IGNORECASE), kinds
