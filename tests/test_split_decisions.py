"""Tests of what people decide about gaps."""

import json
from pathlib import Path

import pytest

from reviewcli.errors import SourceError
from reviewcli.model import Boundary
from reviewcli.split.decisions import Decision, Decisions, fingerprint_of, parse_decisions
from reviewcli.split.segment import split

DATA = Path(__file__).parents[1] / "data"
TEXT = "Nice lamp.\nHowever, dim.\nХорошая лампа."


def decide(text: str, *decisions: Decision) -> Decisions:
    return Decisions(fingerprint_of(text), decisions)


def test_a_decision_overrules_the_cues_both_ways() -> None:
    decisions = decide(TEXT, Decision(1, boundary=True, by="ada"), Decision(2, boundary=False, by="ada"))

    segments = split(TEXT, decisions)

    assert [segment.text for segment in segments] == ["Nice lamp.", "However, dim.\nХорошая лампа."]
    assert segments[0].after == Boundary(1.0, ("a reader decided",))
    assert [segment.joined for segment in segments] == [0, 1]


def test_decisions_about_another_text_are_left_aside_and_say_so() -> None:
    decisions = decide("another", Decision(1, boundary=True, by="ada"))

    segments = split(TEXT, decisions)

    assert not decisions.fits(TEXT)
    assert segments == split(TEXT)


def test_decisions_fit_a_text_whatever_its_line_ends() -> None:
    decisions = decide("one\ntwo")

    assert decisions.fits("one\r\ntwo")
    assert decisions.fits("one\rtwo")


def test_the_decisions_of_a_file_are_read() -> None:
    entry = {"after_paragraph": 2, "boundary": True, "by": "ada"}
    written = json.dumps({"format": 1, "sha256": "ab", "decisions": [entry]})

    decisions = parse_decisions(written)

    assert decisions == Decisions("ab", (Decision(2, boundary=True, by="ada"),))


@pytest.mark.parametrize(
    "written",
    [
        "",
        "[" * 100_000,
        "[]",
        '{"format": 2, "sha256": "", "decisions": []}',
        '{"format": 1, "decisions": []}',
        '{"format": 1, "sha256": ""}',
        '{"format": 1, "sha256": "", "decisions": [3]}',
        '{"format": 1, "sha256": "", "decisions": [{"after_paragraph": 0, "boundary": true, "by": "a"}]}',
        '{"format": 1, "sha256": "", "decisions": [{"after_paragraph": 1, "boundary": 1, "by": "a"}]}',
    ],
)
def test_a_file_that_holds_no_decisions_is_an_error_with_a_hint(written: str) -> None:
    with pytest.raises(SourceError) as raised:
        parse_decisions(written, name="page.decisions.json")

    assert raised.value.message.startswith("page.decisions.json ")
    assert raised.value.hint


def test_a_decision_is_about_a_paragraph_counted_from_one() -> None:
    with pytest.raises(ValueError, match="not a paragraph"):
        Decision(0, boundary=True, by="ada")
