"""Say what a query asks of the fields and the annotations of a review as SQL."""

from collections.abc import Callable
from typing import NamedTuple

from reviewcli.model import DOUBTFUL_BELOW, DOUBTFUL_INSIDE_FROM
from reviewcli.query.tree import NO_LANGUAGE, Is, Language, Tag, Term
from reviewcli.store.database import SqliteDatabase
from reviewcli.store.jsontext import encode
from reviewcli.store.naming import field_expression, sql_name
from reviewcli.text import fold, fold_name


_DOUBTFUL = (
    f"({field_expression('before.confidence')} < {DOUBTFUL_BELOW}"
    f" OR {field_expression('after.confidence')} < {DOUBTFUL_BELOW}"
    " OR EXISTS (SELECT 1 FROM json_each(doc, '$.gaps') AS gap"
    f" WHERE json_extract(gap.value, '$[1]') >= {DOUBTFUL_INSIDE_FROM}))"
)


class Condition(NamedTuple):
    """An SQL condition on a row of `reviews`, true for all reviews that answer a term; `exact`, for no others."""

    sql: str
    parameters: tuple[object, ...] = ()
    exact: bool = True


class Facts:
    """Makes the conditions of one corpus."""

    def __init__(self, database: SqliteDatabase) -> None:
        self._database = database

    def condition(self, term: Term) -> Condition:
        """Say a clause as a condition; one that cannot be said is true of all, and no more than that."""
        match term:
            case Tag(label):
                return self._tagged(label)
            case Language(code):
                return self._in_language(code)
            case Is("tagged"):
                return Condition(self._about("annotations"))
            case Is("untagged"):
                return Condition(f"NOT {self._about('annotations')}")
            case Is("doubtful"):
                return Condition(_DOUBTFUL)
            case _:
                return Condition("1", exact=False)

    def _tagged(self, label: str) -> Condition:
        table, given = sql_name("annotations"), field_expression("label")
        if "annotations" not in self._database.tables():
            return Condition("0")
        labels = self._values("annotations", "label", lambda one: fold_name(one) == label)
        about = field_expression("review")
        sql = f"SELECT {about} FROM {table} WHERE {given} IN (SELECT value FROM json_each(?))"
        return Condition(f"reviews.id IN ({sql})", (encode(labels),))

    def _in_language(self, code: str) -> Condition:
        wanted = self._values("reviews", "language", lambda one: fold(one) == code)
        sql = f"{field_expression('language')} IN (SELECT value FROM json_each(?))"
        unknown = f" OR {field_expression('language')} IS NULL" if code == NO_LANGUAGE else ""
        return Condition(f"({sql}{unknown})", (encode(wanted),))

    def _about(self, table: str) -> str:
        """Say that something in another table stands about the review."""
        if table not in self._database.tables():
            return "0"
        return f"EXISTS (SELECT 1 FROM {sql_name(table)} WHERE {field_expression('review')} = reviews.id)"

    def _values(self, table: str, field: str, wanted: Callable[[str], bool]) -> list[str]:
        """List the values of a field that stand in any document and are wanted, by its index."""
        at, name = field_expression(field), sql_name(table)
        found, last = [], ""
        while rows := self._database.rows(f"SELECT {at} FROM {name} WHERE {at} > ? ORDER BY {at} LIMIT 1", (last,)):
            last = rows[0][0]
            if wanted(last):
                found.append(last)
        return found
