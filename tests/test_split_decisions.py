"""Tests of what people decide about gaps."""

import json
from pathlib import Path
from typing import get_args

import pytest

from reviewcli.errors import SourceError
from reviewcli.model import Boundary, InnerGap
from reviewcli.split.decisions import Decision, Decisions, Unit, fingerprint_of, parse_decisions, verdict
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
    assert [segment.gaps for segment in segments] == [
        (),
        (InnerGap(1, Boundary(0.0, ("a reader decided",))),),
    ]


def test_decisions_about_another_text_are_left_aside_and_say_so() -> None:
    decisions = decide("another", Decision(1, boundary=True, by="ada"))

    segments = split(TEXT, decisions)

    assert not decisions.fits(TEXT)
    assert segments == split(TEXT)


def test_decisions_fit_a_text_whatever_its_line_ends() -> None:
    decisions = decide("one\ntwo")

    assert decisions.fits("one\r\ntwo")
    assert decisions.fits("one\rtwo")


@pytest.mark.parametrize("unit", get_args(Unit))
def test_the_decisions_of_a_file_are_read(unit: Unit) -> None:
    entry = {f"after_{unit}": 2, "boundary": True, "by": "ada"}
    written = json.dumps({"format": 1, "sha256": "ab", "decisions": [entry]})

    decisions = parse_decisions(written)

    assert decisions == Decisions("ab", (Decision(2, boundary=True, by="ada", unit=unit),))


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


def test_a_decision_is_about_a_line_counted_from_one() -> None:
    with pytest.raises(ValueError, match="not a line"):
        Decision(0, boundary=True, by="ada")


def test_lines_and_paragraphs_name_the_same_gaps() -> None:
    text = "\nNice lamp.\nBright.\n\nDim.\n\n---\nХорошая лампа."
    lines = decide(text, Decision(3, boundary=True, by="ada"), Decision(6, boundary=False, by="ada"))
    paragraphs = decide(
        text,
        Decision(1, boundary=True, by="ada", unit="paragraph"),
        Decision(2, boundary=False, by="ada", unit="paragraph"),
        Decision(3, boundary=True, by="ada", unit="paragraph"),
    )

    assert lines.of(text) == paragraphs.of(text) == {1: True, 2: False}
    assert paragraphs.by_line(text) == {3: True, 5: False}


def test_the_last_decision_about_a_gap_counts_however_wide_it_is() -> None:
    told = {2: True, 900: False}

    assert verdict(told, (1, 3)) is True
    assert verdict(told, (1, 1000)) is False
    assert verdict(told, (3, 6)) is None
