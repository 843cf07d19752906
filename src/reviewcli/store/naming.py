"""Give every TinyDB table its SQL table, and every looked-up field its SQL expression."""

import re

PREFIX = "docs_"


def sql_name(name: str) -> str:
    """Name the SQL table of a TinyDB table: one to one, though SQLite folds case and we must quote."""
    safe = re.sub("[^a-z0-9_.]", lambda found: f"={ord(found[0]):x};", name)
    return f'"{PREFIX}{safe}"'


def side_name(kind: str, name: str) -> str:
    """Name an SQL table of another kind that stands beside that of a TinyDB table."""
    return f'"{kind}_{sql_name(name)[len(PREFIX) + 1 :]}'


def decode_name(name: str) -> str:
    """Undo `sql_name`."""
    return re.sub("=([0-9a-f]+);", lambda found: chr(int(found[1], 16)), name[len(PREFIX) :])


def field_expression(field: str) -> str:
    """Return the SQL expression for a field of a document; indexes and queries must use the same.

    A dot leads into a field that is itself a document: `origin.start`.
    """
    if not all(part.isidentifier() for part in field.split(".")):
        raise ValueError(f"not a field name: {field!r}")
    return f"json_extract(doc, '$.{field}')"
