"""What people decided about a text holds whatever rule it is cut by, on pages of review sites too."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.model import SOURCE_EDGE, Boundary, InnerGap
from reviewcli.segmentation import Segment
from reviewcli.split.decisions import Decision, Decisions, fingerprint_of
from reviewcli.split.rules import Cutting, split_by
from reviewcli.split.segment import split
from tests.conftest import Run
from tests.pages import LAYOUTS, render

FOR, AGAINST = Boundary(1.0, ("a reader decided",)), Boundary(0.0, ("a reader decided",))
PAGE = """Jan 09, 2017 Ada Byron rated it really liked it · review of another edition
A lovely account of a hard life.

It drags in the middle.
...more
flag 43 likes · Like · see review

Feb 11, 2018 Bob Stone rated it did not like it
Could not finish it.
flag Like · see review
Mar 12, 2019 Cem Ak rated it liked it
Good enough.
flag Like · see review
"""


def decided(text: str, *decisions: tuple[int, bool]) -> Decisions:
    found = tuple(Decision(line, boundary=boundary, by="ada") for line, boundary in decisions)
    return Decisions(fingerprint_of(text), found)


def cut(text: str, decisions: Decisions, rule: str = "model") -> list[Segment]:
    return list(split_by(text, Cutting(rule), decisions))


def test_a_review_of_a_page_is_cut_where_a_person_decided() -> None:
    segments = cut(PAGE, decided(PAGE, (2, True)))

    assert [segment.text for segment in segments][:2] == [
        "A lovely account of a hard life.",
        "It drags in the middle.",
    ]
    assert segments[0].after == segments[1].before == FOR
    assert segments[0].fields == segments[1].fields
    assert [PAGE[slice(one.span.start, one.span.end)] for one in segments[:2]] == [
        one.text for one in segments[:2]
    ]


def test_reviews_of_a_page_are_joined_where_a_person_decided() -> None:
    segments = cut(PAGE, decided(PAGE, (4, False)))

    assert [segment.text.count("\n") for segment in segments] == [2, 0]
    assert segments[0].gaps == (InnerGap(2, AGAINST),)
    assert dict(segments[0].fields)["author"] == "Ada Byron"
    assert segments[0].after == segments[1].before
    assert segments[1].before.confidence == 0.99


def test_furniture_between_two_reviews_is_one_gap_with_them() -> None:
    assert cut(PAGE, decided(PAGE, (7, False))) == cut(PAGE, decided(PAGE, (4, False)))


def test_a_boundary_of_a_page_that_a_person_confirms_is_no_longer_in_doubt() -> None:
    segments = cut(PAGE, decided(PAGE, (9, True)))

    assert segments[1].after == segments[2].before == FOR
    assert len(segments) == 3


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("none", ["One.\nTwo.\nThree.", "# 2\nFour."]),
        ("paragraph", ["One.\nTwo.", "Three.", "# 2", "Four."]),
        ("blank", ["One.\nTwo.", "Three.", "# 2\nFour."]),
        ("# .", ["One.\nTwo.\nThree.", "Four."]),
    ],
)
def test_a_decision_comes_before_any_rule(rule: str, expected: list[str]) -> None:
    blank = "\n\n" if rule == "blank" else "\n"
    text = f"One.\nTwo.{blank}Three.\n# 2\nFour."
    third = text[: text.index("Three")].count("\n") + 1
    decisions = {
        "none": [(third, True)],
        "paragraph": [(1, False)],
        "blank": [(third, True)],
        "# .": [(1, False), (2, False)],
    }

    segments = cut(text, decided(text, *decisions[rule]), rule)

    assert [segment.text for segment in segments] == expected


def test_a_decision_inside_a_block_of_lines_is_heeded() -> None:
    text = "One.\nTwo.\n\nThree."

    segments = cut(text, decided(text, (1, True), (2, False)))

    assert [segment.text for segment in segments] == ["One.", "Two.\nThree."]


def test_decisions_about_another_text_change_nothing() -> None:
    assert cut(PAGE, decided("another", (2, True))) == list(split_by(PAGE, Cutting()))


LINES = st.lists(st.sampled_from(["It is light.", "Overall good.", "---", "Хорошая лампа."]), min_size=1)


@given(LINES, st.dictionaries(st.integers(1, 12), st.booleans()))
def test_what_the_model_was_told_is_only_told_once(lines: list[str], told: dict[int, bool]) -> None:
    text = "\n".join(lines)
    decisions = decided(text, *told.items())

    segments = cut(text, decisions)

    assert segments == split(text, decisions)
    assert all(left.after == right.before for left, right in pairwise(segments))
    if segments:
        assert segments[0].before == segments[-1].after == SOURCE_EDGE


def texts(run: Run, corpus: Path) -> list[str]:
    found = json.loads(run("list", "--format", "json", "--corpus", corpus).out)
    return [review["text"] for review in sorted(found, key=lambda review: review["span"][0])]


@pytest.mark.parametrize("site", LAYOUTS)
def test_what_was_mended_of_a_page_travels_with_it(run: Run, tmp_path: Path, site: str) -> None:
    page, mine, theirs = tmp_path / "page.txt", tmp_path / "mine.db", tmp_path / "theirs.db"
    page.write_text(render(LAYOUTS[site], 11, reviews=6).text)
    run("import", page, "--corpus", mine)
    run("merge", "1-2", "--corpus", mine)
    longest = max((3, 4, 5, 6), key=lambda at: texts(run, mine)[at - 2].count("\n"))
    run("split", longest, "--at", 1, "--corpus", mine)

    written = run("export", "--decisions", page, "--corpus", mine)
    imported = run("import", page, "--corpus", theirs)

    assert written.code == imported.code == 0
    assert "A reader decided about" in imported.out
    assert texts(run, theirs) == texts(run, mine)


@pytest.mark.parametrize("rule", ["model", "paragraph", "none"])
def test_what_was_decided_travels_whatever_rule_either_reader_asks_for(
    run: Run, tmp_path: Path, rule: str
) -> None:
    page, mine, theirs = tmp_path / "page.txt", tmp_path / "mine.db", tmp_path / "theirs.db"
    page.write_text("A lovely lamp.\nHowever, it is dim.\nХорошая лампа.\nBroke at once.\nFine.")
    run("import", page, "--split", "paragraph", "--corpus", mine)
    run("merge", "1-2", "--corpus", mine)
    run("merge", "4-5", "--corpus", mine)

    run("export", "--decisions", page, "--corpus", mine)
    run("import", page, "--split", "paragraph" if rule == "none" else rule, "--corpus", theirs)

    assert texts(run, theirs) == texts(run, mine)


def test_that_a_gap_was_held_together_travels(run: Run, tmp_path: Path) -> None:
    page, mine, theirs = tmp_path / "page.txt", tmp_path / "mine.db", tmp_path / "theirs.db"
    page.write_text("A lovely lamp.\nHowever, it is dim.")
    run("import", page, "--split", "paragraph", "--corpus", mine)
    run("merge", "1-2", "--corpus", mine)

    run("export", "--decisions", page, "--corpus", mine)
    run("import", page, "--corpus", theirs)

    (review,) = json.loads(run("list", "--format", "json", "--corpus", theirs).out)
    assert json.loads((tmp_path / "page.decisions.json").read_text())["decisions"] == [
        {"after_line": 1, "boundary": False, "by": "ada"}
    ]
    assert review["gaps"] == [{"after_paragraph": 1, "confidence": 0.0, "reasons": ["a reader decided"]}]
    assert review["decided"]
