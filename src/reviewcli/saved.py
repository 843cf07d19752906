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


class Shelf:
    """Change the saved queries of a corpus, through the writer of one command."""

    def __init__(self, database: Database, writer: Writer) -> None:
        self._database = database
        self._writer = writer

    def save(self, name: str, query: str, *, replace: bool) -> SavedQuery | None:
        """Keep a query under a name; return what it takes the place of.

        Raises UsageError for what cannot be a name, ReviewError for one that is taken, unless `replace`.
        """
        wanted = new_name(name)
        old = self._find(wanted)
        if old is None:
            self._writer.add(TABLE, {"name": wanted, "query": query})
            return None
        before = SavedQuery(old["name"], old["query"])
        if before.query != query and not replace:
            raise ReviewError(
                f"There is a saved query '{before.name}' already: {before.query}",
                hint="Add --force to put the new one in its place.",
            )
        self._writer.change(TABLE, old, {**old, "query": query})
        return before

    def rename(self, name: str, new: str) -> None:
        """Give a saved query another name. Raises NotFoundError, UsageError and ReviewError as `save`."""
        old, wanted = self.require(name), new_name(new)
        there = self._find(wanted)
        if there is not None and there.doc_id != old.doc_id:
            raise ReviewError(
                f"There is a saved query '{there['name']}' already.", hint="Choose another name."
            )
        self._writer.change(TABLE, old, {**old, "name": wanted})

    def remove(self, name: str) -> SavedQuery:
        """Forget a saved query. Raises NotFoundError when there is none."""
        old = self.require(name)
        self._writer.remove(TABLE, old)
        return SavedQuery(old["name"], old["query"])

    def require(self, name: str) -> Document:
        """Find a saved query by its name. Raises NotFoundError when there is none."""
        found = self._find(name)
        if found is None:
            raise no_such_query(name, self._database)
        return found

    def _find(self, name: str) -> Document | None:
        wanted = fold_name(name)
        stored = self._database.table(TABLE).iter_from(1)
        return next((one for one in stored if fold_name(one["name"]) == wanted), None)


def new_name(name: str) -> str:
    """Return a name as it is kept. Raises UsageError for what cannot be one."""
    wanted = normalize("NFC", name.strip())
    if not _NAME.fullmatch(wanted):
        raise UsageError(
            f"'{name}' cannot be the name of a query.",
            hint="A name starts with a letter and has at most 40 letters, digits, '-', '_' and '.'.",
        )
    return wanted


def no_such_query(name: str, database: Database) -> NotFoundError:
    """Return the error for a name under which nothing is saved, with the nearest one."""
    from difflib import get_close_matches

    names = {fold_name(one.name): one.name for one in saved_queries(database)}
    near = get_close_matches(fold_name(name), names, n=1)
    return NotFoundError(
        f"There is no saved query '{name}'.",
        hint=f"Did you mean '{names[near[0]]}'?" if near else "reviewcli query list shows those there are.",
    )
