"""Write JSON lines, one review a line, as the listings do."""

from collections.abc import Iterable, Iterator

from reviewcli.formats.frame import Writer
from reviewcli.formats.scheme import Scheme
from reviewcli.jsonlines import json_text
from reviewcli.model import Review
from reviewcli.records import record


def write(reviews: Iterable[Review], _scheme: Scheme) -> Iterator[bytes]:
    """Write reviews with everything that is known about them."""
    return ((json_text(record(review)) + "\n").encode() for review in reviews)


WRITER = Writer(write)
