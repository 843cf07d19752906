"""Read what Label Studio exports: tasks with the annotations of each annotator, or flat JSON_MIN."""

from typing import Any

from reviewcli.tables.columns import text_in
from reviewcli.tables.entry import Entry, Given, Publisher, Record, columns_of
from reviewcli.tables.publishers.reviewcli import fields_of, key_of, notes_of

_TEXTS = ("text", "review", "content", "body", "comment")
_FLAT = columns_of("id,text,annotator,annotation_id,created_at,updated_at,lead_time,agreement")


def _read(record: Record) -> Entry:
    data = record.get("data")
    said = data if isinstance(data, dict) else {}
    key = key_of(said)
    column = next((one for one in _TEXTS if isinstance(said.get(one), str)), "text")
    results = list(_results(record.get("annotations")))
    return Entry(
        said["text"] if key and isinstance(said.get("text"), str) else text_in(said, column),
        fields_of(said) if key else {},
        identity=key or str(record.get("id") or ""),
        key=key,
        labels=tuple(one for who, at, each in results for one in _labels(who, at, each, grouped=bool(key))),
        notes=notes_of(said) if key else (),
        lost=_lost(record, results),
    )


def _results(annotations: Any) -> Any:
    """Give what each annotator said, and when; nothing of annotations that were cancelled."""
    for one in annotations if isinstance(annotations, list) else []:
        if isinstance(one, dict) and not one.get("was_cancelled"):
            for result in one.get("result") or []:
                if isinstance(result, dict):
                    at = str(one.get("updated_at") or one.get("created_at") or "")
                    yield _annotator(one.get("completed_by")), at, result


def _annotator(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("email") or value.get("username") or value.get("id") or ""
    return f"annotator-{value}" if isinstance(value, int) else str(value or "")


def _labels(who: str, at: str, result: dict[str, Any], *, grouped: bool) -> list[Given]:
    value, meta = result.get("value"), result.get("meta")
    choices = value.get("choices") if isinstance(value, dict) else None
    if result.get("type") != "choices" or not isinstance(choices, list):
        return []
    control = str(result.get("from_name") or "")
    group = control if grouped and control != "labels" and len(choices) == 1 else ""
    known = meta if isinstance(meta, dict) else {}
    times, who = known.get("times"), str(known.get("annotator") or who)
    exact = times if isinstance(times, list) and len(times) == len(choices) else [at] * len(choices)
    return [Given(str(one), group, who, str(time)) for one, time in zip(choices, exact, strict=True)]


def _lost(record: Record, results: list[Any]) -> tuple[str, ...]:
    others = {str(each.get("type")) for _, _, each in results} - {"choices"}
    found = ["answers that are no choices"] if others else []
    return (*found, "predictions of a model") if record.get("predictions") else tuple(found)


def _flat(record: Record) -> Entry:
    """Read a task of JSON_MIN, whose columns are the controls of its labelling configuration."""
    who, at = _annotator(record.get("annotator")), str(record.get("updated_at") or "")
    labels: list[Given] = []
    for column, value in record.items():
        if column in _FLAT or "." in column:
            continue
        names = value.get("choices") if isinstance(value, dict) else value
        some = [names] if isinstance(names, str) else names if isinstance(names, list) else []
        labels += [Given(one, annotator=who, time=at) for one in some if isinstance(one, str) and one]
    return Entry(text_in(record, "text"), {}, str(record.get("id") or ""), labels=tuple(labels))


PUBLISHERS = (
    Publisher("Label Studio", columns_of("annotations,data.text"), _read),
    Publisher("Label Studio", columns_of("annotations,predictions,data"), _read),
    Publisher("Label Studio JSON_MIN", columns_of("text,annotation_id,annotator"), _flat),
)
