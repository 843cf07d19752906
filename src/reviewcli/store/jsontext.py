"""Turn documents into JSON text that any JSON reader takes, and back."""

import json
import re
from collections.abc import Mapping
from typing import Any

_SHORT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_READABLE = json.JSONEncoder(ensure_ascii=False)


def encode(value: object) -> str:
    """Write `value` as JSON, readable in any script; lone surrogates, which UTF-8 cannot hold, as escapes.

    Raises TypeError for values that JSON has no form for.
    """
    text = _SHORT.encode(value)
    return text if text.isprintable() else _escaped(text)


def encode_tables(tables: Mapping[str, Mapping[str, Any]]) -> str:
    """Write tables of documents as `encode` does, as one JSON object with a document a line.

    Indented further it would take several times as long, for then Python's encoder does without its C.
    """
    write = _READABLE.encode
    parts = (
        f"\n{write(name)}: {{"
        + ",".join(f"\n {write(key)}: {write(doc)}" for key, doc in table.items())
        + "\n}"
        for name, table in tables.items()
    )
    text = "{" + ",".join(parts) + "\n}\n"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _escaped(text)
    return text


def _escaped(text: str) -> str:
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


def decode(text: str) -> Any:
    """Read what `encode` wrote. Raises ValueError, with the place, for what is not JSON."""
    return json.loads(text)
