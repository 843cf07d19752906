"""A label is found by what a person types, or refused with the nearest and the way to add it."""

import pytest

from reviewcli.errors import NotFoundError, UsageError
from reviewcli.labels import STARTING_SCHEME, Label, find_label, new_label


@pytest.mark.parametrize("typed", ["critical", "CRITICAL", " critical ", "crítical", "negative", "Negative"])
def test_a_label_is_found_however_it_is_written(typed: str) -> None:
    assert find_label(typed, STARTING_SCHEME) == Label("critical", "sentiment")


def test_an_unknown_label_is_answered_with_the_nearest_and_the_way_to_add_it() -> None:
    with pytest.raises(NotFoundError, match="positive, mixed, critical, neutral") as caught:
        find_label("critcal", STARTING_SCHEME)

    assert caught.value.hint.startswith("Did you mean 'critical'?")
    assert "--new" in caught.value.hint


def test_a_label_unlike_any_other_is_answered_without_a_guess() -> None:
    with pytest.raises(NotFoundError) as caught:
        find_label("zzz", STARTING_SCHEME)

    assert "Did you mean" not in caught.value.hint


def test_a_new_label_keeps_its_letters() -> None:
    assert new_label(" Ειρωνικό ") == Label("ειρωνικό", "")


@pytest.mark.parametrize("typed", ["", "3", "a b", "-x", "a\x1b[2J", "a" * 41, "tag:x"])
def test_a_word_that_cannot_be_a_label_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="cannot be a label"):
        new_label(typed)
