"""No text from outside reaches the terminal as anything but text."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.views.door import block, json_text, line, plain_field

ANY_TEXT = st.text(st.characters())
ACTS_ON_A_TERMINAL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("Ωραίο, naïve, 很好, 👩‍👩‍👧", "Ωραίο, naïve, 很好, 👩‍👩‍👧"),
        ("\x1b[2J\x07", "␛[2J␇"),
        ("a\x7f\x9b31m", "a␡<U+009B>31m"),
        ("abc\u202egnp.exe", "abc<U+202E>gnp.exe"),
        ("\ufeff\u200eleft", "left"),
        ("\ud800", "<U+D800>"),
        ("[bold red]x[/] :smile:", "[bold red]x[/] :smile:"),
    ],
)
def test_what_would_act_is_made_visible(text: str, shown: str) -> None:
    assert line(text) == block(text) == shown


def test_line_ends_are_kept_in_a_block_and_become_spaces_in_a_line() -> None:
    text = "a\r\nb\tc\rd\x85e\u2028f"

    assert block(text) == "a\nb    c\nd\ne\nf"
    assert line(text) == "a  b c d e f"


@given(ANY_TEXT)
def test_nothing_that_acts_on_a_terminal_passes(text: str) -> None:
    assert not ACTS_ON_A_TERMINAL.search(block(text))
    assert not ACTS_ON_A_TERMINAL.search(line(text))
    assert "\n" not in line(text)
    assert not ACTS_ON_A_TERMINAL.search(plain_field(text))
    assert not ACTS_ON_A_TERMINAL.search(json_text({"text": text}))


@given(ANY_TEXT)
def test_making_safe_twice_changes_nothing_more(text: str) -> None:
    assert block(block(text)) == block(text)
    assert line(line(text)) == line(text)


@given(ANY_TEXT, st.booleans())
def test_json_says_exactly_what_was_put_in(text: str, ascii_only: bool) -> None:  # noqa: FBT001  # hypothesis
    written = json_text([text], ascii_only=ascii_only)

    assert json.loads(written) == [text]
    assert written.isascii() or not ascii_only


def unescaped(field: str) -> str:
    names = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    pattern = r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|([ntr\\]))"
    return re.sub(pattern, lambda m: names[m[3]] if m[3] else chr(int(m[1] or m[2], 16)), field)


@given(ANY_TEXT)
def test_a_plain_field_can_be_turned_back_into_the_text(text: str) -> None:
    field = plain_field(text)

    assert unescaped(field) == text
    assert "\t" not in field
    assert "\n" not in field
