import sys
import unicodedata
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.text import LONGEST_WORD, Token, count_words, fold, fold_name, tokens, words

UNUSED = ("Cn", "Co")
MIXED = st.text(st.one_of(st.characters(), st.sampled_from("aé’'-_ ½ßΣς\u0301\u0345ﬁがกำ東한\u200d")))


def test_folding_any_code_point_twice_changes_nothing_more() -> None:
    assigned = [
        character for code in range(sys.maxunicode + 1) if category(character := chr(code)) not in UNUSED
    ]

    once = fold("".join(assigned))

    assert fold(once) == once


@given(MIXED)
def test_folding_is_idempotent(text: str) -> None:
    once = fold(text)

    assert fold(once) == once


@given(MIXED, MIXED)
def test_folding_parts_is_folding_the_whole(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)


@given(MIXED, st.sampled_from(["NFC", "NFD"]))
def test_canonically_equal_texts_fold_alike(text: str, form: str) -> None:
    normal = unicodedata.normalize("NFC" if form == "NFC" else "NFD", text)

    assert fold(normal) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Left Opposition", "left opposition"),
        ("ΤΡΟΤΣΚΙ", "τροτσκι"),
        ("Τρότσκι", "τροτσκι"),
        ("ΛΌΓΟΣ λόγος", "λογοσ λογοσ"),
        ("τῷ ᾼ", "τω α"),
        ("Straße ẞ", "strasse ss"),
        ("Œuvre Æsop Łódź Ørsted Đorđe Þór ħ ŋ", "oeuvre aesop lodz orsted dorde thor h n"),
        ("İstanbul ılık", "istanbul ilik"),
        ("ﬁne Ｆｕｌｌ", "fine full"),
        ("‘a’ “b” «c» – — − ‐", '\'a\' "b" "c" - - - -'),
        ("it´s", "it's"),
        ("ёлка Й", "елка и"),
        ("so\u00adft a\u200db \ufeffc ❤\ufe0f", "soft ab c ❤"),
        ("שָׁלוֹם", "שלום"),
        ("مُحَمَّد کی", "محمد كي"),
        ("½…", "1⁄2..."),
    ],
)
def test_what_looks_alike_folds_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"), [("が", "か"), ("पि", "पु"), ("क्", "क"), ("กุ", "กู"), ("한", "할"), ("ပိ", "ပီ")]
)
def test_marks_that_make_another_word_are_kept(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_name_is_folded_with_its_white_space_made_plain() -> None:
    assert fold_name("  Off\u00a0\n Topic ") == "off topic"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("!!! — …", []),
        ("Zinoviev's house", ["zinoviev", "s", "house"]),
        ("hors d’oeuvres", ["hors", "d", "oeuvres"]),
        ("first-hand snake_case", ["first", "hand", "snake", "case"]),
        ("1920–1923 x² ½", ["1920", "1923", "x2", "1", "2"]),
        ("東京へ行く", ["東", "京", "へ", "行", "く"]),
        ("ガ", ["カ\u3099"]),
        ("abc東def", ["abc", "東", "def"]),
        ("กำลัง ๑๒", ["ก\u0e4d", "า", "ล\u0e31", "ง", "๑๒"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("\u0e31\u0e31 x", ["x"]),
    ],
)
def test_texts_are_cut_into_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_tokens_say_where_they_stand_in_the_text_as_given() -> None:
    text = "“Cafe\u0301” ﬁn"

    cut = list(tokens(text))

    assert cut == [Token("cafe", 1, 6), Token("fin", 8, 10)]


def test_two_tokens_of_one_character_share_its_place() -> None:
    assert list(tokens("½")) == [Token("1", 0, 1), Token("2", 0, 1)]


def test_hangul_is_found_composed_or_not() -> None:
    assert words("한국") == words(unicodedata.normalize("NFD", "한국"))
    assert len(words("한국")) == 1


IN_ALPHABETS = st.sampled_from(["a\x00\t", "à½²ª\xad", "ß’…\xa0", "őğİ", "Άΐς", "Ёй№", "_'\x7f"]).flatmap(
    lambda some: st.text(st.sampled_from(some + " aZ9—"))
)


@given(st.one_of(MIXED, IN_ALPHABETS))
def test_words_are_what_tokens_fold_to(text: str) -> None:
    assert words(text) == [token.folded for token in tokens(text)]


def test_words_are_what_tokens_fold_to_around_every_character() -> None:
    for code in range(0x3000):
        text = f"a{chr(code)}b1 {chr(code)} a{chr(code)}"

        assert words(text) == [token.folded for token in tokens(text)]


@given(MIXED)
def test_a_word_is_cut_from_itself_whole(text: str) -> None:
    assert all(words(word) == [word] for word in words(text))


@given(MIXED)
def test_every_token_stands_where_it_says(text: str) -> None:
    for token in tokens(text):
        assert token.folded in fold(text[token.start : token.end])


@given(MIXED)
def test_tokens_come_in_reading_order(text: str) -> None:
    starts = [token.start for token in tokens(text)]

    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("I don't know.", 3),
        ("hor d'oeuvres", 2),
        ("so -- well … —", 2),
        ("first-hand account", 2),
        ("東京 is big", 4),
        ("彼は本を読む。", 6),
        ("か\u3099", 1),
        ("Ο Τρότσκι", 2),
        ("-" * 100_000, 0),
    ],
)
def test_words_are_counted_as_a_person_does(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize("run", ["a" * 2500, "ά" * 2500, "नि" * 1500, "ж" * 1001, "n" + "\u0e48" * 3000])
def test_a_run_of_letters_without_end_is_cut_into_tokens_of_bounded_length(run: str) -> None:
    cut = words(f"it {run} 中")

    assert cut == [token.folded for token in tokens(f"it {run} 中")]
    assert max(map(len, cut)) == LONGEST_WORD
    assert all(words(word) == [word] for word in cut)
