"""Write CSV as classifiers take it: the text, a column for each group, 0 or 1 for labels that stand alone."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from reviewcli.formats.frame import Writer
from reviewcli.formats.scheme import Scheme, chosen_of, columns_of
from reviewcli.formats.table import separated
from reviewcli.model import Review

FIRST = ("number", "text")


def write(reviews: Iterable[Review], scheme: Scheme) -> Iterator[bytes]:
    """Write a header and a row for each review; the cell of a group without a label is empty."""
    header = [*FIRST, *columns_of(scheme, FIRST).values(), *scheme.alone]

    def row(review: Review) -> list[Any]:
        alone = (int(name in review.labels) for name in scheme.alone)
        return [review.number, review.text, *(chosen_of(review, one) for one in scheme.groups), *alone]

    return separated(chain([header], map(row, reviews)), ",")


WRITER = Writer(write)
