"""Print a query so that it reads back as itself."""

import re
from typing import assert_never

from reviewcli.query.request import Order, Request
from reviewcli.query.tree import (
    And,
    By,
    Dated,
    Everything,
    FieldClause,
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
    Term,
    TextTerm,
    Within,
    Word,
)


def request_to_string(request: Request) -> str:
    """Write a query with its order after it, so that it reads back as itself."""
    return " ".join(filter(None, (to_string(request.query), _orders(request.orders))))


def _orders(orders: tuple[Order, ...]) -> str:
    each = ",".join(f"{order.key}{'-' * order.descending}" for order in orders)
    return f"sort:{each}" if each else ""


def to_string(query: Query) -> str:
    """Write a query in its one plain form: `parse(to_string(query)) == query`."""
    match query:
        case Everything():
            return ""
        case Word() | Phrase() | Prefix() | Near():
            return _text_term(query)
        case Tag() | By() | Language() | Is() | Holds() | Within() | Dated():
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
        case Tag(name) | By(name):
            return f"{'tag' if isinstance(clause, Tag) else 'by'}:{_quote_where_needed(name)}"
        case Language(code):
            return f"lang:{code}"
        case Is(state):
            return f"is:{state}"
        case Holds(field, wanted):
            return f"{field}:{_text_term(wanted)}"
        case Within(field, low, high, strict):
            return f"{field}:{_range(_number(low), _number(high), strict=strict)}"
        case Dated(low, high):
            return f"date:{_range(low or '', high or '')}"
        case _:
            assert_never(clause)


def _range(low: str, high: str, *, strict: bool = False) -> str:
    if strict:
        return f">{low}" if low else f"<{high}"
    return low if low == high else f"{low}..{high}"


def _number(number: float | None) -> str:
    if number is None:
        return ""
    from decimal import Decimal  # writes every digit, and never an exponent

    return format(Decimal(repr(number)), "f").removesuffix(".0")


def _grouped(term: Term, *loose: type[And] | type[Or]) -> str:
    """Print a term, in parentheses where it binds less than what stands around it."""
    return f"({to_string(term)})" if isinstance(term, loose) else to_string(term)


def _quote_where_needed(name: str) -> str:
    if re.fullmatch(r"\w[\w-]*", name):
        return name
    # A folded name holds no guillemets, since they fold to the plain quote.
    return f"«{name}»" if '"' in name else f'"{name}"'
