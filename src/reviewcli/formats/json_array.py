"""Write one JSON array, a review a line, as the listings do."""

from collections.abc import Iterable, Iterator

from reviewcli.formats.frame import Writer
from reviewcli.formats.scheme import Scheme
from reviewcli.jsonlines import json_array
from reviewcli.model import Review
from reviewcli.records import record


def write(reviews: Iterable[Review], _scheme: Scheme) -> Iterator[bytes]:
    """Write reviews with everything that is known about them."""
    return (piece.encode() for piece in json_array(map(record, reviews)))


WRITER = Writer(write)
