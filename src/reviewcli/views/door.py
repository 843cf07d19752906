"""Make text that we did not write safe to show: the one door from reviews and file names to the terminal.

What could move the cursor, change colours, reverse the order of letters or pass unseen is made visible;
the escapes of `plain_field` and `json_text` can be undone, so that those formats stay complete.
"""

import re

from reviewcli.jsonlines import UNSAFE_ABOVE_ASCII, json_text

__all__ = ["block", "json_text", "line", "plain_field"]

# Controls (C0, DEL, C1), line and paragraph separators, lone surrogates, bidirectional embeddings,
# overrides, isolates and marks (Unicode Standard Annex 9), byte order mark, Unicode's interlinear marks.
# Patterns are compiled when first needed: most text is printable as it is.
_UNSAFE = f"\x00-\x08\x0b-\x1f{UNSAFE_ABOVE_ASCII}"
_BREAKS = (0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029)
_UNSEEN = "\u061c\u200e\u200f\ufeff"
_NAMED = {"\t": r"\t", "\n": r"\n", "\r": r"\r", "\\": r"\\"}


def block(text: str) -> str:
    """Make text safe that keeps its lines: a control becomes its picture, a bidi control its number."""
    if text.replace("\n", "").isprintable():
        return text
    return re.sub(f"[{_UNSAFE}]", _visible, text.replace("\r\n", "\n")).replace("\t", "    ")


def line(text: str) -> str:
    """Make text safe on one line: line ends and tabs become spaces."""
    if text.isprintable():
        return text
    return re.sub(f"[{_UNSAFE}]", _visible, text.translate(dict.fromkeys(_BREAKS, " ")))


def _visible(found: re.Match[str]) -> str:
    code = ord(found[0])
    if found[0] in _UNSEEN:
        return ""
    if code in _BREAKS:
        return "\n"
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def plain_field(text: str) -> str:
    r"""Write text as one field of a tab-separated line, escaped as `\n`, `\t`, `\\`, `\xNN`, `\uNNNN`."""
    if text.isprintable() and "\\" not in text:
        return text
    return re.sub(f"[{_UNSAFE}\t\n\\\\]", _escaped, text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return _NAMED.get(found[0]) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
