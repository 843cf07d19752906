"""A tally counts as a counter does, and holds no text."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from reviewcli.tally import Tally

STEPS = st.lists(st.tuples(st.booleans(), st.one_of(st.text(max_size=3), st.integers(0, 400).map(str))))


@given(STEPS)
def test_it_counts_as_a_counter_does(steps: list[tuple[bool, str]]) -> None:
    tally, counter = Tally(), Counter[str]()

    for adding, text in steps:
        if adding:
            assert tally.add(text) == counter[text]
            counter[text] += 1
        else:
            assert tally.take(text) == (counter[text] > 0)
            counter[text] -= counter[text] > 0

    assert tally.total == counter.total()


def test_it_grows_with_what_it_counts_and_forgets_nothing() -> None:
    tally = Tally()

    before = [tally.add(str(number % 5_000)) for number in range(15_000)]

    assert before == [0] * 5_000 + [1] * 5_000 + [2] * 5_000
    assert all(tally.take(str(number)) for number in range(5_000))
    assert tally.total == 10_000
