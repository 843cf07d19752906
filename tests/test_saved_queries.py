"""Queries are kept under names, used in others, and taken back like any change."""

import json
from pathlib import Path

import pytest

from reviewcli.checking import check, repair
from reviewcli.errors import CorpusError, QueryError
from reviewcli.opening import STATE_ID
from reviewcli.query.groups import DEPTH_LIMIT, TERM_LIMIT
from reviewcli.query.parse import parse, parse_request
from reviewcli.query.request import Given, Order
from reviewcli.query.tree import And, Language, Not, Or, Word
from tests.conftest import ADA, MakeCorpus, Run

SAVED = {
    "greek": "lang:el",
    "either": "a OR b sort:date-",
    "newest": "sort:date-",
    "both": "query:greek query:either",
    "loop": "a query:pool",
    "pool": "query:loop",
    "broken": "a (b",
    "grave": "query:broken",
} | {f"twice{at}": f"query:twice{at - 1} query:twice{at - 1}" for at in range(1, 40)}
SAVED["twice0"] = "a"
GIVEN = Given("2024-03-31", lambda: SAVED)


def test_a_saved_query_stands_for_its_terms_as_a_group() -> None:
    assert parse("query:greek", GIVEN) == Language("el")
    assert parse("c query:either", GIVEN) == And((Word("c"), Or((Word("a"), Word("b")))))
    assert parse("-query:EITHER", GIVEN) == Not(Or((Word("a"), Word("b"))))
    assert parse("query:both", GIVEN) == And((Language("el"), Or((Word("a"), Word("b")))))


def test_its_order_counts_where_the_query_has_none_and_it_stands_outside_of_groups() -> None:
    assert parse_request("query:both", GIVEN).orders == (Order("date", descending=True),)
    assert parse_request("query:newest greek", GIVEN).orders == (Order("date", descending=True),)
    assert parse_request("query:either sort:title", GIVEN).orders == (Order("title"),)
    assert parse_request("(query:either)", GIVEN).orders == ()
    assert parse_request("-query:either", GIVEN).orders == ()


@pytest.mark.parametrize(
    ("source", "column", "message", "hint"),
    [
        ("a query:gree", 3, "There is no saved query 'gree'", "query:greek"),
        ("query:zzz", 1, "There is no saved query 'zzz'", "query list"),
        ("query:loop", 1, "The saved query 'loop' would stand in itself: loop > pool > loop", "query:loop"),
        ("b query:broken", 3, "The saved query 'broken' cannot be read: '(' is opened", "query show broken"),
        (
            "query:grave",
            1,
            "The saved query 'broken' cannot be read: '(' is opened and not closed (its",
            "broken",
        ),
        ("-query:newest", 2, "'query:newest' only says an order", "Take the '-' away"),
        ("query:newest OR a", 14, "'OR' has nothing on one side", "both sides"),
        ("b query:twice39", 3, f"more than {TERM_LIMIT} terms", "fewer"),
        ("query:", 1, "'query:' asks for nothing", "right after"),
    ],
)
def test_a_name_that_cannot_be_meant_is_refused(source: str, column: int, message: str, hint: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(source, GIVEN)

    assert message in caught.value.message
    assert caught.value.column == column
    assert hint in caught.value.hint
    assert caught.value.query == source


def test_a_long_chain_of_saved_queries_is_refused() -> None:
    chain = {f"q{at}": f"query:q{at + 1}" for at in range(2000)}

    with pytest.raises(QueryError, match=f"more than {DEPTH_LIMIT} levels"):
        parse("query:q0", Given(saved=lambda: chain))


def test_queries_are_saved_listed_shown_renamed_and_removed(run: Run) -> None:
    run("count")

    saved = run("query", "save", "greek", "lang:el", "-dry")
    again = run("query", "save", "Greek", "lang:el")

    assert saved.out == "query:greek is saved.\n"
    assert saved.err == "To take it back: reviewcli undo\n"
    assert again.out == "query:Greek is saved, was: lang:el -dry.\n"
    assert run("query", "show", "greek").out == "lang:el\n"
    assert run("count", "query:greek").out == "1\n"
    assert run("query", "rename", "greek", "hellenic").out == "query:greek is query:hellenic now.\n"
    assert run("query").out == "hellenic\tlang:el\n"
    assert json.loads(run("query", "list", "--format", "json").out) == [
        {"name": "hellenic", "query": "lang:el"}
    ]
    assert "hellenic" in run("query", "list", "--format", "table").out
    assert run("query", "remove", "hellenic").out == "query:hellenic is forgotten, was: lang:el.\n"
    assert "To save one" in run("query", "list", "--format", "table").err


def test_each_change_of_a_saved_query_is_in_the_history_and_can_be_undone(run: Run) -> None:
    run("query", "save", "a", "Lenin")
    run("query", "save", "a", "Trotsky")
    run("query", "rename", "a", "b")
    run("query", "remove", "b")

    told = [line.split("\t")[3] for line in run("history").out.splitlines()]
    undone = [run("undo", "--yes").code for _ in range(3)]

    assert told[:4] == [
        "forgot the query b",
        "called the query a b",
        "saved the query a",
        "saved the query a",
    ]
    assert undone == [0, 0, 0]
    assert run("query").out == "a\tLenin\n"
    assert run("redo").code == 0
    assert run("query").out == "a\tTrotsky\n"
    assert run("check").code == 0


def test_a_removal_is_not_undone_over_another_query_of_that_name(run: Run) -> None:
    run("query", "save", "a", "Lenin")
    run("query", "remove", "a")
    run("query", "save", "a", "Trotsky")

    outcome = run("undo", 3)

    assert outcome.code == 1
    assert "depends on it" in outcome.err


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["save", "a"], 2, "too little or too much"),
        (["save", "a", " "], 2, "too little or too much"),
        (["save", "a b", "Lenin"], 2, "'a b' cannot be the name of a query."),
        (["save", "a", "(Lenin"], 2, "'(' is opened and not closed"),
        (["save", "a", "query:A"], 2, "The saved query 'a' would stand in itself"),
        (["save", "a", "query:b"], 2, "There is no saved query 'b'"),
        (["show", "gree"], 1, "There is no saved query 'gree'."),
        (["show"], 2, "too little or too much"),
        (["list", "x"], 2, "too little or too much"),
        (["remove", "zzz"], 1, "There is no saved query 'zzz'."),
        (["rename", "greek", "Dutch"], 1, "There is a saved query 'dutch' already."),
        (["rename", "greek", "9"], 2, "'9' cannot be the name of a query."),
        (["forget", "greek"], 2, "forget"),
    ],
)
def test_what_cannot_be_saved_or_found_is_refused(
    run: Run, words: list[str], code: int, message: str
) -> None:
    run("query", "save", "greek", "lang:el")
    run("query", "save", "dutch", "lang:nl")

    outcome = run("query", *words)

    assert outcome.code == code
    assert message in outcome.err
    assert "Hint: " in outcome.err


def test_a_name_may_be_written_another_way_and_stay_the_same_query(run: Run) -> None:
    run("query", "save", "greek", "lang:el")

    assert run("query", "rename", "greek", "Greek").code == 0
    assert run("query").out == "Greek\tlang:el\n"


def test_relative_dates_are_saved_as_they_are_typed(run: Run) -> None:
    run("query", "save", "recent", "date:-30d..")

    assert run("query", "show", "recent").out == "date:-30d..\n"
    assert run("count", "query:recent").out == "0\n"


def test_a_query_that_can_no_longer_be_read_is_still_shown(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("One.")
    corpus.saved_queries().save("a", "Lenin", ADA)
    corpus.saved_queries().save("b", "query:a", ADA)

    corpus.saved_queries().remove("a", ADA)

    assert [one.name for one in corpus.saved_queries().list()] == ["b"]
    with pytest.raises(QueryError, match="cannot be read: There is no saved query 'a'"):
        corpus.count("query:b")


def test_saved_queries_are_kept_in_both_kinds_of_file(make_corpus: MakeCorpus, path: Path) -> None:
    corpus = make_corpus("One.", "Two.")

    corpus.saved_queries().save("one", "One", ADA)

    assert corpus.numbers("query:one") == [1]
    assert corpus.saved_queries().get("ONE").query == "One"


def test_saved_queries_travel_with_annotations(run: Run, tmp_path: Path) -> None:
    dump = tmp_path / "work.jsonl"
    run("query", "save", "greek", "lang:el")
    run("query", "save", "long", "words:200..")
    run("export", "--annotations", dump)
    run("undo")
    run("query", "save", "Greek", "lang:grc")

    loaded = run("import", "--annotations", dump)
    again = run("import", "--annotations", dump)

    assert "1 saved query new" in loaded.out
    assert "the query greek: here it is lang:grc" in loaded.out
    assert run("query").out == "greek\tlang:grc\nlong\twords:200..\n"
    assert "1 saved query," in again.out.split("There already: ")[1]
    assert run("undo").code == 0
    assert run("query").out == "greek\tlang:grc\n"


@pytest.mark.parametrize(
    "fact", ['{"name": "9", "query": "a"}', '{"name": "a", "query": " "}', '{"name": 1, "query": "a"}']
)
def test_a_saved_query_in_a_dump_is_looked_at(run: Run, tmp_path: Path, fact: str) -> None:
    run("count")
    dump = tmp_path / "work.jsonl"
    dump.write_text(f'{{"format": 1, "holds": "reviewcli annotations"}}\n{{"query": {fact}}}\n')

    outcome = run("import", "--annotations", dump)

    assert outcome.code == 1
    assert "line 2" in outcome.err


def test_what_is_wrong_with_saved_queries_is_said(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("One.")
    corpus.saved_queries().save("a", "Lenin", ADA)
    corpus.saved_queries().save("b", "Trotsky", ADA)
    table = corpus.database.table("queries")

    table.update({"name": "A"}, doc_ids=[2])
    doubled = [one.what for one in check(corpus.database, corpus.path)]
    table.update({"name": 3}, doc_ids=[2])
    damaged = [one.what for one in check(corpus.database, corpus.path)]

    assert "There are two saved queries A." in doubled
    assert "Saved query 2 is damaged." in damaged
    with pytest.raises(CorpusError, match="Saved query 2 of the corpus is damaged"):
        corpus.count("query:a")


def test_the_counter_of_saved_queries_is_checked_and_rebuilt(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("One.")
    corpus.saved_queries().save("a", "Lenin", ADA)
    corpus.database.table("meta").update({"next_queries": 1}, doc_ids=[STATE_ID])

    found = [one.what for one in check(corpus.database, corpus.path)]
    repair(corpus.database, corpus.path)

    assert found == ["The next of queries would be 1, but there is 1."]
    assert list(check(corpus.database, corpus.path)) == []
