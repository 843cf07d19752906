"""Pages of review sites become reviews with fields, and their furniture is in no text."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.pages import LAYOUTS, render

PAGE = """Jan 09, 2017 Ada Byron rated it really liked it · review of another edition
Shelves: 20th-century, fiction
A lovely account of a hard life.

It drags in the middle.
...more
flag 43 likes · Like · see review
Feb 11, 2018 Bob Stone rated it did not like it
Could not finish it.
flag Like · see review
"""


@pytest.mark.parametrize("site", LAYOUTS)
def test_a_page_is_imported_with_its_fields(run: Run, tmp_path: Path, site: str) -> None:
    page = render(LAYOUTS[site], 7, reviews=5)
    (tmp_path / "page.txt").write_text(page.text)

    imported = run("import", tmp_path / "page.txt", "--corpus", tmp_path / "a.db")
    again = run("import", tmp_path / "page.txt", "--corpus", tmp_path / "a.db")

    found = json.loads(run("list", "--format", "json", "--corpus", tmp_path / "a.db").out)
    assert imported.code == 0
    assert [review["text"] for review in found] == [review.text for review in page.reviews]
    assert [review["author"] for review in found] == [review.fields.author for review in page.reviews]
    assert [review["date"] for review in found] == [review.fields.date for review in page.reviews]
    assert "5 already there" in again.out


def test_what_a_page_says_of_a_review_is_shown(run: Run, tmp_path: Path) -> None:
    run("import", "-", "--corpus", tmp_path / "a.db", stdin=PAGE.encode())

    shown = run("show", 1, "--format", "table", "--corpus", tmp_path / "a.db").out
    told = json.loads(run("show", 1, "--format", "json", "--corpus", tmp_path / "a.db").out)[0]

    for fact in ("Ada Byron", "2017-01-09", "4 of 5", "to 43"):
        assert fact in shown
    assert (told["rating"], told["rating_scale"], told["helpful"]) == (4.0, 5, 43)
    assert told["text"] == "A lovely account of a hard life.\nIt drags in the middle."


def test_a_recommendation_and_a_purchase_are_shown(run: Run, tmp_path: Path) -> None:
    lines = (
        "Recommended|102.5 hrs on record|Posted: April 10|Great game.|12 people found this review helpful|"
    )
    game = lines.replace("|", "\n")
    games = game + game.replace("Recommended", "Not Recommended").replace("Great", "Bad")
    run("import", "-", "--corpus", tmp_path / "a.db", stdin=games.encode())

    shown = run("show", "1-2", "--format", "table", "--corpus", tmp_path / "a.db").out

    assert "Rating    recommended" in shown
    assert "Rating    not recommended" in shown


def test_a_split_of_a_review_from_a_page_keeps_its_places(run: Run, tmp_path: Path) -> None:
    run("import", "-", "--corpus", tmp_path / "a.db", stdin=PAGE.encode())

    run("split", 1, "--at", 1, "--corpus", tmp_path / "a.db")

    parts = json.loads(run("show", "1,3", "--format", "json", "--corpus", tmp_path / "a.db").out)
    assert [PAGE[slice(*part["span"])] for part in parts] == [part["text"] for part in parts]


def test_a_page_of_nothing_but_furniture_is_an_error(run: Run, tmp_path: Path) -> None:
    furniture = "\n".join(line for line in PAGE.splitlines() if "rated it" in line or "flag" in line)

    outcome = run("import", "-", "--corpus", tmp_path / "a.db", stdin=furniture.encode())

    assert outcome.code == 1
    assert "furniture of a page" in outcome.err


def test_text_beside_the_reviews_of_a_page_is_doubtful(run: Run, tmp_path: Path) -> None:
    page = "What readers say about this book, which came out last year.\n" + PAGE

    run("import", "-", "--corpus", tmp_path / "a.db", stdin=page.encode())

    doubtful = json.loads(run("list", "is:doubtful", "--format", "json", "--corpus", tmp_path / "a.db").out)
    assert doubtful[0]["text"].startswith("What readers say")
    assert doubtful[0]["author"] is None


UNKNOWN = "".join(
    f"{name} gave 4 stars\nOn day {at} of May\nIt is well made, and {name} uses it daily.\nLike it\nAnswer\n"
    for at, name in enumerate(("Ada", "Bob", "Kim", "Jo"), start=1)
)


@pytest.mark.parametrize("options", [(), ("--preview",)])
def test_a_page_whose_layout_is_not_known_is_told(run: Run, tmp_path: Path, options: tuple[str, ...]) -> None:
    outcome = run("import", "-", *options, "--corpus", tmp_path / "a.db", stdin=UNKNOWN.encode())

    assert outcome.code == 0
    assert "a page whose layout is not known: 'On day 1 of May' and the like" in outcome.out + outcome.err


@pytest.mark.parametrize("text", [PAGE, "Good.\nGood.\nGood.\n", "1. Good.\n2. Bad, I think.\n3. Fine.\n"])
def test_a_page_that_is_known_and_prose_are_not_told_of(run: Run, tmp_path: Path, text: str) -> None:
    outcome = run("import", "-", "--corpus", tmp_path / "a.db", stdin=text.encode())

    assert "layout" not in outcome.out + outcome.err


def test_a_rule_of_one_s_own_is_not_warned_about(run: Run, tmp_path: Path) -> None:
    asked = ("import", "-", "--split", "Answer", "--corpus", tmp_path / "a.db")

    assert "layout" not in run(*asked, stdin=UNKNOWN.encode()).out
