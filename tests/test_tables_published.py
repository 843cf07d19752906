"""Every field of a file is read as its publisher means it."""

from pathlib import Path
from typing import Any

import pytest

from reviewcli.model import Review
from reviewcli.planning import Said, plan_for, previewed
from reviewcli.sources.archives import read_sources
from tests.conftest import Run
from tests.publishers import FILES

OLD_COAT = {
    "text": "Fits.\nKeeps warm & dry.", "title": "Good coat", "author": 'Jo "the" Reader', "rating": 4.0,
    "rating_scale": 5.0, "date": "2011-06-21", "item": "B01", "language": "en",
}  # fmt: skip
FED = {
    "text": "Does what it says", "title": "Nice", "author": "Lee", "rating": 4.0, "rating_scale": 5.0,
    "date": "2024-05-06T07:08:09-07:00", "helpful": 2, "language": "en",
}  # fmt: skip
LIBRARY: list[dict[str, Any]] = [
    {"text": 'Slow, but "warm".\nThe end is great & a <3 b.', "rating": 4.0, "rating_scale": 5.0,
     "date": "2021-03-09", "item": "A Road, Once", "language": "en"},
    {"text": "ספר נפלא 🙂\nשורה שנייה", "date": "2020-12-31", "item": "שלום", "language": "he"},
]  # fmt: skip
MEANT: dict[str, list[dict[str, Any]]] = {
    "goodreads_library_export.csv": LIBRARY,
    "goodreads_old.csv": LIBRARY,
    "storygraph.csv": [
        {"text": "Sharp.\nThen it breaks,\ntwice.", "rating": 3.75, "rating_scale": 5.0, "date": "2022-05-30",
         "item": "Glass", "language": "en"},
    ],
    "ucsd.jsonl": [
        {"text": "Could not finish it.", "author": "u1", "date": "2009-11-17T11:37:35-08:00", "item": "b1",
         "helpful": 3, "language": "en"},
    ],
    "amazon2014.jsonl": [{**OLD_COAT, "helpful": 2}],
    "amazon2018.json": [
        {**OLD_COAT, "helpful": 1024, "verified": True}, {**OLD_COAT, "verified": False},
    ],
    "amazon2023.jsonl": [
        {"text": "Broke.\nGot another.", "title": "So so", "author": "AE1", "rating": 3.0, "rating_scale": 5.0,
         "date": "2020-05-05T14:08:48Z", "item": "B03", "helpful": 0, "verified": True, "language": "en"},
    ],
    "yelp_review.json": [
        {"text": "Cold soup\nand colder staff", "author": "u", "rating": 2.0, "rating_scale": 5.0,
         "date": "2018-07-07T22:09:11", "item": "b", "helpful": 4, "language": "en"},
    ],
    "play.csv": [
        {"text": 'Trava muito,\nmas é "bonito"', "title": "Hmm", "rating": 2.0, "rating_scale": 5.0,
         "date": "2023-02-01T07:08:09Z", "item": "org.example.app", "language": "pt"},
        {"text": "=Crashes at once", "rating": 1.0, "rating_scale": 5.0, "date": "2023-02-03T10:00:00Z",
         "item": "org.example.app", "language": "en"},
    ],
    "play_scraper.json": [
        {"text": "رائع جدا 🎉", "author": "Noor", "rating": 5.0, "rating_scale": 5.0,
         "date": "2024-01-31T05:06:07", "helpful": 7, "language": "ar"},
    ],
    "connect.json": [
        {"text": "Will not open.", "title": "No", "author": "kay", "rating": 1.0, "rating_scale": 5.0,
         "date": "2024-03-04T05:06:07-07:00", "language": "en"},
    ],
    "feed.json": [FED, FED],
    "feed_single.json": [FED],
    "scraper.csv": [
        {"text": "Love it", "title": "Yes", "author": "max", "rating": 5.0, "rating_scale": 5.0,
         "date": "2021-12-11T10:09:08", "language": "en"},
    ],
    "steam.json": [
        {"text": "Gut\nSehr gut hier [3/5]", "author": "7656", "recommended": True, "helpful": 12,
         "verified": False, "date": "2020-09-13T12:26:40Z", "language": "de"},
        {"text": "nein", "author": "7656", "recommended": False, "helpful": 0, "verified": False,
         "date": "2020-09-13T12:26:40Z", "language": "de"},
    ],
    "steam.csv": [
        {"text": "fun", "author": "7656", "recommended": True, "helpful": 3, "verified": True,
         "date": "2020-09-13T12:26:40Z", "language": "en"},
    ],
    "imdb.csv": [
        {"text": "A bore.\nTwice over.", "language": "en"}, {"text": "A joy, 'truly'", "language": "en"},
    ],
    "letterboxd.csv": [
        {"text": "Wet, and\nlong", "rating": 0.5, "rating_scale": 5.0, "date": "2020-10-11", "item": "Rain",
         "language": "en"},
        {"text": 'Fine "cold" film', "date": "2020-10-12", "item": "Snow", "language": "en"},
    ],
}  # fmt: skip
FIELDS = (
    *("text", "title", "author", "rating", "rating_scale", "date", "item", "helpful", "verified"),
    *("recommended", "language"),
)


def first_of(path: Path) -> list[tuple[Review, Said]]:
    (source,) = read_sources(str(path), lambda *_: None, lambda _: None)
    return previewed(source, plan_for(source), 10).reviews


def told(review: Review) -> dict[str, Any]:
    """The fields that a review has."""
    values = ((name, getattr(review, name)) for name in FIELDS)
    return {name: value for name, value in values if value is not None}


@pytest.mark.parametrize("name", FILES)
def test_every_field_is_as_the_publisher_means_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])

    read = first_of(tmp_path / name)

    assert [told(review) for review, _ in read] == MEANT[name]


@pytest.mark.parametrize("name", FILES)
def test_the_same_file_twice_adds_nothing(run: Run, path: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    assert run("import", tmp_path / name, "--corpus", path).code == 0
    before = run("list", "--corpus", path, "--format", "json").out

    again = run("import", tmp_path / name, "--corpus", path)

    assert again.code == 0
    assert f"{name}: 0 new reviews, {len(MEANT[name])} already there" in again.out
    assert run("list", "--corpus", path, "--format", "json").out == before
    assert run("check", "--corpus", path).code == 0


def test_private_notes_and_labels_come_along(tmp_path: Path) -> None:
    for name in ("goodreads_library_export.csv", "imdb.csv"):
        (tmp_path / name).write_bytes(FILES[name])

    notes = [said.notes for _, said in first_of(tmp_path / "goodreads_library_export.csv")]
    labels = [[one.label for one in said.labels] for _, said in first_of(tmp_path / "imdb.csv")]

    assert notes == [("Lent to Kim",), ()]
    assert labels == [["negative"], ["positive"]]


def test_a_review_is_the_same_in_every_export_that_has_its_id(run: Run, path: Path, tmp_path: Path) -> None:
    for name in ("feed.json", "feed_single.json"):
        (tmp_path / name).write_bytes(FILES[name])

    outcome = run("import", tmp_path / "feed.json", tmp_path / "feed_single.json", "--corpus", path)

    assert "feed_single.json: 0 new reviews, 1 already there" in outcome.out


def test_libraries_of_two_members_are_kept_apart(run: Run, path: Path, tmp_path: Path) -> None:
    data = FILES["goodreads_library_export.csv"]
    (tmp_path / "ada.csv").write_bytes(data)
    (tmp_path / "ben.csv").write_bytes(data.replace(b"Slow", b"Fast"))

    outcome = run("import", tmp_path / "ada.csv", tmp_path / "ben.csv", "--corpus", path)

    assert "ben.csv: 2 new reviews" in outcome.out


def test_ratings_without_reviews_are_said_to_be_that(run: Run, path: Path, tmp_path: Path) -> None:
    (tmp_path / "ratings.csv").write_text("Const,Your Rating,Date Rated,Title\ntt1,8,2020-01-01,Rain\n")

    outcome = run("import", tmp_path / "ratings.csv", "--corpus", path)

    assert outcome.code == 1
    assert "IMDb exports ratings without the text of reviews" in outcome.err
