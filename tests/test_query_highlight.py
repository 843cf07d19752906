from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.model import Review, Span
from reviewcli.query.forms import answers
from reviewcli.query.groups import DEPTH_LIMIT
from reviewcli.query.highlight import snippet, spans
from reviewcli.query.match import matches
from reviewcli.query.parse import parse
from reviewcli.query.tree import Query, Word
from reviewcli.text import fold, tokens, words
from tests.test_query_match import BUNDLED, make_review
from tests.test_query_parse import QUERIES

LANGUAGES = st.sampled_from([None, "en", "el", "ru"])
TEXTS = st.one_of(
    st.text(st.sampled_from("ab éor\n東½'-\u0301กำ"), max_size=80),
    st.sampled_from([review.text for review in BUNDLED]),
)


def marked(source: str, text: str, language: str | None = None) -> list[str]:
    return [text[span.start : span.end] for span in spans(parse(source), text, language=language)]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("zinoviev", "Zinoviev’s friend ZINOVIEV", ["Zinoviev", "ZINOVIEV"]),
        ('"left opposition"', "the Left – Opposition, left", ["Left – Opposition"]),
        ("cafe", "un cafe\u0301 noir", ["cafe\u0301"]),
        ("τροτσκι", "του Τρότσκι,", ["Τρότσκι"]),
        ("revolu*", "Revolution, revolt", ["Revolution"]),
        ("rosermer~", "Rosmer and Rosermer", ["Rosmer", "Rosermer"]),
        ("first-ha*", "first-hand first", ["first-hand"]),
        ("東京", "東京へ京", ["東京"]),
        ("a OR b", "a b c", ["a", "b"]),
        ('"a b" "b c"', "a b c", ["a b c"]),
        ("a -b", "a b", ["a"]),
        ("-(a -b)", "a b", ["b"]),
        ("東 OR 京", "東京", ["東", "京"]),
        ("1 2", "½", ["½"]),
        ("tag:a lang:el is:tagged", "a el tagged", []),
        ("", "a", []),
    ],
)
def test_what_answers_the_query_is_marked(source: str, text: str, expected: list[str]) -> None:
    assert marked(source, text) == expected


@pytest.mark.parametrize(
    ("source", "text", "language", "expected"),
    [
        ("syndicalist", "Syndicalists’ and syndicalism", "en", ["Syndicalists"]),
        ("hors d'oeuvres", "Russian hor d’œuvres, hors", "en", ["hor", "d’œuvres", "hors"]),
        ("trotsky", "Τρότσκι και Troçki", "el", ["Τρότσκι"]),
        ("ΤΡΟΤΣΚΙ", "Leon Trotsky, Лев Троцкий, Τρότσκι", "en", ["Trotsky", "Троцкий", "Τρότσκι"]),
        ("lenin", "о Ленине", "ru", ["Ленине"]),
        ("lenin", "о Ленине", None, []),
        ("1917", "عام ١٩١٧", "ar", ["١٩١٧"]),
        ("東京", "東京都の京", "ja", ["東京"]),
        ("กำลัง", "เขากำลังอ่าน", "th", ["กำลัง"]),
        ("한국*", "저는 한국에서", "ko", ["한국에서"]),
        ('"trotsky"', "Τρότσκι Trotsky", "el", ["Trotsky"]),
    ],
)
def test_what_answers_in_other_forms_and_scripts_is_marked_as_it_stands(
    source: str, text: str, language: str | None, expected: list[str]
) -> None:
    assert marked(source, text, language) == expected


@given(TEXTS)
def test_every_hit_of_a_word_reads_as_the_word(text: str) -> None:
    for word in set(words(text)):
        found = spans(Word(word), text)

        assert found
        assert all(word in words(text[span.start : span.end]) for span in found)


@given(st.text("abéÉA ’\u0301", max_size=40))
def test_a_hit_of_a_plain_word_folds_to_it(text: str) -> None:
    for word in set(words(text)):
        assert all(fold(text[span.start : span.end]) == word for span in spans(Word(word), text))


@given(QUERIES, TEXTS)
def test_hits_are_in_order_and_apart(query: Query, text: str) -> None:
    found = spans(query, text)

    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(span.start < span.end <= len(text) for span in found)


@given(
    st.lists(
        st.sampled_from(["a", '"a b"', "o*", "東", "trotsky", "событий", "opposition~"]), min_size=1
    ).map(" OR ".join),
    TEXTS,
    LANGUAGES,
)
def test_a_text_is_marked_exactly_when_it_matches(source: str, text: str, language: str | None) -> None:
    query = parse(source)

    assert bool(spans(query, text, language=language)) == matches(query, make_review(text, language=language))


@given(st.sampled_from(BUNDLED), st.data())
def test_exactly_the_words_that_answer_are_marked(review: Review, data: st.DataObject) -> None:
    wanted = data.draw(st.sampled_from([*words(review.text), "trotsky", "ленин"]))

    found = spans(Word(wanted), review.text, language=review.language)

    answering = [
        (token.start, token.end)
        for token in tokens(review.text)
        if answers(wanted, token.folded, review.language)
    ]
    assert [(span.start, span.end) for span in found] == answering


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    cut = snippet(parse("b"), "a\r\nb\u2028c", 80)

    assert cut.text == "a  b c"
    assert cut.spans == (Span(3, 4),)
    assert not cut.cut_before
    assert not cut.cut_after


def test_a_snippet_shows_the_densest_hits_cut_at_the_edges_of_words() -> None:
    text = "Stalin " + "lorem ipsum " * 20 + "of Lenin and Stalin together, " + "dolor sit " * 20

    cut = snippet(parse("stalin OR lenin"), text, 50)

    assert cut.text == "lorem ipsum of Lenin and Stalin together, dolor"
    assert [cut.text[span.start : span.end] for span in cut.spans] == ["Lenin", "Stalin"]
    assert cut.cut_before
    assert cut.cut_after


def test_a_snippet_shows_the_most_words_asked_for_before_the_most_hits() -> None:
    text = "Stalin, Stalin, Stalin. " + "lorem ipsum " * 20 + "Lenin and Stalin. " + "dolor sit " * 20

    cut = snippet(parse("stalin lenin"), text, 40)

    assert [cut.text[span.start : span.end] for span in cut.spans] == ["Lenin", "Stalin"]


def test_a_snippet_of_an_inflected_word_is_cut_around_it() -> None:
    text = "lorem ipsum " * 20 + "syndicalists " + "dolor sit " * 20

    cut = snippet(parse("syndicalist"), text, 40, language="en")

    assert [cut.text[span.start : span.end] for span in cut.spans] == ["syndicalists"]


def test_a_snippet_without_hits_is_the_beginning() -> None:
    cut = snippet(parse(""), "one two three four", 9)

    assert (cut.text, cut.spans, cut.cut_before, cut.cut_after) == ("one two", (), False, True)


def test_a_snippet_of_the_end_is_not_cut_after() -> None:
    cut = snippet(parse("four"), "one two three four", 11)

    assert (cut.text, cut.cut_before, cut.cut_after) == ("three four", True, False)


def test_a_text_without_spaces_is_cut_where_it_must_be() -> None:
    cut = snippet(parse("京"), "東" * 50 + "京" + "東" * 50, 11)

    assert cut.text == "東" * 5 + "京" + "東" * 5
    assert cut.spans == (Span(5, 6),)


def test_a_hit_longer_than_the_snippet_is_cut_with_it() -> None:
    cut = snippet(parse("abcdefgh"), "x abcdefgh y", 4)

    assert cut.text == "abcd"
    assert cut.spans == (Span(0, 4),)


@given(QUERIES, TEXTS, st.integers(-1, 100))
def test_a_snippet_is_a_stretch_of_the_text_with_the_hits_in_it(query: Query, text: str, width: int) -> None:
    cut = snippet(query, text, width)

    assert len(cut.text) <= max(width, 1)
    assert cut.text in "".join(" " if character in "\n\r\t" else character for character in text)
    assert bool(cut.spans) == bool(spans(query, text))
    assert all(span.start < span.end <= len(cut.text) for span in cut.spans)
    assert (cut.cut_before or cut.cut_after) == (len(text) > max(width, 1))


def test_the_deepest_query_is_marked() -> None:
    query = parse("a OR b (" * DEPTH_LIMIT + "c" + ")" * DEPTH_LIMIT)

    assert spans(query, "a b c") == [Span(0, 1), Span(2, 3), Span(4, 5)]
