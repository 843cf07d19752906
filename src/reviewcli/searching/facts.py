"""Say what a query asks of the fields and the annotations of a review as SQL."""

from collections.abc import Callable
from typing import NamedTuple, assert_never

from reviewcli.model import BY_READER, DOUBTFUL_BELOW, DOUBTFUL_INSIDE_FROM, STARS
from reviewcli.query.tree import NO_LANGUAGE, By, Dated, Holds, Is, Language, Near, State, Tag, Term, Within
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
_DECIDED = f"(instr(doc, '{BY_READER}') OR {field_expression('joined')} > 0)"
_STATES = {
    "doubtful": _DOUBTFUL,
    "rated": f"({field_expression('rating')} IS NOT NULL)",
    "dated": f"({field_expression('date')} <> '')",
    "verified": f"({field_expression('verified')} <> 0)",
    "recommended": f"({field_expression('recommended')} <> 0)",
}
UNTOLD_DAY, MOST_WORDS = "-01-01", 20
_NUMBERS = {"number": "reviews.id", "helpful": field_expression("helpful")}
_STARS = (
    f"iif(ifnull({field_expression('rating_scale')}, 0) IN (0, {STARS}), {field_expression('rating')},"
    f" {field_expression('rating')} * {STARS}.0 / {field_expression('rating_scale')})"
)


class Condition(NamedTuple):
    """An SQL condition on a row of `reviews`: true for what answers a term and, if `exact`, for no others."""

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
            case Tag(name) | By(name):
                return self._annotated("label" if isinstance(term, Tag) else "annotator", name)
            case Language(code):
                return self._in_language(code)
            case Is(state):
                return self._in_state(state)
            case Within() | Dated() | Holds():
                return _in_field(term)
            case _:
                return Condition("1", exact=False)

    def _in_state(self, state: State) -> Condition:
        match state:
            case "tagged" | "untagged" | "disputed":
                given = self._about("annotations")
                return Condition(f"NOT {given}" if state == "untagged" else given, exact=state != "disputed")
            case "noted":
                return Condition(self._about("notes"))
            case "decided":
                return Condition(_DECIDED, exact=False)
            case "doubtful" | "rated" | "dated" | "verified" | "recommended":
                return Condition(_STATES[state])
            case _:
                assert_never(state)

    def _annotated(self, field: str, wanted: str) -> Condition:
        """Say that an annotation of the review has a value, compared as `fold_name` makes it."""
        if "annotations" not in self._database.tables():
            return Condition("0")
        given = self._values("annotations", field, lambda one: fold_name(one) == wanted)
        about, at = field_expression("review"), field_expression(field)
        table = sql_name("annotations")
        sql = f"SELECT {about} FROM {table} WHERE {at} IN (SELECT value FROM json_each(?))"
        return Condition(f"reviews.id IN ({sql})", (encode(given),))

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
        while rows := self._database.rows(
            f"SELECT {at} FROM {name} WHERE {at} > ? ORDER BY {at} LIMIT 1", (last,)
        ):
            last = rows[0][0]
            if wanted(last):
                found.append(last)
        return found


def _in_field(clause: Within | Dated | Holds) -> Condition:
    match clause:
        case Within():
            return _within(clause)
        case Dated():
            return _dated(clause)
        case Holds():
            return _holding(clause)
        case _:
            assert_never(clause)


def _holding(clause: Holds) -> Condition:
    """Say what can be of words in a field: of plain ASCII, that they stand in it; of other text, nothing."""
    if clause.field == "note" or isinstance(clause.wanted, Near):
        return Condition("1", exact=False)
    text = f"ifnull({field_expression(clause.field)}, '')"
    words = clause.wanted.words[:MOST_WORDS]
    plain = " AND ".join(f"{text} LIKE ?" for _ in words)
    parameters = tuple(f"%{word}%" for word in words)
    return Condition(f"(({plain}) OR {text} GLOB '*[^ -~]*')", parameters, exact=False)


def _dated(clause: Dated) -> Condition:
    """Say that a date lies in a range of days; one of a month or a year counts as its first day."""
    date = field_expression("date")
    day = f"substr({date} || '{UNTOLD_DAY}', 1, 10)"
    return Condition(f"({date} <> '' AND {day} BETWEEN ? AND ?)", (clause.low or "", clause.high or "~"))


def _within(clause: Within) -> Condition:
    """Say that a number lies in a range; how many words a text has is not kept."""
    if clause.field == "words":
        return Condition("1", exact=False)
    number = _STARS if clause.field == "rating" else _NUMBERS[clause.field]
    ends = ((clause.low, ">"), (clause.high, "<"))
    given = [(end, sign if clause.strict else f"{sign}=") for end, sign in ends if end is not None]
    sql = " AND ".join(f"{number} {sign} ?" for _, sign in given)
    return Condition(f"({sql})", tuple(end for end, _ in given))
