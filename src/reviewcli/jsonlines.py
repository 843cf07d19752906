"""Write JSON, one value a line, that is exact and that no terminal acts on."""

import json
import re
from collections.abc import Iterable, Iterator

# C1 controls, separators of lines and paragraphs, lone surrogates, and the controls of writing direction.
UNSAFE_ABOVE_ASCII = "\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"

_encoded = json.JSONEncoder(ensure_ascii=False).encode  # made once, not once a line


def json_text(value: object, *, ascii_only: bool = False, indent: int | None = None) -> str:
    """Write JSON that says exactly what `value` holds and has no character that a terminal acts on."""
    exact = not ascii_only and indent is None
    text = _encoded(value) if exact else json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    if text.isprintable():
        return text
    return re.sub(f"[{UNSAFE_ABOVE_ASCII}]", lambda found: f"\\u{ord(found[0]):04x}", text)


def json_array(values: Iterable[object], *, ascii_only: bool = False) -> Iterator[str]:
    """Write one JSON array in pieces, a value a line."""
    opening = "[\n"
    for value in values:
        yield opening + json_text(value, ascii_only=ascii_only)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"
