"""What a change did is said in words, and as old and new values, whatever it touched."""

import pytest

from reviewcli.changes import Added, Changed, Edit, Recorder, Removed, Run, Stamp, net
from reviewcli.digest import digest
from reviewcli.runs import format_runs, ids_of, joined, overlap, runs_of, size
from reviewcli.values import values
from reviewcli.views.values import value_line, value_lines

STAMP = Stamp("ada", "2026-01-02T03:04:05+00:00", "reviewcli")
ORIGIN = {"source": 1, "start": 0, "end": 9}
EDGE, SURE = {"confidence": 0.6, "reasons": ["maybe"]}, {"confidence": 1.0, "reasons": []}
NOTE, LABEL = {"review": 3, "text": "Hm."}, {"name": "funny", "group": ""}
SOURCE = {"name": "a.txt", "path": None, "digest": "d"}


def did(*edits: Edit | Run) -> tuple[str, list[str]]:
    """Return what a change set says in words, and its values."""
    recorder = Recorder()
    for edit in edits:
        recorder.record_run(edit) if isinstance(edit, Run) else recorder.record(edit)
    change_set = recorder.change_set(STAMP)
    lines = value_lines(values(*net(change_set["edits"])))
    return digest(change_set, lambda _: "b.txt")["did"], ["".join(text for text, _ in line) for line in lines]


@pytest.mark.parametrize(
    ("edits", "told", "shown"),
    [
        ([Added("notes", 1, NOTE)], "wrote a note on review 3", ["Review 3: note none → Hm."]),
        ([Removed("notes", 1, NOTE)], "took a note off review 3", ["Review 3: note Hm. → none"]),
        ([Removed("labels", 5, LABEL)], "took away the label funny", ["Label funny: taken away"]),
        ([Changed("labels", 5, LABEL, {**LABEL, "group": "tone"})], "changed the label funny", []),
        ([Run("reviews", 1, 1, added=True)], "imported 1 review from b.txt", ["Review 1: added"]),
        ([Run("reviews", 1, 3, added=False)], "took away reviews 1-3", ["Reviews 1-3: taken away"]),
        (
            [Changed("sources", 1, SOURCE, {**SOURCE, "name": "b.txt"})],
            "imported 0 reviews from b.txt",
            ["Source a.txt → b.txt"],
        ),
        (
            [Changed("reviews", 3, {"after": EDGE}, {"after": SURE})],
            "settled what stands in or beside review 3 (after)",
            ["Review 3: its end 0.60 (maybe) → 1.00"],
        ),
        (
            [Changed("reviews", 3, {"number": 3}, {"number": 3, "before": EDGE})],
            "settled what stands in or beside review 3 (before)",
            ["Review 3: its beginning 1.00 → 0.60 (maybe)"],
        ),
        (
            [Changed("reviews", 3, {"text": "Good."}, {"text": "Bad.", "origin": ORIGIN})],
            "changed review 3 (origin, text)",
            ["Review 3: text Good. → Bad."],
        ),
        ([Removed("retired", 4, {"into": 3})], "merged 3-4 into 3", ["Review 4: stands for itself"]),
        ([Added("other", 1, {"a": 1})], "changed nothing that is shown", ['Other {"a": 1}: added']),
    ],
)
def test_a_change_is_told(edits: list[Edit | Run], told: str, shown: list[str]) -> None:
    words, lines = did(*edits)

    assert words == told
    assert lines == shown or (not shown and len(lines) == 1)


def test_many_values_are_shown_in_part() -> None:
    _, lines = did(*(Added("notes", number, {**NOTE, "review": number}) for number in range(1, 31)))

    assert len(lines) == 21
    assert lines[-1] == "… and 10 more"


def test_numbers_that_are_too_long_to_read_are_counted() -> None:
    words, _ = did(*(Added("notes", number, {**NOTE, "review": number}) for number in range(1, 99, 2)))

    assert words == "wrote a note on 49 reviews"


def test_texts_that_begin_alike_are_told_apart_by_their_length() -> None:
    start = "word " * 20
    ((value,), _) = (list(values(*net([entry(start, start + "more")]))), None)

    assert "".join(text for text, _ in value_line(value)) == "Review 3: text 20 words → 21 words"


def entry(old: str, new: str) -> dict[str, object]:
    return {"op": "changed", "table": "reviews", "id": 3, "old": {"text": old}, "new": {"text": new}}


def test_a_document_edited_twice_is_summed_up() -> None:
    effects, _ = net([entry("a", "b"), entry("a", "c")])

    assert [(one.old, one.new) for one in effects] == [({"text": "a"}, {"text": "c"})]


def test_runs_say_what_sets_say() -> None:
    some, others = runs_of([3, 1, 2, 8]), joined([[5, 6], [6, 9], [20, 20]])

    assert (some, others) == ([[1, 3], [8, 8]], [[5, 9], [20, 20]])
    assert (size(some), list(ids_of(some)), format_runs(some)) == (4, [1, 2, 3, 8], "1-3,8")
    assert overlap(some, others)
    assert not overlap(some, [[4, 7], [9, 30]])
    assert not overlap(some, [])
