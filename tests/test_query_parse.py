from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.errors import QueryError
from reviewcli.query.groups import DEPTH_LIMIT, LOOSE_LIMIT, TERM_LIMIT
from reviewcli.query.parse import parse, parse_request
from reviewcli.query.printing import request_to_string, to_string
from reviewcli.query.request import Given, Order, Request, SortKey
from reviewcli.query.tree import (
    And,
    By,
    Dated,
    Everything,
    Holds,
    Is,
    Language,
    Near,
    Not,
    NumberField,
    Or,
    Phrase,
    Prefix,
    Query,
    State,
    Tag,
    Term,
    TextField,
    Within,
    Word,
    all_of,
    any_of,
)
from reviewcli.text import fold_name, words
from tests.proportion import in_proportion

A, B, C = Word("a"), Word("b"), Word("c")

SOURCE_WORDS = st.text(st.sampled_from("abé東กำß한が1½or'-\u0301")).flatmap(
    lambda text: st.sampled_from(words(text) or ["or"])
)
WORD_LISTS = st.lists(SOURCE_WORDS, min_size=1, max_size=4).map(tuple)
LABELS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(fold_name).filter(bool)
NAMES = LABELS.filter(lambda label: label not in ("*", "~"))
STARS = st.builds(lambda part, whole: min(part, whole) * 5 / whole, st.integers(0, 10), st.integers(1, 10))


def ranges(field: NumberField, low: float | None, high: float | None, *, strict: bool) -> Within:
    """A range of any two numbers or one, of which at most the one may be left out."""
    ends = sorted(end for end in (low, high) if end is not None)
    if len(ends) == 2:
        return Within(field, ends[0], ends[1])
    return Within(field, low, high, strict=strict) if ends else Within(field, 0)


def days(low: str | None, high: str | None) -> Dated:
    ends = sorted(end for end in (low, high) if end)
    return Dated(*ends) if len(ends) == 2 else Dated(low, high or (None if low else "2020-02-29"))


DAYS = st.one_of(st.none(), st.dates().map(lambda day: day.isoformat()))
WHOLE = st.one_of(st.none(), st.integers(0, 300))
CLAUSES: st.SearchStrategy[Term] = st.one_of(
    NAMES.map(By),
    st.builds(
        Holds,
        st.sampled_from(get_args(TextField)),
        st.one_of(WORD_LISTS.map(Phrase), WORD_LISTS.map(Prefix), SOURCE_WORDS.map(Near)),
    ),
    st.builds(ranges, st.sampled_from(["number", "words", "helpful"]), WHOLE, WHOLE, strict=st.booleans()),
    st.builds(ranges, st.just("rating"), st.none() | STARS, st.none() | STARS, strict=st.booleans()),
    st.builds(days, DAYS, DAYS),
)
ORDERS = st.lists(st.builds(Order, st.sampled_from(get_args(SortKey)), st.booleans())).map(tuple)
LEAVES: st.SearchStrategy[Term] = st.one_of(
    SOURCE_WORDS.map(Word),
    WORD_LISTS.map(Phrase),
    WORD_LISTS.map(Prefix),
    SOURCE_WORDS.map(Near),
    NAMES.map(Tag),
    st.sampled_from(["el", "en", "none", "grc"]).map(Language),
    st.sampled_from(get_args(State)).map(Is),
    CLAUSES,
)
TERMS: st.SearchStrategy[Term] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=1, max_size=4).map(all_of),
        st.lists(inner, min_size=1, max_size=4).map(any_of),
    ),
    max_leaves=20,
)
QUERIES: st.SearchStrategy[Query] = st.one_of(st.just(Everything()), TERMS)
REQUESTS = st.builds(Request, QUERIES, ORDERS)
PIECES = [
    *'ab -−()"“”«»*~:',
    "OR",
    " OR ",
    "tag:",
    "is:tagged",
    "lang:el",
    "é",
    "東",
    "sort:date-,",
    "query:x",
]
PIECES += ["date:", "rating:", "author:", "words:", "..", "1", "/", ">=", "<", "2020-02-30", "-3w", "today"]
SOURCES = st.lists(st.sampled_from(PIECES)).map("".join)


@given(QUERIES)
def test_a_query_prints_back_to_itself(query: Query) -> None:
    assert parse(to_string(query)) == query


@given(REQUESTS)
def test_a_query_with_its_order_prints_back_to_itself(request: Request) -> None:
    assert parse_request(request_to_string(request)) == request


TODAY = Given(today="2024-03-31", saved=lambda: {"x": "a OR b sort:title"})


def refusal(source: str) -> QueryError | None:
    try:
        parse(source, TODAY)
    except QueryError as error:
        return error
    return None


@given(st.one_of(SOURCES, st.text()))
def test_any_text_is_a_query_or_refused_at_one_of_its_columns(source: str) -> None:
    error = refusal(source)

    assert error is None or (1 <= error.column <= len(source) and error.hint)


@given(st.one_of(SOURCES, st.text()).filter(lambda source: refusal(source) is None))
def test_what_is_printed_is_stable(source: str) -> None:
    request = parse_request(source, TODAY)
    printed = request_to_string(request)

    assert parse_request(printed) == request
    assert request_to_string(parse_request(printed)) == printed


@pytest.mark.parametrize(
    ("source", "query"),
    [
        ("", Everything()),
        ("  \n", Everything()),
        ("Zinoviev", Word("zinoviev")),
        ('"Left Opposition" -dry', And((Phrase(("left", "opposition")), Not(Word("dry"))))),
        ("a OR b c", Or((A, And((B, C))))),
        ("(a OR b) c", And((Or((A, B)), C))),
        ("(a b) c", And((A, B, C))),
        ("(a OR b) OR c", Or((A, B, C))),
        ("((a))", A),
        ("a or b", And((A, Word("or"), B))),
        ("revolu*", Prefix(("revolu",))),
        ("first-ha*", Prefix(("first", "ha"))),
        ("Rosermer~", Near("rosermer")),
        ("first-hand", Phrase(("first", "hand"))),
        ("d’oeuvres", Phrase(("d", "oeuvres"))),
        ("東京", Phrase(("東", "京"))),
        ("−dry", Not(Word("dry"))),
        ("--a", Not(Not(A))),
        ("-(a b)", Not(And((A, B)))),
        ('-"OR"', Not(Phrase(("or",)))),
        ("“a b”", Phrase(("a", "b"))),
        ("„a b“ „c”", And((Phrase(("a", "b")), Phrase(("c",))))),
        ("«a» »b«", And((Phrase(("a",)), Phrase(("b",))))),
        ('a"b c"', And((A, Phrase(("b", "c"))))),
        ("tag:Critical", Tag("critical")),
        ('TAG:"Off  Topic"', Tag("off topic")),
        ('tag:«a"b»', Tag('a"b')),
        ("lang:EL", Language("el")),
        ("lang:none", Language("none")),
        ("-is:Tagged", Not(Is("tagged"))),
        ("http://x", Phrase(("http", "x"))),
        ("12:30", Phrase(("12", "30"))),
        ("a::b", Phrase(("a", "b"))),
        ('"rating:5"', Phrase(("rating", "5"))),
    ],
)
def test_queries_mean_what_the_design_says(source: str, query: Query) -> None:
    assert parse(source) == query


@pytest.mark.parametrize(
    ("source", "column", "message", "hint"),
    [
        ('a "b', 3, "A quote is opened and not closed.", '"'),
        ("“a", 1, "A quote is opened and not closed.", "”"),
        ("a (b", 3, "'(' is opened and not closed.", ")"),
        ("a)", 2, "')' closes no group.", "Remove"),
        ("()", 1, "'()' groups nothing.", "Write terms"),
        ("OR a", 1, "'OR' has nothing on one side.", "or"),
        ("a OR", 3, "'OR' has nothing on one side.", "or"),
        ("a OR OR b", 6, "'OR' has nothing on one side.", "or"),
        ("(a OR) b", 4, "'OR' has nothing on one side.", "or"),
        ("a -OR b", 3, "'-' stands before 'OR'.", '-"OR"'),
        ("a - b", 3, "'-' stands before nothing.", "right before"),
        ("- - - -", 1, "'-' stands before nothing.", "right before"),
        ("a -", 3, "'-' stands before nothing.", "right before"),
        ("(-)", 2, "'-' stands before nothing.", "right before"),
        ("a *", 3, "'*' stands after nothing.", "revolu*"),
        ("~", 1, "'~' stands after nothing.", "Rosermer~"),
        ("f**k", 2, "'*' stands elsewhere than once", '"f**k"'),
        ("a~b", 2, "'~' stands elsewhere than once", '"a~b"'),
        ('"a b"*', 6, "'*' stands after a quote.", "not quoted"),
        ("a-b~", 1, "'~' follows 2 words: a b.", "b~"),
        ("a !!!", 3, "'!!!' has no letters or digits", "letter"),
        ('"!"', 1, "'!' has no letters or digits", "letter"),
        ("a tag:", 3, "'tag:' asks for nothing.", "'tag'"),
        ('tag:" "', 1, "'tag:' asks for nothing.", "'tag'"),
        ("tag:*", 1, "'tag:*' does not name a label.", "is:tagged"),
        ("lang:greek", 1, "'greek' is not the code of a language.", "lang:en"),
        ("is:taged", 1, "the states are tagged, untagged, disputed,", "is:tagged"),
        ("is:xyz", 1, "'is:xyz' is not a state", "one of these"),
        (
            "zap:5",
            1,
            "the fields are tag, by, is, lang, date, rating, words, number,",
            'Quote it to search for the text with the colon: "zap:5"',
        ),
        ("a tga:x", 3, "'tga:' is not a field", "Write 'tag:x', or quote it to search for the text"),
        ('foo:"b c"', 1, "'foo:' is not a field", '"foo:b c"'),
    ],
)
def test_a_malformed_query_is_refused_with_its_column_and_a_hint(
    source: str, column: int, message: str, hint: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(source)

    assert message.removesuffix(".") in caught.value.message
    assert caught.value.column == column
    assert hint in caught.value.hint


def test_a_message_quotes_no_more_than_a_line_of_the_query() -> None:
    with pytest.raises(QueryError) as caught:
        parse("!" * 5000)

    assert len(str(caught.value)) < 150


@pytest.mark.parametrize("source", ["(" * 100_000, "-" * 100_000 + "a", "-(" * 50_000, "(a OR " * 50_000])
def test_a_query_nested_too_deeply_is_refused(source: str) -> None:
    with pytest.raises(QueryError, match=f"more than {DEPTH_LIMIT} levels"):
        parse(source)


def test_a_query_at_the_limit_of_depth_is_read_printed_and_compared() -> None:
    source = "a OR b (" * DEPTH_LIMIT + "c" + ")" * DEPTH_LIMIT

    query = parse(source)

    assert parse(to_string(query)) == query
    assert hash(query) == hash(parse(source))
    assert repr(query)


def test_a_query_of_too_many_terms_is_refused_at_once() -> None:
    with pytest.raises(QueryError, match=f"more than {TERM_LIMIT} terms") as caught:
        parse("a " * 10_000)

    assert caught.value.column == 2 * TERM_LIMIT + 1
    assert in_proportion(lambda size: _refused("a " * size), 10_000)


def _refused(source: str) -> None:
    with pytest.raises(QueryError):
        parse(source)


@pytest.mark.parametrize("word", ["a*", "rosmer~"])
def test_a_query_of_too_many_words_that_stand_for_many_is_refused(word: str) -> None:
    source = " OR ".join([word] * LOOSE_LIMIT)
    assert to_string(parse(source)) == source

    with pytest.raises(QueryError, match=f"more than {LOOSE_LIMIT} words with") as caught:
        parse(f"{source} OR {word}")

    assert caught.value.column == len(source) + len(" OR ") + 1


@pytest.mark.parametrize("joint", [" ", " OR "])
def test_a_query_of_as_many_terms_as_there_may_be_is_read(joint: str) -> None:
    source = joint.join(f"w{number}" for number in range(TERM_LIMIT))

    assert to_string(parse(source)) == source


@pytest.mark.parametrize("source", ["tag:critical", 'tag:"off topic"', 'tag:«a"b»', "first-ha*", "-(a OR b)"])
def test_a_query_in_its_plain_form_is_printed_as_it_is(source: str) -> None:
    assert to_string(parse(source)) == source
