"""Keep queries under names in a corpus, as edits."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from unicodedata import normalize

from tinydb.table import Document

from reviewcli.errors import NotFoundError, ReviewError, UsageError
from reviewcli.store.database import Database
from reviewcli.text import fold_name
from reviewcli.writing import Writer

TABLE = "queries"
_NAME = re.compile(r"[^\W\d_][\w.-]{0,39}")


class SavedQuery(NamedTuple):
    """A query under its name, as it was typed."""

    name: str
    query: str


def saved_queries(database: Database) -> list[SavedQuery]:
    """List the saved queries, by name."""
    found = (SavedQuery(one["name"], one["query"]) for one in database.table(TABLE).iter_from(1))
    return sorted(found, key=lambda one: fold_name(one.name))


def saved_texts(database: Database) -> Mapping[str, str]:
    """Return the text of each saved query by its name, folded: what a query that names one is read with."""
    return {fold_name(one.name): one.query for one in saved_queries(database)}


def saved_query(name: str, database: Database) -> SavedQuery:
    """Return a saved query by its name. Raises NotFoundError when there is none."""
    found = _required(name, database)
    return SavedQuery(found["name"], found["query"])


def _required(name: str, database: Database) -> Document:
    """Find a saved query. Raises NotFoundError, with the nearest name, when there is none."""
    if found := _find(name, database):
        return found
    from difflib import get_close_matches

    names = {fold_name(one.name): one.name for one in saved_queries(database)}
    near = get_close_matches(fold_name(name), names, n=1)
    raise NotFoundError(
        f"There is no saved query '{name}'.",
        hint=f"Did you mean '{names[near[0]]}'?" if near else "reviewcli query list shows those there are.",
    )


def _find(name: str, database: Database) -> Document | None:
    wanted = fold_name(name)
    stored = database.table(TABLE).iter_from(1)
    return next((one for one in stored if fold_name(one["name"]) == wanted), None)


class Shelf:
    """Change the saved queries of a corpus, through the writer of one command."""

    def __init__(self, database: Database, writer: Writer) -> None:
        self._database = database
        self._writer = writer

    def save(self, name: str, query: str) -> SavedQuery | None:
        """Keep a query under a name; return what it takes the place of. Raises UsageError for no name."""
        wanted = new_name(name)
        old = _find(wanted, self._database)
        if old is None:
            self._writer.add(TABLE, {"name": wanted, "query": query})
            return None
        self._writer.change(TABLE, old, {**old, "query": query})
        return SavedQuery(old["name"], old["query"])

    def rename(self, name: str, new: str) -> None:
        """Give a saved query another name. Raises NotFoundError, UsageError and ReviewError as `save`."""
        old, wanted = _required(name, self._database), new_name(new)
        there = _find(wanted, self._database)
        if there is not None and there.doc_id != old.doc_id:
            raise ReviewError(
                f"There is a saved query '{there['name']}' already.", hint="Choose another name."
            )
        self._writer.change(TABLE, old, {**old, "name": wanted})

    def remove(self, name: str) -> SavedQuery:
        """Forget a saved query. Raises NotFoundError when there is none."""
        old = _required(name, self._database)
        self._writer.remove(TABLE, old)
        return SavedQuery(old["name"], old["query"])


def new_name(name: str) -> str:
    """Return a name as it is kept. Raises UsageError for what cannot be one."""
    wanted = normalize("NFC", name.strip())
    if not _NAME.fullmatch(wanted):
        raise UsageError(
            f"'{name}' cannot be the name of a query.",
            hint="A name starts with a letter and has at most 40 letters, digits, '-', '_' and '.'.",
        )
    return wanted
