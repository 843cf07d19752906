"""Word the reasons that are kept with a boundary: each is a cue's name and the details it found.

The first, the second and the third are paragraphs: the one before the gap, the one after it, and the next.
"""

from collections.abc import Iterable, Sequence

_JOINT = "|"
WORDINGS = {
    "same_curly_quotes": "both in curly quotes",
    "same_straight_quotes": "both in straight quotes",
    "quotes_change": "quotes change from {} to {}",
    "same_dash": "both write dashes as “{}”",
    "dash_changes": "dashes change from “{}” to “{}”",
    "shared_habits": "both have {}",
    "habits_differ": "only one has {}",
    "same_odd_capitals": "both written in {}",
    "capitals_change": "sentences begin in {}, then in {}",
    "script_changes": "script changes from {} to {}",
    "language_changes": "language changes from {} to {}",
    "same_rare_voice": "both in {}, rare here",
    "looks_back": "the second links back: “{}”",
    "looked_back": "the first links back: “{}”",
    "next_looks_back": "the third links back: “{}”",
    "stands_for_a_name": "the second opens with a pronoun: “{}”",
    "rounds_off": "the second sums up: “{}”",
    "was_rounded_off": "the first sums up: “{}”",
    "next_rounds_off": "the third sums up: “{}”",
    "writer_enters": "the second opens as reviews do: “{}”",
    "writer_entered": "the first opens as reviews do: “{}”",
    "next_writer_enters": "the third opens as reviews do: “{}”",
    "points_at_the_thing": "the second opens with “{}”",
    "pointed_at_the_thing": "the first opens with “{}”",
    "next_points_at_the_thing": "the third opens with “{}”",
    "takes_as_known": "the second opens with “{}”",
    "sets_the_scene": "the second opens with when or where: “{}”",
    "introduces": "the second opens with “{}”",
    "judges_first": "the second opens with a verdict: “{}”",
    "judged_first": "the first opens with a verdict: “{}”",
    "next_judges_first": "the third opens with a verdict: “{}”",
    "takes_a_part": "the second turns to one aspect: “{}”",
    "meets_the_thing": "the second says how the writer came to it: {}",
    "is_inside": "the second opens with details: {}",
    "next_is_inside": "the third opens with details: {}",
    "verdict_before": "the first ends with a verdict: “{}”",
    "verdict_after": "the second ends with a verdict: “{}”",
    "rating_before": "the first ends with a rating",
    "begins_with_a_rating": "the second opens with a rating",
    "list_goes_on": "list goes on {} → {}",
    "list_begins": "a list begins",
    "both_marked": "both begin with “{}”",
    "mark_begins": "a list begins: “{}”",
    "marks_end": "the list ends",
    "colon_before": "the first ends with a colon",
    "label_after": "the second opens with a label",
    "both_labelled": "both open with a label",
    "heading_before": "the first is a heading",
    "both_unstopped": "neither ends with a full stop",
    "unstopped_before": "only the second ends with a full stop",
    "unstopped_after": "only the first ends with a full stop",
    "goes_on_in_small_letters": "the second begins in small letters",
    "short_before": "the first is short",
    "short_after": "the second is short",
    "sizeable_before": "the first is more than a line",
    "sizeable_after": "the second is more than a line",
    "long_before": "the first is long",
    "long_after": "the second is long",
    "long_around_here": "paragraphs here are long",
    "short_around_here": "paragraphs here are short",
    "lengths_differ": "one is much longer than the other",
    "longer_than_usual": "the second is longer than usual here",
    "lead_before": "the first is a short opening",
    "shared_rare_words": "both speak of {}",
    "nothing_shared": "no words in common",
    "subject_introduced_again": "a name is given in full again: {}",
    "same_first_word": "both begin with “{}”",
    "person_appears": "only the second says I",
    "person_stays": "both say I",
}
_SAID_BY = {"sizeable_before": "long_before", "sizeable_after": "long_after"}


def coded(cue: str, details: Sequence[str]) -> str:
    """Write what a cue found the short way it is kept: `script_changes|Latin|Greek`."""
    return _JOINT.join((cue, *details))


def telling(cues: Sequence[str]) -> list[str]:
    """Leave out the cues whose reasons another one, which is there, says more strongly."""
    return [cue for cue in cues if _SAID_BY.get(cue) not in cues]


def worded(reasons: Iterable[str]) -> list[str]:
    """Say reasons in words; one that no cue gave is a sentence already."""
    return [_worded(reason) for reason in reasons]


def _worded(reason: str) -> str:
    cue, *details = reason.split(_JOINT)
    wording = WORDINGS.get(cue, "")
    return wording.format(*details) if wording and wording.count("{}") == len(details) else reason
