"""Write JSON lines as Prodigy's choice interface has them: a task a review, answered by each annotator."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from reviewcli.formats.frame import Writer
from reviewcli.formats.scheme import Scheme
from reviewcli.jsonlines import json_text
from reviewcli.model import Annotation, Review
from reviewcli.records import given


def write(reviews: Iterable[Review], scheme: Scheme) -> Iterator[bytes]:
    """Write a line for each annotator of a review, or one without an answer where there is none.

    The hashes that Prodigy knows tasks by are left for it to make.
    """
    options = [{"id": name, "text": name} for name in scheme.names]
    several = len(scheme.groups) + bool(scheme.alone) > 1
    for review in reviews:
        notes = {"notes": list(review.notes)} if review.notes else {}
        task = {
            "text": review.text,
            "meta": {**given(review), **notes},
            "options": options,
            "config": {"choice_style": "multiple" if several else "single"},
            "_view_id": "choice",
        }
        for one in _answers(review) or [{}]:
            yield (json_text(task | one) + "\n").encode()


def _answers(review: Review) -> list[dict[str, Any]]:
    by_annotator: dict[str, list[Annotation]] = {}
    for one in review.annotations:
        by_annotator.setdefault(one.annotator, []).append(one)
    return [
        {
            "accept": [one.label for one in given_by],
            "answer": "accept",
            "_annotator_id": annotator,
            "_session_id": annotator,
            "_timestamp": int(datetime.fromisoformat(max(one.time for one in given_by)).timestamp()),
        }
        for annotator, given_by in by_annotator.items()
    ]


WRITER = Writer(write)
