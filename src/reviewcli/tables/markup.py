"""Turn the HTML and BBCode that publishers leave in a review into its text."""

import re
from html import unescape

_BREAKS = "br|p|div|li|ul|ol|blockquote|h[1-6]|hr|tr|table|pre"
_INLINE = (
    "b|i|u|s|em|strong|a|span|font|spoiler|small|big|sub|sup|del|"
    "ins|strike|code|q|cite|img|td|th|tbody|center"
)
_SCRIPT = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_HTML_BREAK = re.compile(rf"</?(?:{_BREAKS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_HTML_INLINE = re.compile(rf"</?(?:{_INLINE})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BB_BREAK = re.compile(r"\[/?(?:h[1-6]|hr|list|olist|table|tr|quote(?:=[^\]\n]*)?|code)\]", re.IGNORECASE)
_BB_ITEM = re.compile(r"\[\*\]", re.IGNORECASE)
_BB_INLINE = re.compile(
    r"\[/?(?:b|i|u|s|strike|spoiler|noparse|th|td|img|url)\]|\[url=[^\]\n]*\]", re.IGNORECASE
)


def as_it_is(text: str) -> str:
    """Return a text in which there is no markup."""
    return text


def text_of_html(text: str) -> str:
    """Return what a browser shows of a piece of HTML: line breaks for its blocks, characters for entities.

    What only looks like a tag, as in `a < b`, stays.
    """
    if "<" in text:
        text = _HTML_INLINE.sub("", _HTML_BREAK.sub("\n", _SCRIPT.sub("", text)))
    return unescape(text) if "&" in text else text


def text_of_bbcode(text: str) -> str:
    """Return the text of a piece of BBCode, as Steam has it; brackets that are no code stay."""
    if "[" not in text:
        return text
    text = _BB_ITEM.sub("\n", _BB_BREAK.sub("\n", text))
    return _BB_INLINE.sub("", text)


def has_html(text: str) -> bool:
    """Tell whether there is a tag in a text that stands on no line of its own by chance."""
    return "<" in text and bool(_HTML_BREAK.search(text) or _HTML_INLINE.search(text))


def lines_of(text: str) -> str:
    """Make every paragraph a line, without blank ones, as reviews have them."""
    if "\n" not in text and "\r" not in text and text.isprintable():
        return text.strip()
    return "\n".join(line for one in text.splitlines() if (line := one.strip()))
