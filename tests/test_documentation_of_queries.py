"""What docs/query.md says of queries is what happens: all of its examples are run."""

import re
import shlex
from pathlib import Path

import pytest

from reviewcli.query.fields.names import STATES
from reviewcli.query.fields.registry import FIELDS, SORT
from reviewcli.query.fields.sorting import SORT_KEYS
from reviewcli.query.groups import DEPTH_LIMIT, LOOSE_LIMIT, TERM_LIMIT
from tests.conftest import Run

MANUAL = (Path(__file__).parents[1] / "docs" / "query.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(.+?)` \| (.+) \|$", MANUAL, re.MULTILINE)
REFUSED = [(query, told) for query, told in ROWS if re.search(r"\(column \d+\)\.$", told)]
ANSWERED = [query for query, told in ROWS if (query, told) not in REFUSED]
EXAMPLES = MANUAL.split("## Examples")[1].split("```")[1].removeprefix("sh\n").splitlines()


@pytest.mark.parametrize("query", ANSWERED)
def test_a_query_in_the_manual_is_answered(run: Run, query: str) -> None:
    run("tag", 3, "critical", "--as", "ben")
    run("query", "save", "greek", "lang:el")

    outcome = run("count", *shlex.split(query))

    assert (outcome.code, outcome.err) == (0, "")
    assert int(outcome.out) > 0


@pytest.mark.parametrize(("query", "told"), REFUSED)
def test_a_query_that_the_manual_calls_wrong_is_refused_in_these_words(
    run: Run, query: str, told: str
) -> None:
    run("count")

    outcome = run("count", *shlex.split(query))

    assert outcome.code == 2
    assert outcome.err.splitlines()[0] == f"Error: {told}"
    assert outcome.err.splitlines()[-1].startswith("Hint: ")


def test_the_examples_of_the_manual_work_one_after_the_other(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    for line in EXAMPLES:
        outcome = run(*shlex.split(line)[1:])
        assert outcome.code == 0, (line, outcome.err)
        assert outcome.out, line


def test_the_manual_names_every_field_state_and_key() -> None:
    fields = MANUAL.split("## Fields")[1].split("## States")[0]
    states = MANUAL.split("## States")[1].split("## Sorting")[0]
    keys = MANUAL.split("## Sorting")[1].split("## Saved")[0]

    assert [name for name in FIELDS if f"`{name}:" not in MANUAL.replace("`-", "`")] == []
    assert [name for name in FIELDS if name not in (SORT, "query", "is") and f"{name}:" not in fields] == []
    assert [name for name in STATES if f"is:{name}`" not in states] == []
    assert [name for name in SORT_KEYS if f"`{name}`" not in keys] == []


def test_the_limits_are_those_in_the_manual() -> None:
    assert f"at most {TERM_LIMIT} terms, {LOOSE_LIMIT} of them words with" in MANUAL
    assert f"at most {DEPTH_LIMIT} levels" in MANUAL
