"""Find the saved query that stands in another one."""

from collections.abc import Mapping

from reviewcli.query.fields.value import Value, nearest
from reviewcli.query.wording import shorten
from reviewcli.text import fold_name


def text_of(value: Value, saved: Mapping[str, str], within: tuple[str, ...]) -> tuple[str, str]:
    """Return the name and the text of a saved query; raise QueryError for none, and for one inside itself."""
    name = fold_name(value.text)
    if name in within:
        way = shorten(" > ".join((*within, name)))
        value.refuse(
            f"The saved query '{shorten(name)}' would stand in itself: {way}.",
            f"Save it again without query:{shorten(name)}.",
        )
    if name not in saved:
        near = nearest(name, tuple(saved))
        value.refuse(
            f"There is no saved query '{value.shown}'.",
            f"Did you mean query:{near}?" if near else "reviewcli query list shows those there are.",
        )
    return name, saved[name]
