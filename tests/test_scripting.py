"""Python programs have the same corpus, queries and changes as the commands."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import reviewcli
from reviewcli import Review, ReviewError, open_corpus, read_sources, record, stamp
from reviewcli.errors import NotFoundError, UsageError
from tests.conftest import Run

MANUAL = (Path(__file__).parents[1] / "docs" / "python.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", MANUAL, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_of_the_manual_runs(run: Run, home: Path, example: str) -> None:
    if "import pandas" in example:
        pytest.importorskip("pandas")
    run("count")

    words = [sys.executable, "-c", example]
    ended = subprocess.run(words, cwd=home, capture_output=True, text=True, check=False, timeout=60)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout


def test_a_program_tags_and_finds_what_a_command_finds(run: Run) -> None:
    run("count")

    with open_corpus() as corpus:
        corpus.tag([3], "critical", stamp("eve", "by hand"))
        found = [review.number for review in corpus.search("tag:critical by:eve")]

    assert found == [3]
    assert run("count", "by:eve").out == "1\n"
    assert "by hand" in run("history", 3).out


def test_a_record_is_what_listings_say_in_json(run: Run) -> None:
    import json

    listed = json.loads(run("list", "--format", "json").out)

    with open_corpus() as corpus:
        assert [record(review) for review in corpus.reviews()] == listed
        assert all(isinstance(review, Review) for review in corpus.reviews())


def test_a_corpus_is_made_where_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Good.\n---\nBad.")

    with pytest.raises(NotFoundError):
        open_corpus(tmp_path / "a.db")
    with open_corpus(tmp_path / "a.db", create=True) as corpus:
        corpus.add_sources(read_sources(tmp_path / "page.txt"), stamp("eve"))
    with open_corpus(str(tmp_path / "a.db"), create=True) as corpus:
        assert [review.text for review in corpus.reviews()] == ["Good.", "Bad."]


def test_what_cannot_be_a_name_is_refused() -> None:
    with pytest.raises(UsageError, match="annotator's name"):
        stamp("a\nb")


def test_the_package_names_what_programs_use_and_nothing_else() -> None:
    assert all(getattr(reviewcli, name) is not None for name in reviewcli.__all__)
    assert issubclass(ReviewError, Exception)
    with pytest.raises(AttributeError, match="no attribute 'utils'"):
        reviewcli.utils  # noqa: B018  # what is asked for is what is tested
