"""Find the saved query that stands in another one."""

from collections.abc import Mapping

from reviewcli.errors import QueryError
from reviewcli.query.fields.value import Value, nearest
from reviewcli.query.wording import shorten
from reviewcli.text import fold_name


class SavedQueryError(QueryError):
    """Report a saved query that cannot be read, however deep it stands in others."""


def text_of(value: Value, saved: Mapping[str, str], within: tuple[str, ...]) -> tuple[str, str]:
    """Return the name and the text of a saved query; raise QueryError for none, and for one inside itself."""
    name = fold_name(value.text)
    if name in within:
        way = shorten(" > ".join((*within, name)))
        raise SavedQueryError(
            f"The saved query '{shorten(name)}' would stand in itself: {way}.",
            column=value.column,
            hint=f"Save it again without query:{shorten(name)}.",
        )
    if name not in saved:
        near = nearest(name, tuple(saved))
        value.refuse(
            f"There is no saved query '{value.shown}'.",
            f"Did you mean query:{near}?" if near else "reviewcli query list shows those there are.",
        )
    return name, saved[name]


def unreadable(value: Value, name: str, error: QueryError) -> SavedQueryError:
    """Return the error of a saved query in which an error is; of one in another, that of the inner one."""
    told = error.message.removesuffix(f" (column {error.column}).")
    if isinstance(error, SavedQueryError):
        return SavedQueryError(told, column=value.column, hint=error.hint)
    return SavedQueryError(
        f"The saved query '{shorten(name)}' cannot be read: {told} (its column {error.column})",
        column=value.column,
        hint=f"See it with reviewcli query show {shorten(name)}, and save it again.",
    )
