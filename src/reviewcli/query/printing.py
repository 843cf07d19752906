"""Print a query so that it reads back as itself."""

import re
from typing import assert_never

from reviewcli.query.tree import (
    And,
    Everything,
    FieldClause,
    Is,
    Language,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Tag,
    Term,
    TextTerm,
    Word,
)


def to_string(query: Query) -> str:
    """Write a query in its one plain form: `parse(to_string(query)) == query`."""
    match query:
        case Everything():
            return ""
        case Word() | Phrase() | Prefix() | Near():
            return _text_term(query)
        case Tag() | Language() | Is():
            return _field_clause(query)
        case Not(term):
            return f"-{_grouped(term, And, Or)}"
        case And(terms):
            return " ".join(_grouped(term, Or) for term in terms)
        case Or(terms):
            return " OR ".join(to_string(term) for term in terms)
        case _:
            assert_never(query)


def _text_term(term: TextTerm) -> str:
    match term:
        case Word(word):
            return word
        case Phrase(words):
            return f'"{" ".join(words)}"'
        case Prefix(words):
            return f"{'-'.join(words)}*"
        case Near(word):
            return f"{word}~"
        case _:
            assert_never(term)


def _field_clause(clause: FieldClause) -> str:
    match clause:
        case Tag(label):
            return f"tag:{_quote_where_needed(label)}"
        case Language(code):
            return f"lang:{code}"
        case Is(state):
            return f"is:{state}"
        case _:
            assert_never(clause)


def _grouped(term: Term, *loose: type[And] | type[Or]) -> str:
    """Print a term, in parentheses where it binds less than what stands around it."""
    return f"({to_string(term)})" if isinstance(term, loose) else to_string(term)


def _quote_where_needed(label: str) -> str:
    if re.fullmatch(r"\w[\w-]*", label):
        return label
    # A folded label holds no guillemets, since they fold to the plain quote.
    return f"«{label}»" if '"' in label else f'"{label}"'
