"""Read the clauses that ask for words in a field of text: `author:`, `title:`, `note:` and the like."""

from typing import cast

from reviewcli.query.fields.value import Value
from reviewcli.query.tree import Holds, Phrase, TextField, Word
from reviewcli.query.wording import read_bare, read_quoted


def read_text(value: Value) -> Holds:
    """Read words as they stand in the field: side by side, or with `*` or `~` after the last."""
    field = cast(TextField, value.field)
    if value.quoted:
        return Holds(field, read_quoted(value.text, value.column))
    if value.text in ("*", "~") and field == "note":
        value.refuse(
            f"'note:{value.text}' asks for no word.", "Write is:noted for the reviews with any note."
        )
    found = read_bare(value.text, value.begins)
    return Holds(field, Phrase((found.word,)) if isinstance(found, Word) else found)
