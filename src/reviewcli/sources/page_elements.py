"""Say what the elements of a web page do to the text in them."""

import re
from collections.abc import Mapping
from typing import NamedTuple

PARAGRAPH = "p"
BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol"
    " optgroup option p pre search section summary table tbody tfoot thead tr ul".split()
)
"""Elements that stand on lines of their own."""
CELLS = frozenset(("td", "th"))
PARTS = frozenset(("span", "a", "time", "label"))
"""Elements that are words of their own where one begins right after another: pages part them by style."""

_UNSHOWN = frozenset(
    "audio canvas datalist embed iframe map math noscript object script select style template textarea"
    " title video".split()
)
_ASIDE = frozenset(("nav", "aside", "search"))
_ASIDE_OF_PAGE = frozenset(("header", "footer"))
_ASIDE_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search"))
_CONTENT = frozenset(("article", "main", "section", "li"))
_MAIN = frozenset(("article", "main"))
_INVISIBLE = re.compile(r"(?:display ?: ?none|visibility ?: ?hidden)")
_PREFORMATTED = re.compile(r"white-space ?: ?(?:pre|break-spaces)")


class Element(NamedTuple):
    """What an element does to the text in it.

    It may hide it, keep its line ends, be `content` or the `main` part of the page, or be `aside`, as
    navigation is. All but hiding it takes over from the element around it.
    """

    hides: bool = False
    preformatted: bool = False
    content: bool = False
    main: bool = False
    aside: bool = False


def element_within(outer: Element, tag: str, attributes: Mapping[str, str]) -> Element:
    """Tell what an element does that stands in another."""
    role, style = attributes.get("role", ""), attributes.get("style", "").lower()
    return Element(
        hides=_is_hidden(tag, attributes, style),
        preformatted=outer.preformatted or tag == "pre" or bool(_PREFORMATTED.search(style)),
        content=outer.content or tag in _CONTENT,
        main=outer.main or tag in _MAIN or role == "main",
        aside=outer.aside
        or tag in _ASIDE
        or (tag in _ASIDE_OF_PAGE and not outer.content)
        or role in _ASIDE_ROLES,
    )


def _is_hidden(tag: str, attributes: Mapping[str, str], style: str) -> bool:
    closed = tag == "dialog" and "open" not in attributes
    return tag in _UNSHOWN or closed or "hidden" in attributes or bool(_INVISIBLE.search(style))
