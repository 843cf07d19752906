"""Whoever gets a source and the decisions beside it gets the same reviews."""

import json
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.errors import ReviewError
from reviewcli.exporting import write_beside
from reviewcli.split.decisions import Decision, Decisions, Unit, format_decisions, parse_decisions
from tests.conftest import Run

TEXT = "A lovely lamp.\nHowever, it is dim.\nХорошая лампа.\nBroke at once.\n---\nFine."


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(TEXT)
    return file


def texts(run: Run, corpus: Path) -> list[str]:
    found = json.loads(run("list", "--format", "json", "--corpus", corpus).out)
    return [review["text"] for review in sorted(found, key=lambda review: review["span"][0])]


def test_decisions_give_another_reader_the_same_reviews(run: Run, tmp_path: Path, page: Path) -> None:
    mine, theirs = tmp_path / "mine.db", tmp_path / "theirs.db"
    run("import", page, "--split", "none", "--corpus", mine)
    run("split", 1, "--at", 1, "--at", 3, "--corpus", mine)

    written = run("export", "--decisions", page, "--corpus", mine)
    run("import", page, "--corpus", theirs)

    assert written.code == 0
    assert texts(run, theirs) == texts(run, mine)
    assert texts(run, mine)[0] == "A lovely lamp."


def test_merges_travel_too(run: Run, tmp_path: Path, page: Path) -> None:
    mine, theirs = tmp_path / "mine.db", tmp_path / "theirs.db"
    run("import", page, "--expect", 4, "--corpus", mine)
    run("merge", "1-2", "--corpus", mine)

    written = run("export", "--decisions", page, "--corpus", mine)
    run("import", page, "--corpus", theirs)

    assert "page.decisions.json: " in written.out
    assert texts(run, theirs) == texts(run, mine)


def test_a_source_that_is_not_known_or_a_file_in_the_way_is_an_error(
    run: Run, tmp_path: Path, page: Path
) -> None:
    corpus = tmp_path / "a.db"
    run("import", "-", "--corpus", corpus, stdin=b"Something else.")
    unknown = run("export", "--decisions", page, "--corpus", corpus)
    run("import", page, "--corpus", corpus)
    (tmp_path / "page.decisions.json").write_text("mine")

    in_the_way = run("export", "--decisions", page, "--corpus", corpus)
    nothing_said = run("export", page, "--corpus", corpus)
    forced = run("export", "--decisions", page, "--force", "--corpus", corpus)

    assert (unknown.code, in_the_way.code, nothing_said.code, forced.code) == (1, 1, 2, 0)
    assert "has not been imported" in unknown.err
    assert "--force" in in_the_way.err


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="cannot be written"):
        write_beside(tmp_path / "none" / "a.json", ["{}"], force=False)

    assert [file.name for file in tmp_path.iterdir()] == ["home"]


DECISIONS = st.builds(
    Decisions,
    st.text("0123456789abcdef", min_size=64, max_size=64),
    st.lists(
        st.builds(Decision, st.integers(1, 99), st.booleans(), st.text(), st.sampled_from(get_args(Unit)))
    ).map(tuple),
)


@given(DECISIONS)
def test_written_decisions_are_read_back(decisions: Decisions) -> None:
    assert parse_decisions(format_decisions(decisions)) == decisions
