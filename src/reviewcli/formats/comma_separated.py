"""Write comma-separated values, one review a row."""

from collections.abc import Iterable, Iterator
from itertools import chain

from reviewcli.formats.frame import Writer
from reviewcli.formats.scheme import Scheme
from reviewcli.formats.table import COLUMNS, row, separated
from reviewcli.model import Review


def write(reviews: Iterable[Review], _scheme: Scheme) -> Iterator[bytes]:
    """Write a header and a row for each review, in UTF-8."""
    return separated(chain([COLUMNS], map(row, reviews)), ",")


WRITER = Writer(write)
