"""Read texts with labels, as doccano exports them and as the `imdb` data set has them."""

from reviewcli.tables.columns import text_in
from reviewcli.tables.entry import Entry, Publisher, Record, columns_of
from reviewcli.tables.labelling import LabelName, has_spans, labels_in, marked
from reviewcli.tables.markup import text_of_html

_EVERY = columns_of("id,text,label,labels,Comments,entities,relations,annotator,annotation_approver,meta")


def _read(record: Record) -> Entry:
    column = "label" if "label" in record else "labels"
    value = record.get(column)
    named = isinstance(value, LabelName) or (
        isinstance(value, list) and value and isinstance(value[0], LabelName)
    )
    spans = has_spans(value) or bool(record.get("entities"))
    return Entry(
        text_in(record, "text", text_of_html),
        {},
        labels=marked(record, grouped=False) if named else labels_in(record, column),
        lost=("marked stretches of text",) if spans else (),
    )


def _nothing_else(columns: frozenset[str]) -> bool:
    return columns <= _EVERY


PUBLISHERS = (
    Publisher("labelled texts", columns_of("text,label"), _read, tells=_nothing_else),
    Publisher("labelled texts", columns_of("text,labels"), _read, tells=_nothing_else),
)
