"""Find the terms of a query that ask for words to be there: those that rank, and that are highlighted."""

from collections.abc import Iterator
from typing import assert_never

from reviewcli.query.tree import (
    And,
    By,
    Dated,
    Everything,
    Holds,
    Is,
    Language,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Tag,
    TextTerm,
    Within,
    Word,
)


def wanted_terms(query: Query, *, present: bool = True) -> Iterator[TextTerm]:
    """Give the terms whose presence answers a query, in order: those under no `Not`, or under two."""
    match query:
        case Word() | Phrase() | Prefix() | Near():
            if present:
                yield query
        case Not(term):
            yield from wanted_terms(term, present=not present)
        case And(terms) | Or(terms):
            for term in terms:
                yield from wanted_terms(term, present=present)
        case Everything() | Tag() | By() | Language() | Is() | Holds() | Within() | Dated():
            pass
        case _:
            assert_never(query)
