"""Parts to train and to test with have each label in proportion, and share no text."""

from collections import Counter
from dataclasses import replace

from hypothesis import given as holds_for
from hypothesis import strategies as st

from reviewcli.model import Boundary, Review, Span
from reviewcli.parting import divide, families_of
from tests.exported import given

THREE = {"train": 80, "validation": 10, "test": 10}


def review(number: int, text: str, label: str = "", **fields: object) -> Review:
    made = Review(
        number=number,
        key=f"{number}",
        text=text,
        source="a.txt",
        span=Span(100 * number, 100 * number + 99),
        annotations=(given(label, "ada"),) if label else (),
    )
    return replace(made, **fields)  # type: ignore[arg-type]  # any field may be given


def different(number: int) -> str:
    return " ".join(f"{word}{number}" for word in ("alpha", "beta", "gamma", "delta"))


def test_each_part_has_its_share_of_every_label() -> None:
    labels = ["positive"] * 100 + ["critical"] * 50 + ["mixed"] * 10 + [""] * 40
    reviews = [review(at, different(at), label) for at, label in enumerate(labels, start=1)]

    division = divide(reviews, THREE, seed=0)

    found = Counter((division.part_of[one.number], *one.labels) for one in reviews)
    assert found == {
        ("train", "positive"): 80,
        ("validation", "positive"): 10,
        ("test", "positive"): 10,
        ("train", "critical"): 40,
        ("validation", "critical"): 5,
        ("test", "critical"): 5,
        ("train", "mixed"): 8,
        ("validation", "mixed"): 1,
        ("test", "mixed"): 1,
        ("train",): 32,
        ("validation",): 4,
        ("test",): 4,
    }
    assert division.groups == 0


def test_the_seed_decides_and_decides_the_same_again() -> None:
    reviews = [review(at, different(at)) for at in range(1, 100)]

    first, again, other = (divide(reviews, THREE, seed=seed).part_of for seed in (1, 1, 2))

    assert first == again
    assert first != other


def test_what_belongs_together_stays_together() -> None:
    alone = [review(at, different(at)) for at in range(1, 31)]
    doubt = Boundary(0.5, ("short_after",))
    halves = [review(31, "It is fine", after=doubt), review(32, "But late", before=doubt)]
    by_one = [review(at, different(at), author="Zoë", item="B1") for at in (40, 41)]
    alike = [review(at, f"one two three four five six seven eight {at}") for at in (50, 51, 52)]
    elsewhere = [review(33, "Other", source="b.txt")]

    for seed in range(10):
        division = divide([*alone, *halves, *by_one, *alike, *elsewhere], {"train": 1, "test": 1}, seed)
        for group in ([31, 32], [40, 41], [50, 51, 52]):
            assert len({division.part_of[number] for number in group}) == 1
        assert (division.kept_together, division.groups) == (7, 3)
        assert len(division.part_of) == 38


@holds_for(
    st.lists(st.sampled_from(["positive", "critical", ""]), max_size=40),
    st.lists(st.integers(0, 5), max_size=40),
    st.integers(0, 99),
)
def test_every_review_is_in_one_part_and_no_text_in_two(
    labels: list[str], texts: list[int], seed: int
) -> None:
    pairs = zip(labels, texts, strict=False)
    reviews = [review(at, different(text), label) for at, (label, text) in enumerate(pairs, start=1)]

    division = divide(reviews, THREE, seed)

    assert set(division.part_of) == {one.number for one in reviews}
    parts_of_text: dict[str, set[str]] = {}
    for one in reviews:
        parts_of_text.setdefault(one.text, set()).add(division.part_of[one.number])
    assert all(len(parts) == 1 for parts in parts_of_text.values())


@holds_for(st.integers(1, 30), st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=30))
def test_families_hold_each_once_and_all_that_is_linked(count: int, links: list[tuple[int, int]]) -> None:
    links = [(one % count, other % count) for one, other in links]

    families = families_of(count, links)

    where = {at: place for place, family in enumerate(families) for at in family}
    assert sorted(at for family in families for at in family) == list(range(count))
    assert all(where[one] == where[other] for one, other in links)
    assert len(families) >= count - len(links)
