"""Texts that say nearly the same are found, whatever the order, and in time that grows with their number."""

import random
import time
from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviewcli.duplicates import ALIKE, Pair, near_duplicates
from reviewcli.text import words

VOCABULARY = [f"word{number}" for number in range(5000)]
WEIGHTS = list(accumulate(1 / rank for rank in range(1, 5001)))


def made_up(chance: random.Random, length: int) -> list[str]:
    return chance.choices(VOCABULARY, cum_weights=WEIGHTS, k=length)


def edited(text: list[str], chance: random.Random) -> list[str]:
    """Change, insert or delete 4 % of the words, one at least."""
    found = list(text)
    for _ in range(max(1, round(0.04 * len(found)))):
        at = chance.randrange(len(found))
        found[at : at + chance.choice([0, 1, 1])] = chance.choice([[], [chance.choice(VOCABULARY)]])
    return found


def likeness(one: str, other: str) -> float:
    """Say how alike two texts are, as the definition has it."""
    pairs = []
    for text in (one, other):
        found = ["", *words(text), ""]
        pairs.append(set(pairwise(found)) if len(found) > 2 else set())
    return len(pairs[0] & pairs[1]) / len(pairs[0] | pairs[1]) if pairs[0] and pairs[1] else 0.0


def test_texts_with_four_words_in_a_hundred_edited_are_found() -> None:
    chance = random.Random(1)
    texts = [made_up(chance, chance.randint(8, 150)) for _ in range(1000)]
    copies = {at: edited(texts[at], chance) for at in chance.sample(range(1000), 200)}

    found = {(one.first, one.second) for one in near_duplicates(map(" ".join, [*texts, *copies.values()]))}

    wanted = {(at, 1000 + place) for place, at in enumerate(copies)}
    assert len(wanted & found) >= 0.99 * len(wanted)
    assert len(found - wanted) <= 2


def test_case_accents_and_marks_make_no_difference() -> None:
    texts = ["Ένα καλό βιβλίο, πράγματι!", "Other words here.", "ενα ΚΑΛΟ βιβλιο — πραγματι"]

    assert list(near_duplicates(texts)) == [Pair(0, 2, 1.0)]


def test_texts_without_words_are_like_nothing() -> None:
    assert list(near_duplicates(["", "…", "", "!"])) == []


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=7).map(" ".join), max_size=12))
def test_every_pair_that_is_alike_is_found(texts: list[str]) -> None:
    found = {(one.first, one.second): one.likeness for one in near_duplicates(texts)}

    firsts = [at for at, text in enumerate(texts) if words(text) and text not in texts[:at]]
    wanted = {
        (one, other): likeness(texts[one], texts[other])
        for one in firsts
        for other in firsts
        if one < other and likeness(texts[one], texts[other]) >= ALIKE
    }
    assert {pair: alike for pair, alike in found.items() if pair in wanted} == wanted
    assert all(alike >= ALIKE for alike in found.values())


def test_a_crowd_of_likes_costs_no_more_than_its_number() -> None:
    taken = []
    for count in (500, 4000):
        start = time.process_time()
        texts = (f"great product would buy again number {number}" for number in range(count))
        assert sum(1 for _ in near_duplicates(texts)) < 64 * count
        taken.append(time.process_time() - start)

    assert taken[1] < 40 * max(taken[0], 0.01)
