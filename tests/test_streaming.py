"""At once or in pieces, a text gives the same reviews, and no more of it is held than is needed."""

import time
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewcli.importing import read_drafts
from reviewcli.recognising import Draft
from reviewcli.sources.plaintext import Source
from reviewcli.split import stretches as windows
from reviewcli.split.decisions import Decision, Decisions, fingerprint_of
from reviewcli.split.paragraphs import Paragraphs, read_paragraphs
from reviewcli.split.rules import Cutting, split_by
from reviewcli.split.stretches import stretches
from reviewcli.split.structure import pages
from reviewcli.split.structure.recognise import structured_segments
from tests.conftest import MakeCorpus
from tests.pages import LAYOUTS, render
from tests.test_split import TEXTS

RULES = [
    Cutting(),
    Cutting("paragraph"),
    Cutting("blank"),
    Cutting("none"),
    Cutting("[*] .*"),
    Cutting(expect=2),
]


def in_pieces(text: str, cuts: list[int]) -> list[str]:
    ends = sorted({min(cut, len(text)) for cut in cuts})
    return [text[start:end] for start, end in pairwise([0, *ends, len(text)])]


@pytest.mark.parametrize("cutting", RULES, ids=str)
@settings(max_examples=30)
@given(text=TEXTS, cuts=st.lists(st.integers(0, 200)))
def test_a_text_in_pieces_gives_the_segments_of_the_whole(
    text: str, cuts: list[int], cutting: Cutting
) -> None:
    if cutting.expect and len(read_paragraphs(text)) < cutting.expect:
        text = f"One.\nTwo.\n{text}"
    decisions = Decisions(fingerprint_of(text), (Decision(1, boundary=True, by="ada"),))

    whole = list(split_by(text, cutting, decisions))

    assert list(split_by(in_pieces(text, cuts), cutting, decisions)) == whole
    assert list(split_by(list(text), cutting, decisions)) == whole


@given(text=TEXTS, cuts=st.lists(st.integers(0, 200)))
def test_every_line_of_a_review_stands_where_its_place_says(text: str, cuts: list[int]) -> None:
    content = in_pieces(f"A word.\n{text}", cuts)

    drafts = list(read_drafts(Source("a.txt", None, "", content), Cutting("blank")))

    whole = "".join(content)
    for draft in drafts:
        assert [whole[start:end] for start, end in draft.places] == draft.review.text.split("\n")
        assert (draft.places[0][0], draft.places[-1][1]) == (draft.review.span.start, draft.review.span.end)


@pytest.mark.parametrize("count", [0, 1, 2, 5, 6, 11, 30])
def test_every_gap_is_in_one_stretch_with_its_neighbours(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "STRETCH", 5)
    monkeypatch.setattr(windows, "MARGIN", 3)
    paragraphs = read_paragraphs("\n".join(map(str, range(count))))

    found = list(stretches(iter(paragraphs)))

    starts = range(1, count, 5)
    assert [one.paragraphs for one in found] == [paragraphs[max(0, at - 4) : at + 8] for at in starts]
    rights = [one.paragraphs[gap + 1] for one in found for gap in range(one.first, one.end)]
    assert rights == paragraphs[1:]


@pytest.mark.parametrize("site", LAYOUTS)
def test_a_long_page_is_cut_as_a_whole_one_in_stretches(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = render(LAYOUTS[site], 5, reviews=300).text
    whole = structured_segments(page)
    monkeypatch.setattr(pages, "STRETCH", len(page) // 3)

    found = pages.cut_pages(in_pieces(page, list(range(0, len(page), 999))))

    assert list(found or ()) == whole


def test_a_stretch_with_few_reviews_in_it_is_held_until_there_are_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = render(LAYOUTS["IMDb"], 5, reviews=20).text
    monkeypatch.setattr(pages, "STRETCH", len(page) // 4)

    found = pages.cut_pages(page)

    assert list(found or ()) == structured_segments(page)


def test_a_page_that_turns_to_prose_keeps_all_of_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    page = render(LAYOUTS["Goodreads"], 5, reviews=60).text + "\n"
    prose = "Nothing but prose.\n" * 900
    monkeypatch.setattr(pages, "STRETCH", 3_000)

    found = list(pages.cut_pages(page + prose) or ())

    assert "\n".join(one.text for one in found).count("Nothing but prose.") == 900
    assert [one.text for one in found[:40]] == [one.text for one in (structured_segments(page) or ())[:40]]


def test_only_the_beginning_tells_whether_a_text_is_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    page = render(LAYOUTS["Goodreads"], 5, reviews=20).text
    monkeypatch.setattr(pages, "STRETCH", 3_000)

    assert pages.cut_pages("Nothing but prose.\n" * 200 + page) is None
    assert pages.cut_pages("") is None


def test_what_is_left_of_a_page_may_be_text_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    page = render(LAYOUTS["Steam"], 5, reviews=20).text
    monkeypatch.setattr(pages, "STRETCH", len(page))
    monkeypatch.setattr(
        pages, "structured_segments", lambda text: structured_segments(text) if text == page else None
    )

    found = list(pages.cut_pages(page + "\n \nOne.\n\nTwo.") or ())

    assert [one.text[-9:] for one in found] == ["One.\nTwo."]
    assert found[0].fields.told == ()


class Watched:
    """A text of so many lines that notes how often it was begun and how far it was read."""

    def __init__(self, line: str, count: int) -> None:
        self._line = line
        self._count = count
        self.begun = self.read = 0

    def __iter__(self) -> Iterator[str]:
        self.begun += 1
        for _ in range(self._count):
            self.read += len(self._line)
            yield self._line


@pytest.mark.parametrize(
    ("cutting", "times"),
    [
        (Cutting(), 4),
        (Cutting("paragraph"), 2),
        (Cutting("blank"), 1),
        (Cutting("x"), 2),
        (Cutting(expect=40), 4),
    ],
    ids=str,
)
def test_a_text_is_read_a_fixed_number_of_times(cutting: Cutting, times: int) -> None:
    few, many = Watched("Good.\n", 50), Watched("Good.\n", 400)

    for text in (few, many):
        assert list(split_by(text, cutting))

    assert few.begun == many.begun == times
    assert many.read <= 8 * few.read


def test_reviews_come_before_the_rest_is_read() -> None:
    text = Watched("Good.\n\nBad.\nReally.\n\n", 10_000)

    first = next(split_by(text, Cutting("blank")))

    assert first.text == "Good."
    assert text.read < 100


def test_the_model_reads_one_stretch_ahead_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "STRETCH", 20)
    text = Watched("Un libro bueno.\nЭто книга.\n", 5_000)
    paragraphs = Paragraphs(text)
    text.read = 0

    next(iter(stretches(paragraphs)))

    assert text.read < 100 * len("Un libro bueno.\nЭто книга.\n")


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


@pytest.mark.parametrize("rule", ["model", "paragraph", "blank", "none", "x+"])
@pytest.mark.parametrize(
    "make",
    [
        lambda size: "word " * (size // 5),
        lambda size: "x" * size,
        lambda size: "\0" * size,
        lambda size: "a\0b\n" * (size // 400),
        lambda size: "one\r\ntwo\rthree\n\nfour\u2028five\u2029six\x85" * (size // 3_200),
        lambda size: "\r" * size + "x",
        lambda size: "\n" * size + "x",
        lambda size: "- " * (size // 2),
        lambda size: "word\n" * (size // 500),
    ],
    ids=[
        "one paragraph",
        "one word",
        "NULs",
        "NULs in lines",
        "all line ends",
        "returns",
        "blank",
        "marks",
        "words",
    ],
)
def test_the_time_is_in_proportion_to_the_size(make: Callable[[int], str], rule: str) -> None:
    def work(size: int) -> Callable[[], object]:
        text = make(size)
        even = [text[at : at + 1000] for at in range(0, len(text), 1000)]
        return lambda: sum(1 for _ in split_by(even, Cutting(rule)))

    few, many = seconds(work(250_000)), seconds(work(2_000_000))

    assert many < 8 * 3 * few + 0.3


def test_the_same_text_time_and_again_is_as_many_reviews(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus(*["Good."] * 3_000)

    keys = {review.key for review in corpus.reviews()}

    assert len(keys) == 3_000


def test_a_draft_is_a_review_with_the_places_of_its_lines() -> None:
    (draft,) = read_drafts(Source("a.txt", None, "", "  One.\r\nTwo."), Cutting("none"))

    assert draft == Draft(draft.review, [(2, 6), (8, 12)])
    assert next(split_by("  One.\r\nTwo.", Cutting("none"))).starts == (2, 8)
