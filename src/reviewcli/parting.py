"""Divide reviews into parts to train and to test with, so that no part knows what stands in another."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from random import Random
from typing import NamedTuple

from reviewcli.duplicates import near_duplicates
from reviewcli.model import Review
from reviewcli.text import fold_name

Stratum = tuple[str, ...]


class Trait(NamedTuple):
    """What has to be known of a review to divide: its labels, where it stands, and who wrote about what.

    `goes_on` says that the review after it in the same source may be the rest of it.
    """

    number: int
    stratum: Stratum
    place: tuple[str, int]
    goes_on: bool
    writer: tuple[str, str, str] | None


def trait_of(review: Review) -> Trait:
    """Return what dividing needs of a review.

    Where a boundary is doubtful, the reviews on both sides may be one that was cut in two: they stay
    together, and so does all that one author wrote about one item.
    """
    writer = (review.source, fold_name(review.author), review.item) if review.author and review.item else None
    return Trait(
        review.number,
        tuple(sorted(review.labels)),
        (review.source, review.span.start),
        review.after.doubtful,
        writer,
    )


class Division(NamedTuple):
    """In which part each review is, by number, and how many had to stay with others, in how many groups."""

    part_of: dict[int, str]
    kept_together: int
    groups: int


def divide(reviews: Iterable[Review], shares: dict[str, int], seed: int) -> Division:
    """Divide reviews into parts of these shares, each with as much of every label as its share says.

    Near-duplicates, and reviews that belong together as `trait_of` says, are in the same part. The same
    reviews, shares and seed give the same parts.
    """
    traits: list[Trait] = []

    def texts() -> Iterator[str]:
        for review in reviews:
            traits.append(trait_of(review))
            yield review.text

    alike = [(pair.first, pair.second) for pair in near_duplicates(texts())]
    families = families_of(len(traits), [*alike, *_belonging(traits)])
    parts = _dealt(
        [[traits[at].stratum for at in family] for family in families], list(shares.values()), seed
    )
    names = list(shares)
    part_of = {
        traits[at].number: names[part] for family, part in zip(families, parts, strict=True) for at in family
    }
    larger = [len(family) for family in families if len(family) > 1]
    return Division(part_of, sum(larger), len(larger))


def _belonging(traits: Sequence[Trait]) -> Iterator[tuple[int, int]]:
    """Give the pairs of reviews of which one may be the rest of the other, or that one author wrote."""
    by_place = sorted(range(len(traits)), key=lambda at: traits[at].place)
    for left, right in pairwise(by_place):
        if traits[left].place[0] == traits[right].place[0] and traits[left].goes_on:
            yield left, right
    first_by: dict[tuple[str, str, str], int] = {}
    for at, one in enumerate(traits):
        if one.writer:
            yield first_by.setdefault(one.writer, at), at


def families_of(count: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Group 0 to `count` - 1 so that linked ones are together (disjoint sets, with halved paths)."""
    parents = list(range(count))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = at = parents[parents[at]]
        return at

    for one, other in links:
        low, high = sorted((root(one), root(other)))
        parents[high] = low
    families: dict[int, list[int]] = {}
    for at in range(count):
        families.setdefault(root(at), []).append(at)
    return list(families.values())


def _dealt(families: Sequence[Sequence[Stratum]], shares: Sequence[int], seed: int) -> list[int]:
    """Deal families out, the largest first and else by chance, each to the part that lacks its labels most.

    A part lacks what it has, half the family added, in proportion to its share: the divisors of Sainte-Laguë.
    """
    random = Random(seed)
    order = list(range(len(families)))
    random.shuffle(order)
    order.sort(key=lambda at: -len(families[at]))
    filled: list[Counter[Stratum]] = [Counter() for _ in shares]
    sizes = [0] * len(shares)
    dealt = [0] * len(families)
    for at in order:
        strata = Counter(families[at])

        def cost(part: int, strata: Counter[Stratum] = strata) -> tuple[float, float]:
            have = sum(count * (filled[part][one] + count / 2) for one, count in strata.items())
            return have / shares[part], sizes[part] / shares[part]

        part = min(range(len(shares)), key=cost)
        filled[part].update(strata)
        sizes[part] += len(families[at])
        dealt[at] = part
    return dealt
