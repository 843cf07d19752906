import json
from pathlib import Path

import pytest

from tests.conftest import Run


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
