"""Write a plain TinyDB file: stock TinyDB opens it, with the reviews and the label scheme as tables."""

from collections.abc import Iterable, Iterator

from reviewcli.formats.frame import Writer
from reviewcli.formats.scheme import Scheme
from reviewcli.jsonlines import json_text
from reviewcli.model import Review
from reviewcli.records import record


def write(reviews: Iterable[Review], scheme: Scheme) -> Iterator[bytes]:
    """Write the table `reviews`, each under its number, and the table `labels`."""
    opening = '{"reviews": {\n'
    for review in reviews:
        yield f'{opening}"{review.number}": {json_text(record(review))}'.encode()
        opening = ",\n"
    grouped = [(name, group) for group, names in scheme.groups.items() for name in names]
    labels = [*grouped, *((name, "") for name in scheme.alone)]
    table = {str(at): {"name": name, "group": group} for at, (name, group) in enumerate(labels, start=1)}
    end = opening if opening != ",\n" else "\n"
    yield f'{end}}},\n"labels": {json_text(table)}}}\n'.encode()


WRITER = Writer(write)
