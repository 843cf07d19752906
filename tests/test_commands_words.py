import json
from pathlib import Path

import pytest

from reviewcli.opening import open_database
from tests.conftest import MakeCorpus, Run


def numbers(run: Run, *query: str) -> list[int]:
    return [review["number"] for review in json.loads(run("list", *query, "--format", "json").out)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Zinoviev", [2]),
        ("Lenin", [1, 2, 4, 5, 7, 8]),
        ('"Left Opposition"', [1]),
        ("Rosmer", [1, 2, 3, 4, 5, 7, 8]),
        ("Rosermer", [8]),
        ("Rosermer~", [1, 2, 3, 4, 7, 8]),
        ("Τρότσκι", [1, 2, 4, 5, 7, 8]),
        ("τροτσκι", [1, 2, 4, 5, 7, 8]),
        ("ΤΡΟΤΣΚΙ", [1, 2, 4, 5, 7, 8]),
        ("trotsky", [1, 2, 4, 5, 7, 8]),
        ("Троцкий", [1, 2, 4, 5, 7, 8]),
        ("syndicalist", [1, 2, 4, 8]),
        ("syndicalists", [1, 2, 4, 8]),
        ("hors d'oeuvres", [7]),
        ("hors d’œuvres", [7]),
        ("Polibureau", [2]),
    ],
)
def test_the_bundled_reviews_are_found_by_the_right_words(run: Run, query: str, expected: list[int]) -> None:
    assert numbers(run, query) == expected


REVIEWS = {
    "zh": "这本书讲述了俄国革命的历史，列宁和托洛茨基都在其中，写得很好。",
    "ja": "この本はロシア革命の歴史を詳しく描いていて、とても面白かったです。",
    "ko": "이 책은 러시아 혁명의 역사를 다루고 있으며 레닌에 대한 이야기가 많습니다.",
    "th": "หนังสือเล่มนี้เล่าเรื่องการปฏิวัติรัสเซียได้อย่างน่าสนใจมาก",
    "ru": "Книга о революции и о встречах с Лениным, написанная очевидцем событий.",
}


@pytest.mark.parametrize(
    ("query", "languages"),
    [
        ("革命", ["zh", "ja"]),
        ("ロシア", ["ja"]),
        ("列宁", ["zh"]),
        ("宁列", []),
        ("혁명", ["ko"]),
        ("역사", ["ko"]),
        ("러시*", ["ko"]),
        ("การปฏิวัติ", ["th"]),
        ("รัสเซีย", ["th"]),
        ("ปฏิรูป", []),
        ("Lenin", ["ko", "ru"]),
        ("Ленин", ["ko", "ru"]),
        ("революция", ["ru"]),
    ],
)
def test_texts_without_spaces_and_in_any_script_are_found(
    run: Run, path: Path, query: str, languages: list[str]
) -> None:
    text = "\n---\n".join(REVIEWS.values())
    run("import", "-", "--corpus", path, stdin=text.encode())

    found = run("list", query, "--corpus", path, "--format", "jsonl").out.splitlines()

    assert [json.loads(line)["language"] for line in found] == languages


@pytest.mark.parametrize("verb", ["search", "list", "count"])
@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("Rosermer", "Did you mean Rosmer?"),
        ("Zinovev", "Did you mean Zinoviev?"),
        ("lenim trotzky", "Did you mean Lenin, not lenim?\nDid you mean Trotsky, not trotzky?"),
        ("Zinoviev", ""),
        ("xyzzy", ""),
        ("Rosermer~", ""),
        ('"Rosermer"', ""),
        ("zinoviev -rosermer", ""),
        ("lang:fr", ""),
        ("", ""),
    ],
)
def test_another_spelling_is_proposed_where_hardly_a_review_answers(
    run: Run, verb: str, query: str, asked: str
) -> None:
    run("count")
    if verb == "search" and not query:
        return

    told = [line for line in run(verb, query).err.splitlines() if line.startswith("Did")]

    assert "\n".join(told) == asked


def test_a_proposal_is_talk_and_no_result(run: Run) -> None:
    assert run("list", "Rosrmer", "--format", "json").out == "[]\n"
    assert run("list", "Rosrmer", "--quiet").err == ""


def test_a_proposal_is_written_as_the_reviews_write_it_and_safe_to_show(run: Run, path: Path) -> None:
    run("import", "-", "--corpus", path, stdin="Μια ταινία του Κουροσά\u202eβα και άλλα πολλά.".encode())

    assert run("count", "κουρωσαβα", "--corpus", path).err == "Did you mean Κουροσά<U+202E>βα?\n"


def test_a_passage_shows_the_title_where_that_alone_answers(run: Run, path: Path) -> None:
    run("import", "-", "--corpus", path, stdin=b"Dry, but honest.")
    with open_database(path) as database:
        database.table("reviews").update({"title": "Lenin’s Moscow"})

    shown = run("search", "lenin", "--format", "table", "--corpus", path).out

    assert "Lenin’s Moscow: Dry, but honest." in shown


@pytest.mark.parametrize("query", ["Rosermer", "zinovev OR trotzky", "internationl", "moscwo", "xyzzy"])
def test_the_kind_of_file_says_nothing_about_what_is_proposed(
    run: Run, make_corpus: MakeCorpus, query: str
) -> None:
    run("count")
    reviews = json.loads(run("list", "--format", "json").out)

    proposed = make_corpus(*(review["text"].replace("\n", " ") for review in reviews)).respellings(query)

    asked = [
        line.removeprefix("Did you mean ").split("?")[0] for line in run("count", query).err.splitlines()
    ]
    assert [one.better for one in proposed] == [better.split(",")[0] for better in asked]
