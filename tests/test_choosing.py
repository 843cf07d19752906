"""Where annotators disagree, the rule that was asked for says whose labels go out."""

from dataclasses import replace

from hypothesis import given as holds_for
from hypothesis import strategies as st

from reviewcli.choosing import chosen, is_tied, majority
from reviewcli.model import Annotation
from tests.exported import DISAGREED, FORMULA, RIGHT_TO_LEFT, TIED, given

ANNOTATIONS = st.lists(
    st.builds(
        given, st.sampled_from(["positive", "critical", "mixed", "funny", "text"]), st.sampled_from("abcd")
    ),
    unique_by=lambda one: (one.group or one.label, one.annotator),
).map(tuple)


def labels(annotations: tuple[Annotation, ...]) -> list[tuple[str, str]]:
    return [(one.label, one.annotator) for one in annotations]


def test_all_labels_go_out_as_they_are() -> None:
    assert list(chosen([DISAGREED, TIED], "all")) == [DISAGREED, TIED]


def test_the_majority_goes_out_with_those_who_are_of_it() -> None:
    (review,) = chosen([DISAGREED], "majority")

    assert labels(review.annotations) == [("positive", "ada"), ("positive", "çem")]
    assert not is_tied(DISAGREED)


def test_of_two_labels_given_as_often_neither_goes_out() -> None:
    (review,) = chosen([TIED], "majority")

    assert review.annotations == ()
    assert is_tied(TIED)


def test_a_label_that_stands_alone_needs_more_than_half_of_those_who_labelled() -> None:
    half = (given("funny", "ada"), given("positive", "ben"))
    most = (given("funny", "ada"), given("funny", "ben"), given("positive", "çem"))

    assert labels(majority(half)) == [("positive", "ben")]
    assert labels(majority(most)) == [("funny", "ada"), ("funny", "ben"), ("positive", "çem")]
    assert is_tied(replace(FORMULA, annotations=half))
    assert not is_tied(replace(FORMULA, annotations=most))


def test_one_annotators_labels_go_out_alone() -> None:
    found = list(chosen([DISAGREED, RIGHT_TO_LEFT, FORMULA], "ben"))

    assert [labels(one.annotations) for one in found] == [[("critical", "ben")], [], []]


@holds_for(ANNOTATIONS)
def test_a_majority_is_its_own_majority_and_has_one_label_a_group(
    annotations: tuple[Annotation, ...],
) -> None:
    found = majority(annotations)

    groups = {one.group: one.label for one in found if one.group}
    assert all(groups[one.group] == one.label for one in found if one.group)
    assert set(found) <= set(annotations)
