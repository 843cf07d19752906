"""A change says what was and what is, so that it can be taken back."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from hypothesis import given
from hypothesis import strategies as st

from reviewcli.changes import Added, Changed, Edit, Recorder, Removed, Stamp, inverse

STAMP = Stamp("ada", "2026-01-02T03:04:05+00:00", "reviewcli tag 3 critical")
DOCUMENTS = st.dictionaries(st.sampled_from("abc"), st.integers(), max_size=2)
EDITS = st.one_of(
    st.builds(Added, st.just("notes"), st.integers(1, 3), DOCUMENTS),
    st.builds(Removed, st.just("notes"), st.integers(1, 3), DOCUMENTS),
    st.builds(Changed, st.just("notes"), st.integers(1, 3), DOCUMENTS, DOCUMENTS),
)


def applied(edits: Iterable[Edit], state: Mapping[int, object]) -> dict[int, object]:
    after = dict(state)
    for edit in edits:
        match edit:
            case Added(_, doc_id, document) | Changed(_, doc_id, _, document):
                after[doc_id] = document
            case Removed(_, doc_id, _):
                after.pop(doc_id)
            case _:
                assert_never(edit)
    return after


@given(EDITS)
def test_a_change_and_its_inverse_cancel(edit: Edit) -> None:
    before = {edit.doc_id: edit.document} if isinstance(edit, Removed) else {}
    before = {edit.doc_id: edit.old} if isinstance(edit, Changed) else before

    assert applied([edit, inverse(edit)], before) == before
    assert inverse(inverse(edit)) == edit


def test_a_change_set_keeps_who_when_what_was_typed_and_both_values() -> None:
    recorder = Recorder()
    recorder.record(Changed("annotations", 5, {"label": "mixed"}, {"label": "critical"}))
    recorder.record(Added("annotations", 6, {"label": "mixed"}))
    recorder.record(Removed("annotations", 2, {"label": "neutral"}))

    kept = recorder.change_set(STAMP)

    assert kept == {
        "annotator": "ada",
        "time": "2026-01-02T03:04:05+00:00",
        "command": "reviewcli tag 3 critical",
        "edits": [
            {
                "op": "changed",
                "table": "annotations",
                "id": 5,
                "old": {"label": "mixed"},
                "new": {"label": "critical"},
            },
            {"op": "added", "table": "annotations", "id": 6, "new": {"label": "mixed"}},
            {"op": "removed", "table": "annotations", "id": 2, "old": {"label": "neutral"}},
        ],
    }


def test_new_reviews_are_kept_as_runs_of_ids() -> None:
    recorder = Recorder()
    for doc_id in (1, 2, 3, 7, 8):
        recorder.record(Added("reviews", doc_id, {"text": "long"}))
    recorder.record(Added("annotations", 9, {}))
    recorder.record(Added("reviews", 9, {}))

    edits = recorder.change_set(STAMP)["edits"]

    assert [edit.get("ids") for edit in edits] == [[1, 3], [7, 8], None, [9, 9]]
    assert len(recorder) == 4
