"""What a person knows of a text decides how it is cut."""

import time

import pytest

from reviewcli.errors import UsageError
from reviewcli.split.decisions import Decision, Decisions, fingerprint_of
from reviewcli.split.rules import Cutting, split_by

TEXT = "Nice lamp.\nHowever, dim.\n\nBad lamp.\nWould not buy.\nAd\nLoved it."


def texts(text: str, cutting: Cutting) -> list[str]:
    return [segment.text for segment in split_by(text, cutting)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("none", ["Nice lamp.\nHowever, dim.\nBad lamp.\nWould not buy.\nAd\nLoved it."]),
        ("blank", ["Nice lamp.\nHowever, dim.", "Bad lamp.\nWould not buy.\nAd\nLoved it."]),
        ("paragraph", ["Nice lamp.\nHowever, dim.", "Bad lamp.\nWould not buy.\nAd\nLoved it."]),
        ("A.", ["Nice lamp.\nHowever, dim.\nBad lamp.\nWould not buy.", "Loved it."]),
    ],
)
def test_a_rule_decides_where_to_cut(rule: str, expected: list[str]) -> None:
    assert texts(TEXT, Cutting(rule)) == expected


def test_paragraphs_are_lines_where_no_blank_lines_stand() -> None:
    assert texts("One.\nTwo.\nThree.", Cutting("paragraph")) == ["One.", "Two.", "Three."]
    assert texts("One.\nTwo.\nThree.", Cutting("blank")) == ["One.\nTwo.\nThree."]


def test_where_blank_lines_and_line_ends_mix_the_model_cuts_at_blank_lines_only() -> None:
    blocks = ["Loved it!\nWorst lamp ever.", "Хорошая лампа.\nGreat lamp.", "Bad.\nAd"]

    apart = texts("\n".join(blocks), Cutting())
    mixed = texts("\n\n".join(blocks), Cutting())

    assert len(apart) > len(blocks)
    assert set(mixed) <= {"\n".join(blocks[start:end]) for start in range(3) for end in range(4)}


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_just_so_many_reviews_are_made_as_are_expected(count: int) -> None:
    text = "Great lamp, I love it.\nHowever, dim.\nХорошая лампа.\nTerrible lamp, avoid."

    segments = list(split_by(text, Cutting(expect=count)))

    assert len(segments) == count
    assert "\n".join(segment.text for segment in segments) == text


def test_an_expected_count_takes_the_likeliest_boundaries_and_heeds_decisions() -> None:
    text = "Nice lamp.\nHowever, dim.\nХорошая лампа."
    decided = Decisions(fingerprint_of(text), (Decision(1, boundary=True, by="ada"),))

    likeliest = list(split_by(text, Cutting(expect=2)))
    told = list(split_by(text, Cutting(expect=2), decided))

    assert likeliest[1].text == "Хорошая лампа."
    assert told[0].text == "Nice lamp."


@pytest.mark.parametrize("pattern", ["(a|aa)+$", "(?:a|aa)+[.]"])
def test_a_pattern_that_backtracks_without_end_is_stopped(pattern: str) -> None:
    text = "Nice lamp.\n" + "a" * 190 + "!\nGood lamp."
    began = time.monotonic()

    with pytest.raises(UsageError, match="takes more than 1 second on one line: 'aaaa"):
        list(split_by(text, Cutting(pattern)))

    assert time.monotonic() - began < 8


@pytest.mark.parametrize(
    "pattern", ["(" * 9000, "a{99999999999999999999}", "x" * 10_001, "(?:a" * 2000 + ")" * 2000]
)
def test_a_pattern_that_is_no_pattern_is_refused_at_once(pattern: str) -> None:
    with pytest.raises(UsageError, match="neither a rule nor a pattern"):
        split_by("Nice lamp.", Cutting(pattern))


@pytest.mark.parametrize(
    ("cutting", "message"),
    [
        (Cutting(expect=0), "0 reviews cannot be made of 2 paragraphs"),
        (Cutting(expect=9), "9 reviews cannot be made of 2 paragraphs"),
        (Cutting("blank", 2), "goes with the model only"),
        (Cutting("(a"), "neither a rule nor a pattern"),
    ],
)
def test_what_cannot_be_is_refused(cutting: Cutting, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        split_by("One.\nTwo.", cutting)

    assert caught.value.hint
