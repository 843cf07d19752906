"""A walk through what is in doubt keeps each answer and finds its way through what it changed."""

import pytest

from reviewcli.commands.session import Session
from reviewcli.commands.walking import ask_about_all
from reviewcli.corpus import Corpus
from reviewcli.model import Review
from tests.conftest import ADA, MakeCorpus


@pytest.fixture
def corpus(make_corpus: MakeCorpus) -> Corpus:
    """A corpus with reviews of three lines (1), two (4) and one (6), all doubtful."""
    corpus = make_corpus("A.", "B.", "C.", "D.", "E.", "F.")
    corpus.merge([1, 2, 3], ADA)
    corpus.merge([4, 5], ADA)
    doubt = {"confidence": 0.6, "reasons": []}
    reviews = corpus.database.table("reviews")
    reviews.update({"after": doubt, "gaps": [[1, 0.2], [2, 0.4, "both_unstopped"]]}, doc_ids=[1])
    reviews.update({"before": doubt, "after": doubt, "gaps": [[1, 0.3]]}, doc_ids=[4])
    reviews.update({"before": doubt}, doc_ids=[6])
    return corpus


def texts(corpus: Corpus) -> dict[int, str]:
    return {review.number: review.text.replace("\n", " ") for review in corpus.reviews()}


def walk(corpus: Corpus, keys: str) -> None:
    session = Session()
    session.annotator_option = "ada"
    ask_about_all(corpus, session, iter(keys).__next__)


@pytest.mark.parametrize(
    ("keys", "expected", "left"),
    [
        ("sssss", {1: "A. B. C.", 4: "D. E.", 6: "F."}, 5),
        ("ccccc", {1: "A.", 4: "D.", 6: "F.", 7: "B.", 8: "C.", 9: "E."}, 0),
        ("jjjjj", {1: "A. B. C. D. E. F."}, 0),
        ("cjjcc", {1: "A.", 4: "B. C. D.", 6: "F.", 8: "E."}, 0),
        ("cccjj", {1: "A.", 4: "D. E. F."}, 0),
        ("ccjcj", {1: "A.", 4: "C. D.", 6: "E. F.", 7: "B."}, 0),
        ("xCq", {1: "A.", 4: "D. E.", 6: "F.", 7: "B. C."}, 4),
        ("\x1b", {1: "A. B. C.", 4: "D. E.", 6: "F."}, 5),
    ],
)
def test_every_answer_is_kept_where_it_belongs(
    corpus: Corpus, keys: str, expected: dict[int, str], left: int
) -> None:
    walk(corpus, keys)

    assert {number: texts(corpus)[number] for number in expected} == expected
    assert " ".join(texts(corpus)[one.number] for one in in_order(corpus)) == "A. B. C. D. E. F."
    assert len(corpus.open_gaps()) == left


def in_order(corpus: Corpus) -> list[Review]:
    return sorted(corpus.reviews(), key=lambda review: review.span.start)


def test_labels_that_differ_are_left_to_a_merge(corpus: Corpus, capsys: pytest.CaptureFixture[str]) -> None:
    corpus.tag([1], "positive", ADA)
    corpus.tag([4], "critical", ADA)

    walk(corpus, "ssjss")

    assert "ada gave review 1 the label positive and review 4 critical" in capsys.readouterr().err
    assert corpus.count() == 3


def test_what_another_decided_meanwhile_is_not_asked_again(corpus: Corpus) -> None:
    keys = iter("ssss")

    def next_key() -> str:
        if (1, 2) in {(gap.number, gap.after) for gap in corpus.open_gaps()}:
            corpus.hold(1, 2, ADA)
        return next(keys)

    ask_about_all(corpus, Session(), next_key)

    assert next(keys, None) is None


def test_both_sides_are_shown_by_what_is_next_to_the_gap(
    make_corpus: MakeCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = make_corpus("far " * 200 + "near", "close " + "away " * 200)
    corpus.merge([1, 2], ADA)
    corpus.database.table("reviews").update({"gaps": [[1, 0.9, "nothing_shared"]]}, doc_ids=[1])

    walk(corpus, "s")

    shown = " ".join(capsys.readouterr().out.split())
    assert "… " in shown
    assert "near" in shown
    assert "close" in shown
    assert shown.count("far") < 120
    assert "90 % likely to be a boundary; for it: no words in common" in shown
