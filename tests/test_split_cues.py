"""Tests of the cues, one by one, on examples of our own."""

import pytest

from reviewcli.split.cues.finding import Finding
from reviewcli.split.cues.reasons import WORDINGS, coded, telling, worded
from reviewcli.split.cues.registry import ALL_CUES
from reviewcli.split.paragraphs import read_paragraphs
from reviewcli.split.scene import gaps, look_around
from reviewcli.split.weights import WEIGHTS

LONG = "The walls are thin and every step of the neighbours is heard at night. " * 7
WALLS = (
    "Walls seem thin: every step outside reaches your pillow, doors slam, pipes whistle until dawn breaks."
)
BREAKFAST = (
    "Breakfast offers fresh bread, olives, yoghurt, honey, cheese, coffee, fruit, juice, pancakes, beans."
)
PLAIN = "The room was clean."
ES = "La habitación era muy limpia y el desayuno es de lo mejor que hay."
FR = "La chambre est très propre et le petit déjeuner est parmi les meilleurs."
EN = "The kettle is fine and it was on the table with the cups."

# cue: the lines of a text, and the number of the gap, from 1, that shows it
EXAMPLES: dict[str, tuple[list[str], int]] = {
    "same_curly_quotes": (["It’s a “find”.", "They’d come again."], 1),
    "same_straight_quotes": (["It's a \"find\".", "They'd come again."], 1),
    "quotes_change": (["It’s a find.", PLAIN, "They'd come again."], 1),
    "same_dash": (["Quiet -- mostly.", "Cheap -- too cheap."], 1),
    "dash_changes": (["Quiet -- mostly.", "Cheap — too cheap."], 1),
    "shared_habits": (["Lovely!!", "Come!!", PLAIN], 1),
    "habits_differ": (["Lovely!!", PLAIN], 1),
    "same_odd_capitals": (["lovely place. go there.", "nice food. come hungry."], 1),
    "capitals_change": (["LOVELY PLACE TO STAY", PLAIN], 1),
    "script_changes": ([PLAIN, "Комната была чистая."], 1),
    "language_changes": ([ES, EN], 1),
    "same_rare_voice": ([EN, EN, EN, EN, FR, FR], 5),
    "looks_back": ([PLAIN, "However, the lift was broken."], 1),
    "looked_back": (["Das ist nicht so wie auf den Bildern.", "Aber die Luft ist auch gut.", "Ja."], 2),
    "next_looks_back": (["Nice.", PLAIN, "Besides, it is cheap."], 1),
    "stands_for_a_name": (["The cook is Greek.", "She bakes every day."], 1),
    "rounds_off": ([ES, "En resumen, la habitación es para los que no piden mucho."], 1),
    "was_rounded_off": (["Overall, a bargain.", PLAIN], 1),
    "next_rounds_off": (["Nice.", PLAIN, "All in all, a bargain."], 1),
    "writer_enters": ([PLAIN, "I bought two of these lamps."], 1),
    "writer_entered": (["I bought two of these lamps.", PLAIN], 1),
    "next_writer_enters": (["Nice.", PLAIN, "I bought two of these lamps."], 1),
    "points_at_the_thing": ([PLAIN, "This lamp is bright."], 1),
    "pointed_at_the_thing": (["This lamp is bright.", PLAIN], 1),
    "next_points_at_the_thing": (["Nice.", PLAIN, "This lamp is bright."], 1),
    "takes_as_known": (["Nice lamp.", "The switch is small."], 1),
    "sets_the_scene": (["Nice lamp.", "During winter we use it daily."], 1),
    "introduces": ([PLAIN, "A lamp for the desk."], 1),
    "judges_first": ([PLAIN, "A brilliant lamp for the desk."], 1),
    "judged_first": (["Excellent lamp.", PLAIN], 1),
    "next_judges_first": (["Nice.", PLAIN, "真是好灯"], 1),
    "takes_a_part": (["游戏很好玩", "画面也不错"], 1),
    "meets_the_thing": ([PLAIN, "Two years ago my sister ordered one."], 1),
    "is_inside": ([PLAIN, "Each level also has a boss."], 1),
    "next_is_inside": (["Nice.", PLAIN, "Each level also has a boss."], 1),
    "verdict_before": (["The lamp is bright. Highly recommended.", PLAIN], 1),
    "verdict_after": ([PLAIN, "灯很亮。值得购买"], 1),
    "rating_before": (["Bright lamp, 8/10", PLAIN], 1),
    "begins_with_a_rating": ([PLAIN, "4.5 stars for a bright lamp."], 1),
    "list_goes_on": (["1) It is light.", PLAIN, "2) It is cheap."], 2),
    "list_begins": ([PLAIN, "1. It is light."], 1),
    "both_marked": (["- light", "- cheap"], 1),
    "mark_begins": ([PLAIN, "- light"], 1),
    "marks_end": (["- light", PLAIN], 1),
    "colon_before": (["What we liked:", PLAIN], 1),
    "label_after": ([PLAIN, "Service: slow."], 1),
    "both_labelled": (["Food: good.", "Service: slow."], 1),
    "heading_before": (["The service", "Slow, though everyone was kind to us all evening."], 1),
    "both_unstopped": (["nice", "cheap"], 1),
    "unstopped_before": (["nice lamp", PLAIN], 1),
    "unstopped_after": ([PLAIN, "nice lamp"], 1),
    "goes_on_in_small_letters": ([PLAIN, "and the lift worked."], 1),
    "short_before": (["Nice.", LONG], 1),
    "short_after": ([LONG, "Nice."], 1),
    "sizeable_before": ([LONG, PLAIN], 1),
    "sizeable_after": ([PLAIN, LONG], 1),
    "long_before": ([LONG, PLAIN], 1),
    "long_after": ([PLAIN, LONG], 1),
    "long_around_here": ([LONG, LONG], 1),
    "short_around_here": ([PLAIN, PLAIN], 1),
    "lengths_differ": ([PLAIN, LONG], 1),
    "longer_than_usual": ([PLAIN, PLAIN, LONG], 2),
    "lead_before": (["This is a lovely little place.", LONG, LONG], 1),
    "shared_rare_words": (["Mosquitoes everywhere.", "We fought mosquitoes.", PLAIN, PLAIN, PLAIN], 1),
    "nothing_shared": ([WALLS, BREAKFAST], 1),
    "subject_introduced_again": (["Ask for Keller at the desk.", PLAIN, "Our host Anna Keller is kind."], 2),
    "same_first_word": (["Rooms are small.", "Rooms are clean."], 1),
    "person_appears": ([PLAIN, "Next time I bring earplugs."], 1),
    "person_stays": (["There I slept well.", "Next time I bring earplugs."], 1),
}  # fmt: skip


def find(cue: str, lines: list[str], gap: int) -> Finding | None:
    found = list(gaps(look_around(read_paragraphs("\n".join(lines)))))
    return ALL_CUES[cue](found[gap - 1])


def say(cue: str, finding: Finding) -> str:
    (words,) = worded([coded(cue, finding.details)])
    assert words != coded(cue, finding.details)
    return words


def test_every_cue_has_an_example_a_weight_and_a_wording() -> None:
    names = set(ALL_CUES)

    assert set(EXAMPLES) == names
    assert set(WEIGHTS) == names
    assert set(WORDINGS) == names


def test_what_no_cue_said_is_in_words_already() -> None:
    kept = ["a reader decided", "begins by looking back: However", "looks_back", "quotes_change|curly"]

    assert worded(kept) == kept


def test_a_reason_that_another_one_says_more_strongly_is_left_out() -> None:
    assert telling(["sizeable_after", "long_after", "sizeable_before"]) == ["long_after", "sizeable_before"]


@pytest.mark.parametrize("cue", sorted(EXAMPLES))
def test_a_cue_is_met_by_its_example(cue: str) -> None:
    lines, gap = EXAMPLES[cue]

    finding = find(cue, lines, gap)

    assert finding is not None
    assert finding.amount > 0
    assert "{}" not in say(cue, finding)


@pytest.mark.parametrize("cue", sorted(set(EXAMPLES) - {"short_before", "short_after", "short_around_here"}))
def test_a_cue_is_silent_where_there_is_nothing_to_find(cue: str) -> None:
    lines = ["Я" + "б" * 60 + " в г.", "Ю" + "д" * 60 + " ж з."]

    finding = find(cue, lines, 1)

    assert finding is None


@pytest.mark.parametrize(
    ("cue", "reason"),
    [
        ("list_goes_on", "list goes on 1 → 2"),
        ("looks_back", "the second links back: “However”"),
        ("script_changes", "script changes from Latin to Cyrillic"),
        ("language_changes", "language changes from Spanish to English"),
        ("subject_introduced_again", "a name is given in full again: Anna Keller"),
        ("quotes_change", "quotes change from curly to straight"),
        ("same_rare_voice", "both in French, rare here"),
        ("shared_rare_words", "both speak of mosquitoes"),
    ],
)
def test_a_reason_can_be_checked_against_the_text(cue: str, reason: str) -> None:
    lines, gap = EXAMPLES[cue]

    finding = find(cue, lines, gap)

    assert finding is not None
    assert say(cue, finding) == reason


def test_a_style_further_away_counts_for_less() -> None:
    near = find("quotes_change", ["It’s a find.", "They'd come again."], 1)
    far = find("quotes_change", ["It’s a find.", PLAIN, PLAIN, "They'd come again."], 2)

    assert near is not None
    assert far is not None
    assert far.amount < near.amount


def test_a_paragraph_too_short_to_tell_is_in_the_language_of_its_script() -> None:
    looks = look_around(read_paragraphs("\n".join([ES, ES, "Además, barato."])))

    assert looks[2].language == "es"
    assert looks[2].opening["back"] == "además"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("12, 34!", None),
        ("…", None),
        ("これは本です", "Kana"),
        ("这本书", "Han"),
        ("Ünïcode", "Latin"),
        ("책이다", "Hangul"),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, script: str | None) -> None:
    (look,) = look_around(read_paragraphs(text))

    assert look.script == script
