"""What cannot be taken back says which change is in the way, and nothing is lost or doubled."""

import pytest

from reviewcli.errors import NotFoundError, ReviewError
from reviewcli.writing import writing
from tests.conftest import ADA, MakeCorpus, source
from tests.test_undoing import changes, state


def test_numbers_are_never_given_twice_and_those_that_are_gone_say_so(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.")

    corpus.undo(None, ADA)
    again = corpus.add_sources([source("Good.", "Bad.")], ADA)

    assert list(again[0].numbers) == [3, 4]
    with pytest.raises(NotFoundError, match=r"Review 2 is gone: change 1 was taken back by change 2\."):
        corpus.get([2])


def test_a_change_that_says_what_was_so_before_is_none(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.")
    corpus.confirm(1, 2, ADA)

    corpus.confirm(1, 2, ADA)

    assert changes(corpus) == 2


def test_an_import_that_people_worked_on_is_not_undone(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.")
    corpus.tag([2], "critical", ADA)
    before = state(corpus)

    with pytest.raises(ReviewError, match=r"change 2 \(tagged review 2 critical\) came later") as caught:
        corpus.undo(1, ADA)

    assert caught.value.hint == "Take that back first: reviewcli undo 2"
    assert state(corpus) == before


def test_a_new_change_ends_what_can_be_redone_but_by_name(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.")
    corpus.tag([1], "positive", ADA)
    corpus.undo(None, ADA)
    corpus.tag([2], "critical", ADA)

    with pytest.raises(NotFoundError, match="nothing to redo"):
        corpus.redo(None, ADA)
    corpus.redo(2, ADA)

    assert [review.labels for review in corpus.reviews()] == [("positive",), ("critical",)]


def test_a_label_that_has_a_rival_now_does_not_come_back(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.")
    corpus.tag([1], "positive", ADA)
    corpus.untag([1], None, ADA)
    corpus.tag([1], "mixed", ADA)

    with pytest.raises(ReviewError, match=r"change 4 \(tagged review 1 mixed\)"):
        corpus.undo(3, ADA)


def test_what_was_changed_without_us_is_left(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.")
    corpus.tag([1], "positive", ADA)
    corpus.database.table("annotations").update({"label": "other"}, doc_ids=[1])

    with pytest.raises(ReviewError, match="no longer as it was") as caught:
        corpus.undo(None, ADA)

    assert "without reviewcli" in caught.value.hint


@pytest.mark.parametrize(
    ("act", "change", "message", "hint"),
    [
        ("undo", 3, r"Change 3 only took back change 2", "reviewcli redo 2"),
        ("undo", 2, "Change 2 is undone already, by change 3", "reviewcli redo 2"),
        ("redo", 1, "Change 1 is not undone", "history"),
        ("undo", 9, "There is no change 9; they are 1 to 3", "history"),
    ],
)
def test_what_cannot_be_undone_or_redone_is_refused_with_a_way_on(
    make_corpus: MakeCorpus, act: str, change: int, message: str, hint: str
) -> None:
    corpus = make_corpus("Good.", "Bad.")
    corpus.tag([1], "positive", ADA)
    corpus.undo(None, ADA)

    with pytest.raises(ReviewError, match=message) as caught:
        getattr(corpus, act)(change, ADA)

    assert hint in caught.value.hint


def test_a_dry_run_of_an_undo_changes_nothing(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.")
    before = state(corpus), changes(corpus)

    planned = corpus.undo(None, ADA, dry_run=True)

    assert planned.about == [[1, 2]]
    assert (state(corpus), changes(corpus)) == before


def test_a_corpus_from_before_there_was_undo_is_undone_too(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.")
    corpus.tag([1, 2], "positive", ADA)
    corpus.merge([1, 2], ADA)
    told = [(one.did, one.about, dict(one.touched)) for one in corpus.history().entries()]
    corpus.database.drop_table("history")

    assert [(one.did, one.about, dict(one.touched)) for one in corpus.history().entries()] == told
    for _ in range(3):
        corpus.undo(None, ADA)

    assert set(state(corpus)) == {"labels"}
    assert [one.did for one in corpus.history().entries()][-1] == "imported 2 reviews from page.txt"


def test_what_others_need_is_not_taken_away(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.", "Fine.")
    corpus.tag([1], "funny", ADA, new=True)
    corpus.tag([2], "funny", ADA)
    with writing(corpus.database, ADA) as writer:
        writer.add("notes", {"review": 3, "text": "Hm."})

    with pytest.raises(ReviewError, match=r"change 3 \(tagged review 2 funny\)"):
        corpus.undo(2, ADA)
    corpus.undo(3, ADA)
    corpus.undo(2, ADA)
    with pytest.raises(ReviewError, match=r"change 4 \(wrote a note on review 3\)"):
        corpus.undo(1, ADA)


def test_what_came_back_by_another_way_is_not_doubled(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.")
    corpus.tag([1], "funny", ADA, new=True)
    corpus.undo(None, ADA)
    corpus.tag([2], "funny", ADA, new=True)

    with pytest.raises(ReviewError, match=r"change 4 \(added the label funny; tagged review 2 funny\)"):
        corpus.redo(2, ADA)
    corpus.undo(4, ADA)
    corpus.undo(1, ADA)
    corpus.add_sources([source("Good.", "Bad.")], ADA)

    with pytest.raises(ReviewError, match=r"change 7 \(imported 2 reviews from page.txt\)"):
        corpus.redo(1, ADA)


def test_what_lacks_its_review_or_label_says_what_to_do_again_first(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.")
    corpus.tag([1], "funny", ADA, new=True)
    corpus.tag([2], "funny", ADA)
    corpus.untag([2], None, ADA)
    corpus.undo(2, ADA)

    with pytest.raises(ReviewError, match="no longer as it was") as lacking:
        corpus.undo(4, ADA)
    corpus.redo(2, ADA)
    for _ in range(4):
        corpus.undo(None, ADA)
    with pytest.raises(ReviewError) as without:
        corpus.redo(3, ADA)

    assert lacking.value.hint.endswith("reviewcli redo 2")
    assert without.value.hint.endswith("reviewcli redo 1")


def test_reviews_that_were_taken_out_of_the_file_do_not_come_back_in_part(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("Good.", "Bad.", "Fine.")
    corpus.undo(None, ADA)
    corpus.database.table("set_aside").remove(doc_ids=[3])

    with pytest.raises(ReviewError, match="no longer as it was"):
        corpus.redo(None, ADA)

    assert corpus.count() == 0
