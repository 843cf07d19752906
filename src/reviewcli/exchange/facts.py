"""Say what people did as facts that stand for themselves, whatever numbers reviews have in a corpus."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from reviewcli.keys import review_key

FORMAT = 1
HEADER = {"format": FORMAT, "holds": "reviewcli annotations"}
SHOWN = 40

Fact = dict[str, Any]


class Ref(NamedTuple):
    """A review as it is known in any corpus: by its source's digest, the hash of its text, where it begins.

    `begins` is for people.
    """

    source: str
    text: str
    at: int
    begins: str


class Boundary(NamedTuple):
    """What was decided about a gap, known by its source and the hash of the two lines it stands between.

    `at` is the character of the source at which the second line begins, and tells equal gaps apart.
    """

    source: str
    lines: str
    at: int
    begins: str
    cut: bool


def ref_of(document: Mapping[str, Any], digest: str) -> Ref:
    """Say which review a stored one is."""
    text = document["text"]
    return Ref(digest, text_hash(text), document["origin"]["start"], beginning(text))


def text_hash(text: str) -> str:
    """Hash a text, whatever stood before it in its source."""
    return review_key(text, occurrence=0)


def beginning(text: str) -> str:
    """Return as much of a text as a person knows it by."""
    return " ".join(text[: SHOWN * 4].split())[:SHOWN]


def sorted_fact(fact: Fact) -> Fact:
    """Put the keys of a fact in order, in whatever depth, so that equal facts are equal lines."""
    return {name: _sorted(fact[name]) for name in sorted(fact)}


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return sorted_fact(value)
    return [_sorted(one) for one in value] if isinstance(value, list) else value


def in_order(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Give facts of one kind in an order that depends on nothing but what they say."""
    return (fact for _, fact in sorted(((_order(one), one) for one in facts), key=lambda pair: pair[0]))


def _order(fact: Fact) -> tuple[str, int, str]:
    from reviewcli.store.jsontext import encode

    review = fact.get("review") or fact.get("boundary")
    first, second = (review["source"], review["at"]) if review else (_moment(fact), 0)
    return first, second, encode(fact)


def _moment(fact: Fact) -> str:
    told = fact.get("history", {})
    return f"{told.get('time', '')} {told.get('number', 0):020}"
