"""Tests of the trained model of boundaries: its laws, its file, its trees and how it bears odd input."""

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.split.boundary.context import ONE, score_rows, second_rows
from reviewcli.split.boundary.forest import Forest, Node, Tree
from reviewcli.split.boundary.matter import BACKGROUND_ROWS, matter_rows
from reviewcli.split.boundary.predict import boundary_probabilities
from reviewcli.split.boundary.reading import read
from reviewcli.split.boundary.storage import MAGIC, WEIGHTS, load_model, pack, unfold, unpack
from reviewcli.split.boundary.tokens import DEEPEST, read_ends
from reviewcli.split.paragraphs import Paragraph, read_paragraphs
from tests.proportion import in_proportion

LINES = st.lists(
    st.one_of(
        st.text(min_size=1, max_size=40),
        st.sampled_from(
            [
                "I bought this last year and love it.",
                "However, the handle broke.",
                "1) It is light.",
                "Это отличная игра.",
                "这本书很好，我很喜欢。",
                "Το βιβλίο είναι πολύ καλό.",
                "---",
                "\x00",
                "\ud800",
            ]
        ),
    ),
    max_size=12,
)
TREES = st.lists(st.lists(st.integers(-50, 50), min_size=1, max_size=63), min_size=1, max_size=4)


@given(LINES)
def test_every_gap_has_one_probability(lines: list[str]) -> None:
    paragraphs = read_paragraphs("\n".join(lines))

    probabilities = boundary_probabilities(paragraphs)

    assert len(probabilities) == max(0, len(paragraphs) - 1)
    assert all(0 <= probability <= 1 for probability in probabilities)


@given(LINES)
def test_weighing_twice_gives_the_same(lines: list[str]) -> None:
    paragraphs = read_paragraphs("\n".join(lines))

    first = boundary_probabilities(paragraphs)

    assert boundary_probabilities(paragraphs) == first


def test_the_seed_of_hashing_changes_nothing() -> None:
    program = (
        "from reviewcli.split.boundary.predict import boundary_probabilities as weigh\n"
        "from reviewcli.split.paragraphs import read_paragraphs\n"
        "print(weigh(read_paragraphs('''A lovely lamp.\\nBut the switch broke.\\nGute Lampe!''')))"
    )

    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[1] / "src")},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }

    assert len(said) == 1


def test_the_language_that_changes_is_a_boundary_and_a_numbered_list_is_none() -> None:
    text = (
        "Two reasons to read it:\n1) It is short and to the point.\n2) It is cheap.\nХорошая книга, советую."
    )

    first, second, third = boundary_probabilities(read_paragraphs(text))

    assert max(first, second) < 0.3
    assert third > 0.7


@pytest.mark.parametrize(
    ("opening", "going_on", "other"),
    [
        (
            "Compré este libro el año pasado y me ha encantado.",
            "Sin embargo, el final me pareció demasiado largo.",
            "Muy recomendable. Lo leí en dos días, una novela excelente.",
        ),
        (
            "J'ai acheté ce jeu le mois dernier et je ne regrette pas.",
            "Par contre, la bande-son est vraiment décevante.",
            "Un excellent jeu, je le recommande à tous les joueurs !",
        ),
        (
            "Ich habe dieses Spiel letzte Woche gekauft und bin begeistert.",
            "Allerdings ist die Steuerung manchmal etwas schwierig.",
            "Ein tolles Spiel, kann ich nur empfehlen. 10/10",
        ),
        (
            "Купил эту игру на распродаже и не пожалел.",
            "Однако управление могло бы быть удобнее.",
            "Отличная игра, всем советую! 10/10",
        ),
        (
            "这款游戏我玩了一百多个小时，非常好玩。",
            "但是，后期的内容有一点重复。",
            "垃圾游戏，不推荐大家购买。",
        ),
    ],
)
def test_a_new_opening_is_likelier_a_boundary_than_going_on(opening: str, going_on: str, other: str) -> None:
    inside, between = boundary_probabilities(read_paragraphs(f"{opening}\n{going_on}\n{other}"))

    assert inside < between


def test_tokens_suit_the_script_and_numbers_count_by_their_digits() -> None:
    assert len(read_ends("好书。").head) == 3
    assert read_ends("Don’t stop 12").head == read_ends("don't stop 99").head
    assert read_ends("\x00 \ud800").last_word == 0


def test_only_the_two_ends_of_a_long_paragraph_are_looked_at() -> None:
    long = read_ends("start " * 100_000 + "middle " * 100_000 + "end " * 100_000)

    assert len(long.head) == len(long.tail) == DEEPEST
    assert len({*long.head, *long.tail}) == 2


def test_a_paragraph_of_ten_megabytes_takes_no_time() -> None:
    def read(words: int) -> list[float]:
        return list(boundary_probabilities(read_paragraphs("word " * words + "\nA lovely lamp.")))

    assert len(read(2_000_000)) == 1
    assert in_proportion(read, 50_000)


def test_a_long_text_is_read_in_stretches_without_a_seam() -> None:
    lines = ["I love this lamp, it is bright.", "However, the switch broke.", "Gute Lampe, sehr hell!"]
    paragraphs = read_paragraphs("\n".join(lines * 1_400))

    probabilities = boundary_probabilities(paragraphs)

    assert len(probabilities) == len(paragraphs) - 1
    assert probabilities[1_998:2_001] == pytest.approx(probabilities[1_497:1_500], abs=0.1)


def test_two_paragraphs_are_the_fewest_that_are_read() -> None:
    paragraphs = [Paragraph(("Good.",), read_paragraphs("Good.")[0].span)]

    assert boundary_probabilities(paragraphs) == boundary_probabilities([]) == []


def test_rows_of_all_gaps_are_of_one_length() -> None:
    reading = read(read_paragraphs("a\nb c\n\x00\n---\nКнига"), bytes(BACKGROUND_ROWS))
    scores = [(at, 0, 1, 2, 3, 4, 5, 6) for at in range(4)]

    learnt = score_rows(scores, [1, 2, 3])
    context = second_rows(reading.plain, [0, ONE // 2, ONE], reading.sizes)

    for rows in (reading.plain, learnt, context):
        assert len(rows) == 3
        assert len({len(row) for row in rows}) == 1
    assert reading.cuts == [False, False, True]


def test_the_weights_are_whole_and_under_a_megabyte() -> None:
    data = WEIGHTS.read_bytes()

    learnt = unpack(data)

    assert data.startswith(MAGIC)
    assert len(data) < 1_000_000
    assert all(any(table) for table in learnt.tables)
    assert min(len(learnt.first), len(learnt.second)) >= 100


def test_the_weights_ask_for_no_column_that_the_rows_lack() -> None:
    learnt = unpack(WEIGHTS.read_bytes())
    reading = read(read_paragraphs("a\nb"), learnt.background)
    first = len(reading.plain[0]) + len(score_rows([(0,) * 8] * 2, [0])[0])
    second = first + len(second_rows(reading.plain, [0], reading.sizes)[0])

    for trees, width in ((learnt.first, first), (learnt.second, second)):
        assert max(node.column for tree in trees for node in tree.nodes) < width


def test_the_weights_are_read_once() -> None:
    assert load_model() is load_model()


def test_what_is_learnt_is_read_back_as_it_was_written() -> None:
    learnt = replace(unpack(WEIGHTS.read_bytes()), first=(chain_of([-5]), chain_of([1, 300, -2])), second=())

    data = pack(learnt)

    assert unpack(data) == learnt


@pytest.mark.parametrize("damage", [b"", MAGIC, MAGIC + b"1234", b"RCBOUN99" + b"0" * 40, MAGIC + b"0" * 40])
def test_weights_of_another_format_or_damaged_are_refused(damage: bytes) -> None:
    with pytest.raises(ValueError, match="weights"):
        unpack(damage)


def chain_of(values: list[int]) -> Tree:
    """Make a tree that gives value n to rows whose first column is over n - 1 and at most n."""
    return Tree(tuple(Node(0, at, at, at + 1) for at in range(len(values) - 1)), tuple(values))


@given(st.lists(st.tuples(*[st.integers(-127, 127)] * 4), max_size=200))
def test_a_sum_over_the_folded_table_unfolds_into_four(rows: list[tuple[int, int, int, int]]) -> None:
    folded = sum(one + (two << 16) + (three << 32) + (four << 48) for one, two, three, four in rows)

    sums = unfold(folded)

    assert sums == tuple(sum(row[at] for row in rows) for at in range(4))


@given(TREES, st.integers(-3, 70))
def test_a_forest_adds_up_the_leaves_that_are_reached(values: list[list[int]], column: int) -> None:
    forest = Forest([chain_of(leaves) for leaves in values])

    many, few = forest.score([[column]] * 70), forest.score([[column]] * 3)

    reached = [leaves[max(0, min(column, len(leaves) - 1))] for leaves in values]
    assert many == [sum(reached)] * 70
    assert few == [sum(reached)] * 3


def test_a_branch_strikes_out_no_more_than_its_own_leaves() -> None:
    #       column 0 <= 5
    #  10            column 1 <= 7
    #               20          30
    forest = Forest([Tree((Node(0, 5, 0, 1), Node(1, 7, 1, 2)), (10, 20, 30))])

    for times in (1, 40):
        assert forest.score([[5, 9], [6, 7], [6, 8]] * times) == [10, 20, 30] * times


@given(st.lists(st.integers(0, ONE), min_size=1, max_size=20))
def test_context_of_certain_boundaries_forgets_the_reviews_before(chances: list[int]) -> None:
    rows = [[0] * 18] * len(chances)
    sizes = [10] * (len(chances) + 1)

    context = second_rows(rows, chances, sizes)

    lengths = [row[9] for row in context]
    assert lengths[0] == ONE
    assert all(
        after == ONE for (_, after), chance in zip(pairwise(lengths), chances, strict=False) if chance == ONE
    )


def test_what_is_said_again_is_told_from_what_is_new() -> None:
    sides = read(
        read_paragraphs("Whale Rider moved me.\nSo it was dull.\nWhale Rider again.\nA tuba."), bytes(8191)
    ).sides

    rows = matter_rows(sides, [200] * BACKGROUND_ROWS)

    near, again, *_ = zip(*(row[-6:] for row in rows), strict=True)
    assert again == (0, 0, 0)
    assert near[1] > near[0]
    assert near[1] > near[2]


def test_words_common_here_and_rare_at_large_belong_to_the_item() -> None:
    text = "Whale Rider moved me\nI like Whale Rider\nDull as tubas\nWhale Rider for ever"
    sides = read(read_paragraphs(text), bytes(BACKGROUND_ROWS)).sides

    rows = matter_rows(sides, [200] * BACKGROUND_ROWS)

    named, unnamed = rows[0][8], rows[1][8]
    assert named > 10 * unnamed
