"""Write JSON lines as doccano imports them for text classification; other facts become its metadata."""

from collections.abc import Iterable, Iterator

from reviewcli.formats.frame import Writer
from reviewcli.formats.scheme import Scheme
from reviewcli.jsonlines import json_text
from reviewcli.model import Review
from reviewcli.records import given


def write(reviews: Iterable[Review], _scheme: Scheme) -> Iterator[bytes]:
    """Write one object a line, with the keys `text` and `label` that doccano looks for by default."""
    for review in reviews:
        notes = {"notes": list(review.notes)} if review.notes else {}
        example = {"text": review.text, "label": list(review.labels), **given(review), **notes}
        yield (json_text(example) + "\n").encode()


WRITER = Writer(write)
