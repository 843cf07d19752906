"""Turn a query into SQL that selects the reviews which answer it, as far as indexes can tell."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from reviewcli.query.tree import And, Everything, Holds, Not, Or, Query, Term, all_of, any_of
from reviewcli.query.wanted import wanted_terms
from reviewcli.searching.expressions import NOTHING, asks_for_text, expression
from reviewcli.searching.facts import Condition, Facts
from reviewcli.searching.vocabulary import Vocabulary
from reviewcli.store.database import SqliteDatabase
from reviewcli.store.naming import sql_name
from reviewcli.store.words import WordIndex

REVIEWS = sql_name("reviews")
MOST_CONDITIONS = 200
ALL, NONE = Condition("1"), Condition("0")


class Selection(NamedTuple):
    """Reviews: those that an expression of FTS5 finds, if it is given, and of which a condition is true.

    Those that answer a query are all among them, and where it is `exact`, there are no others. It is `ranked`
    where the expression asks for all words by which the query ranks, each once, and for no others; nor side
    by side amid alternatives, where FTS5 may count some of them without the others.
    """

    match: str | None
    condition: Condition
    ranked: bool = False

    @property
    def exact(self) -> bool:
        """Tell whether each of them answers the query."""
        return self.condition.exact


class Selector:
    """Makes the selections of one corpus."""

    def __init__(self, database: SqliteDatabase, index: WordIndex) -> None:
        self.vocabulary = Vocabulary(database, index)
        self._facts = Facts(database)
        self._index = index

    def select(self, query: Query) -> Selection:
        """Select the reviews that answer a query."""
        if isinstance(query, Everything):
            return Selection(None, ALL)
        terms = query.terms if isinstance(query, And) else (query,)
        text = [term for term in terms if asks_for_text(term)]
        rest = _joined([self._condition(term) for term in terms if not asks_for_text(term)], " AND ", ALL)
        if not text:
            return Selection(None, rest)
        found = expression(all_of(text), self.vocabulary)
        if found == NOTHING:
            return Selection(None, NONE)
        asked, ranking = list(wanted_terms(all_of(text))), list(wanted_terms(query))
        flat = all(not isinstance(one, And) for term in text if isinstance(term, Or) for one in term.terms)
        return Selection(found, rest, flat and asked == ranking and len(asked) == len(set(asked)))

    def _condition(self, term: Term) -> Condition:
        """Say a term as a condition on the row of a review, `id` and `doc`."""
        if asks_for_text(term):
            found = expression(term, self.vocabulary)
            fts = self._index.fts
            sql = f"reviews.id IN (SELECT rowid FROM {fts} WHERE {fts} MATCH ?)"
            return NONE if found == NOTHING else Condition(sql, (found,))
        match term:
            case And(terms):
                return self._all_of(terms)
            case Or(terms):
                return self._any_of(terms)
            case Not(negated):
                inner = self._condition(negated)
                return (
                    Condition(f"({inner.sql} IS NOT TRUE)", inner.parameters)
                    if inner.exact
                    else _checked(ALL)
                )
            case Holds("title", wanted):  # the words of titles are indexed too
                return _checked(self._condition(wanted))
            case _:
                return self._facts.condition(term)

    def _all_of(self, terms: Iterable[Term]) -> Condition:
        return self._parted(terms, all_of, " AND ")

    def _any_of(self, terms: Iterable[Term]) -> Condition:
        return self._parted(terms, any_of, " OR ")

    def _parted(self, terms: Iterable[Term], join: Callable[[list[Term]], Term], operator: str) -> Condition:
        """Ask FTS5 once for all that asks for text, and join that with the rest."""
        text = [term for term in terms if asks_for_text(term)]
        others = [self._condition(term) for term in terms if not asks_for_text(term)]
        return _joined([*([self._condition(join(text))] if text else []), *others], operator, ALL)


def _joined(conditions: list[Condition], operator: str, empty: Condition) -> Condition:
    if not conditions:
        return empty
    if len(conditions) > MOST_CONDITIONS:  # SQLite takes expressions up to a depth
        return _checked(ALL)
    sql = operator.join(one.sql for one in conditions)
    parameters = tuple(value for one in conditions for value in one.parameters)
    return Condition(f"({sql})", parameters, all(one.exact for one in conditions))


def _checked(condition: Condition) -> Condition:
    return condition._replace(exact=False)
