import random
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from reviewcli.query.endings import quick
from reviewcli.query.stemming import ALGORITHMS

SNOWBALL = sorted(set(ALGORITHMS.values()) - {"korean"})


def stemmer_class(name: str) -> Any:
    return getattr(import_module(f"snowballstemmer.{name}_stemmer"), f"{name.title()}Stemmer")


def words_to_try(stemmer: Any, chance: random.Random) -> Iterator[str]:
    """Make words of all the endings and beginnings that a stemmer knows."""
    tables = [value for value in vars(stemmer).values() if isinstance(value, list | tuple)]
    parts = sorted({one.s for table in tables for one in table if hasattr(one, "s")})
    letters = sorted(set("".join(parts)))
    yield from parts
    for part in parts:
        some = "".join(chance.choices(letters, k=chance.randint(0, 6)))
        yield some + part
        yield part + some
        yield some + chance.choice(parts) + part


@pytest.mark.parametrize("name", SNOWBALL)
def test_a_quick_stemmer_answers_as_snowballs_own(name: str) -> None:
    stemmer = stemmer_class(name)
    words = list(words_to_try(stemmer, random.Random(name)))

    stems = quick(stemmer)().stemWords(words)

    assert stems == stemmer().stemWords(words)
    assert stems != words
