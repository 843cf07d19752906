"""Write Label Studio tasks as JSON, and beside them the labelling configuration of the scheme as XML."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from reviewcli.formats.frame import Writer
from reviewcli.formats.scheme import Scheme, columns_of
from reviewcli.jsonlines import json_array
from reviewcli.model import Annotation, Review
from reviewcli.records import given

ALONE = "labels"
GOLD = "gold"


def write(reviews: Iterable[Review], scheme: Scheme) -> Iterator[bytes]:
    """Write one task a review, with one annotation for each annotator.

    Label Studio knows its users by mail address and refuses tasks of others: only an annotator whose name is
    one stands as such. Who gave which labels, and when, is in the `meta` of each result.
    """
    controls = _controls(scheme)
    return (piece.encode() for piece in json_array(_task(review, controls) for review in reviews))


def _controls(scheme: Scheme) -> dict[str, str]:
    return {**columns_of(scheme, ("text", ALONE)), "": ALONE}


def _task(review: Review, controls: dict[str, str]) -> dict[str, Any]:
    notes = {"notes": list(review.notes)} if review.notes else {}
    by_annotator: dict[str, list[Annotation]] = {}
    for one in review.annotations:
        by_annotator.setdefault(one.annotator, []).append(one)
    return {
        "id": review.number,
        "data": {"text": review.text, **given(review), **notes},
        "annotations": [_annotation(who, given_by, controls) for who, given_by in by_annotator.items()],
        "predictions": [],
    }


def _annotation(annotator: str, given_by: list[Annotation], controls: dict[str, str]) -> dict[str, Any]:
    choices: dict[str, list[str]] = {}
    for one in given_by:
        choices.setdefault(controls.get(one.group, one.group), []).append(one.label)
    return {
        "result": [
            {
                "id": f"{control}-{at}",
                "from_name": control,
                "to_name": "text",
                "type": "choices",
                "value": {"choices": labels},
                "meta": {
                    "annotator": annotator,
                    "times": [one.time for one in given_by if one.label in labels],
                },
            }
            for at, (control, labels) in enumerate(choices.items(), start=1)
        ],
        "was_cancelled": False,
        "ground_truth": annotator == GOLD,
        **({"completed_by": {"email": annotator}} if "@" in annotator else {}),
        "created_at": min(one.time for one in given_by),
        "updated_at": max(one.time for one in given_by),
    }


def beside(target: Path, _parts: Sequence[str], scheme: Scheme) -> dict[Path, bytes]:
    """Write `NAME.xml` beside `NAME.json`: choices for each group, and for labels that stand alone."""
    from xml.etree import ElementTree as Tree

    view = Tree.Element("View")
    Tree.SubElement(view, "Text", name="text", value="$text")
    controls = _controls(scheme)
    sets = {controls[group]: (names, "single") for group, names in scheme.groups.items()}
    if scheme.alone or not sets:
        sets[ALONE] = scheme.alone, "multiple"
    for control, (names, kind) in sets.items():
        choices = Tree.SubElement(view, "Choices", name=control, toName="text", choice=kind)
        for name in names:
            Tree.SubElement(choices, "Choice", value=name)
    Tree.indent(view)
    return {target.with_suffix(".xml"): Tree.tostring(view) + b"\n"}


WRITER = Writer(write, beside=beside)
