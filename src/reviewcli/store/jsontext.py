"""Turn documents into JSON text that any JSON reader takes, and back."""

import json
import re
from typing import Any


def encode(value: object, *, indent: int | None = None) -> str:
    """Write `value` as JSON, readable in any script; lone surrogates, which UTF-8 cannot hold, as escapes.

    Raises TypeError for values that JSON has no form for.
    """
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    if text.isprintable():
        return text
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


def decode(text: str) -> Any:
    """Read what `encode` wrote. Raises ValueError, with the place, for what is not JSON."""
    return json.loads(text)
