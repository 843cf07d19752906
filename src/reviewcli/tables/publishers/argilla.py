"""Read records of Argilla, as its API writes them and as its data sets on Hugging Face have them."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from reviewcli.tables.columns import text_in
from reviewcli.tables.entry import Entry, Given, Publisher, Record, columns_of
from reviewcli.tables.publishers.reviewcli import fields_of, key_of, notes_of

_USERS = ".responses.users"
_NONE: dict[str, Any] = {}


def _read(record: Record) -> Entry:
    fields, said = _object(record, "fields"), _object(record, "metadata")
    key = key_of(said)
    column = next((one for one in ("text", "review", "content") if isinstance(fields.get(one), str)), "text")
    facts = fields_of({**said, "title": fields.get("title")}) if key else {}
    return Entry(
        fields["text"] if key and isinstance(fields.get("text"), str) else text_in(fields, column),
        facts,
        identity=key or str(record.get("id") or ""),
        key=key,
        labels=(*_suggested(record, grouped=bool(key)), *_answered(record, said, grouped=bool(key))),
        notes=notes_of(said) if key else (),
    )


def _object(record: Record, column: str) -> dict[str, Any]:
    value = record.get(column)
    return value if isinstance(value, dict) else _NONE


def _suggested(record: Record, *, grouped: bool) -> list[Given]:
    """Read what people suggested; the suggestions of a model are no annotations."""
    found: list[Given] = []
    for question, one in _object(record, "suggestions").items():
        if isinstance(one, dict) and one.get("type") == "human":
            for who in str(one.get("agent") or "").split(", "):
                found += _given(one.get("value"), question, who, grouped=grouped)
    return found


def _answered(record: Record, said: dict[str, Any], *, grouped: bool) -> list[Given]:
    known = {_user_id(str(one)): str(one) for one in said.get("annotators") or []}
    found: list[Given] = []
    for question, answers in _object(record, "responses").items():
        for one in answers if isinstance(answers, list) else []:
            if isinstance(one, dict) and one.get("status", "submitted") == "submitted":
                who = str(one.get("user_id") or "")
                found += _given(one.get("value"), question, known.get(who, who), grouped=grouped)
    return found


def _user_id(annotator: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"reviewcli:annotator:{annotator}"))


def _given(value: Any, question: str, who: str, *, grouped: bool) -> list[Given]:
    several = isinstance(value, list)
    names = value if several else [value] if isinstance(value, str) else []
    return [Given(str(one), question if grouped and not several else "", who) for one in names]


def _of_data_set(record: Record) -> Entry:
    """Read a row, in which each question has a column of answers and one of who gave them."""
    labels: list[Given] = []
    for column in record:
        if column.endswith(_USERS):
            question = column.removesuffix(_USERS)
            answers, users = record.get(f"{question}.responses"), record.get(column)
            status = record.get(f"{question}.responses.status")
            for at, answer in enumerate(answers if isinstance(answers, list) else []):
                if _at(status, at) in {"submitted", ""}:
                    labels += _given(answer, question, _at(users, at), grouped=False)
    column = "text" if "text" in record else "review"
    return Entry(text_in(record, column), {}, str(record.get("id") or ""), labels=tuple(labels))


def _at(values: Any, at: int) -> str:
    return str(values[at]) if isinstance(values, list) and at < len(values) and values[at] is not None else ""


def _has_users(columns: frozenset[str]) -> bool:
    return any(column.endswith(_USERS) for column in columns)


PUBLISHERS = (
    Publisher("Argilla", columns_of("id,fields,suggestions,responses"), _read),
    Publisher("Argilla", frozenset(), _of_data_set, tells=_has_users),
)
