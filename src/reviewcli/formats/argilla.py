"""Write a folder that Argilla's `Dataset.from_disk` reads: settings made of the scheme, and the records."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from reviewcli.formats.frame import Writer, file_of_part
from reviewcli.formats.scheme import Scheme, columns_of
from reviewcli.jsonlines import json_array, json_text
from reviewcli.model import Review
from reviewcli.records import given

ALONE = "labels"
ENOUGH = ("none", "other")
"""What is offered besides where a question has fewer than the two options that a server wants."""

METADATA = {"author": "terms", "language": "terms", "item": "terms", "source": "terms", "rating": "float"}


def write(reviews: Iterable[Review], scheme: Scheme) -> Iterator[bytes]:
    """Write records: an answer of which there is one as a suggestion, several as responses.

    A server takes responses of its own users only; their ids are made of the annotators' names, which the
    metadata says. A suggestion can be accepted by anyone.
    """
    questions = {**columns_of(scheme, (ALONE,)), "": ALONE}
    return (piece.encode() for piece in json_array(_record(review, questions) for review in reviews))


def user_id(annotator: str) -> str:
    """Return the id that stands for an annotator, always the same for the same name."""
    return str(uuid5(NAMESPACE_URL, f"reviewcli:annotator:{annotator}"))


def _record(review: Review, questions: dict[str, str]) -> dict[str, Any]:
    metadata = {name: value for name, value in given(review).items() if name not in {"number", "title"}}
    metadata |= {"notes": list(review.notes)} if review.notes else {}
    suggestions: dict[str, Any] = {}
    responses: dict[str, list[dict[str, Any]]] = {}
    for question, answers in _answers(review, questions).items():
        if len({str(value) for value in answers.values()}) == 1:
            value, agent = next(iter(answers.values())), _agent(answers)
            suggestions[question] = {"value": value, "score": None, "type": "human", "agent": agent}
        else:
            responses[question] = [
                {"value": value, "user_id": user_id(who), "status": "submitted"}
                for who, value in answers.items()
            ]
    annotators = list(Counter(one.annotator for one in review.annotations))
    title = {"title": review.title} if review.title else {}
    return {
        "id": str(review.number),
        "fields": {"text": review.text, **title},
        "metadata": metadata | ({"annotators": annotators} if annotators else {}),
        "suggestions": suggestions,
        "responses": responses,
        "vectors": {},
        "status": "pending",
    }


def _agent(annotators: Iterable[str]) -> str | None:
    """Return names as a server takes them for an agent's: plain letters, 200 at most; otherwise none."""
    agent = "/".join(annotators)
    return (
        agent
        if len(agent) <= 200 and re.fullmatch(r"[\w\-:./ ]*[^\W_][\w\-:./ ]*", agent, re.ASCII)
        else None
    )


def _answers(review: Review, questions: dict[str, str]) -> dict[str, dict[str, Any]]:
    """Return the answer of each annotator to each question: a label, or a list of those that stand alone."""
    found: dict[str, dict[str, Any]] = {}
    for one in review.annotations:
        answers = found.setdefault(questions.get(one.group, ALONE), {})
        answers[one.annotator] = (
            one.label if one.group else sorted({*answers.get(one.annotator, ()), one.label})
        )
    return found


def place(target: Path, part: str) -> Path:
    """Put each part into a folder of its own."""
    return file_of_part(target, part) / "records.json"


def beside(target: Path, parts: Sequence[str], scheme: Scheme) -> dict[Path, bytes]:
    """Write the settings of the data set, and its name."""
    found = {}
    for part in parts:
        folder = file_of_part(target, part) / ".argilla"
        found[folder / "settings.json"] = (json_text(_settings(scheme), indent=1) + "\n").encode()
        name = {"name": file_of_part(target, part).name, "status": "draft", "allow_extra_metadata": True}
        found[folder / "dataset.json"] = (json_text(name, indent=1) + "\n").encode()
    return found


def _settings(scheme: Scheme) -> dict[str, Any]:
    questions = columns_of(scheme, (ALONE,))
    asked = [_question(questions[group], names, "label_selection") for group, names in scheme.groups.items()]
    if scheme.alone or not asked:
        asked.append(_question(ALONE, scheme.alone, "multi_label_selection"))
    asked[0]["required"] = True  # as Argilla wants it of one
    text = {"type": "text", "use_markdown": False}
    return {
        "guidelines": None,
        "questions": asked,
        "fields": [
            {"name": "text", "title": "Text", "required": True, "type": "text", "settings": text},
            {"name": "title", "title": "Title", "required": False, "type": "text", "settings": text},
        ],
        "vectors": [],
        "metadata": [
            {"name": name, "title": name, "visible_for_annotators": True, "settings": {"type": kind}}
            for name, kind in METADATA.items()
        ],
        "allow_extra_metadata": True,
        "distribution": {"strategy": "overlap", "min_submitted": 1},
        "mapping": None,
    }


def _question(name: str, labels: tuple[str, ...], kind: str) -> dict[str, Any]:
    offered = (*labels, *ENOUGH)[: max(len(labels), len(ENOUGH))]
    options = [{"value": label, "text": label, "description": None} for label in offered]
    return {"name": name, "title": name, "required": False, "settings": {"type": kind, "options": options}}


WRITER = Writer(write, place, beside)
