"""Write lines as fastText trains on: labels with their mark, then the text on one line."""

import re
from collections.abc import Iterable, Iterator

from reviewcli.formats.frame import Writer
from reviewcli.formats.losses import LABEL_MARK
from reviewcli.formats.scheme import Scheme
from reviewcli.model import Review


def write(reviews: Iterable[Review], _scheme: Scheme) -> Iterator[bytes]:
    """Write a line for each review; controls and line ends are spaces, and no word of it is a label."""
    for review in reviews:
        labels = " ".join(LABEL_MARK + name for name in review.labels)
        yield f"{labels} {one_line(review.text)}".strip().encode() + b"\n"


def one_line(text: str) -> str:
    """Return a text without line ends, controls and words that fastText would take for labels."""
    if not text.isprintable():
        text = re.sub(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+", " ", text).strip()
    return text.replace(LABEL_MARK, "__ label__")


WRITER = Writer(write)
