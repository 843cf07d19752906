"""Tests of pages as they come out of a browser, printed from what sites show and not from our patterns."""

import pytest

from tests.copied.copying import MANNERS, copy
from tests.copied.figures import measure
from tests.copied.sites import SITES

PAGES = 3


@pytest.mark.parametrize("name", SITES)
def test_copied_pages_are_cut_and_read_in_whatever_manner_they_are_copied(name: str) -> None:
    site = SITES[name]

    whole = [manner for manner in MANNERS.values() if not manner.torn]

    told = measure((copy(site, manner, seed) for manner in whole for seed in range(PAGES)), site.fields)

    assert (told.precision, told.recall, told.texts) == (1, 1, 1), told.wrong[:3]
    assert told.fields >= 0.99, told.wrong[:3]


@pytest.mark.parametrize("name", SITES)
def test_a_selection_torn_at_both_ends_loses_no_review_between_them(name: str) -> None:
    site = SITES[name]

    told = measure((copy(site, MANNERS["torn"], seed) for seed in range(PAGES)), site.fields)

    assert told.fields >= 0.99, told.wrong[:3]
    assert told.true - told.both <= 2 * PAGES, told.wrong[:3]
