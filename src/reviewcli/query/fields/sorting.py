"""Read the wishes for an order: `sort:date-`, `sort:rating-,date`."""

from typing import get_args

from reviewcli.query.fields.value import Value, nearest
from reviewcli.query.request import Order, SortKey
from reviewcli.query.wording import shorten
from reviewcli.text import fold_name

SORT_KEYS: tuple[SortKey, ...] = get_args(SortKey)


def read_orders(value: Value) -> tuple[Order, ...]:
    """Read names to sort by, with commas between them and '-' after each that is to be the other way."""
    return tuple(_order(value, fold_name(part)) for part in value.text.split(",") if part.strip())


def _order(value: Value, text: str) -> Order:
    key = text.removesuffix("-").removeprefix("-")
    if key not in SORT_KEYS:
        near = nearest(key, SORT_KEYS)
        value.refuse(
            f"'sort:{shorten(text)}' is nothing to sort by; there are {', '.join(SORT_KEYS)}.",
            f"Write {f'sort:{near}' if near else 'one of these'}, with '-' after it for the reverse.",
        )
    if text.startswith("-"):
        value.refuse("'-' stands before what to sort by.", f"Write it after: sort:{key}-")
    return Order(key, descending=text.endswith("-"))
