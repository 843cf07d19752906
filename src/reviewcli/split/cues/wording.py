"""Read the words by which a paragraph begins and ends: openers, closers, words that refer back."""

from reviewcli.split.cues.finding import Finding
from reviewcli.split.look import Look
from reviewcli.split.scene import Gap

_ENOUGH = 3


def _begins(look: Look | None, kind: str) -> Finding | None:
    words = look.opening.get(kind) if look else None
    return Finding(1.0, (words.capitalize(),)) if words else None


def _count(words: tuple[str, ...]) -> Finding | None:
    return Finding(float(min(len(words), _ENOUGH)), (", ".join(words[:_ENOUGH]),)) if words else None


def looks_back(gap: Gap) -> Finding | None:
    """Note a beginning that needs something before it."""
    return _begins(gap.right, "back")


def looked_back(gap: Gap) -> Finding | None:
    """Note that the paragraph before is one that goes on."""
    return _begins(gap.left, "back")


def next_looks_back(gap: Gap) -> Finding | None:
    """Note that the paragraph after the next needs something before it."""
    return _begins(gap.beyond, "back")


def stands_for_a_name(gap: Gap) -> Finding | None:
    """Note a pronoun at the beginning, for what must have been named before."""
    return _begins(gap.right, "pronouns")


def rounds_off(gap: Gap) -> Finding | None:
    """Note a beginning that rounds a review off."""
    return _begins(gap.right, "rounding")


def was_rounded_off(gap: Gap) -> Finding | None:
    """Note that the paragraph before rounded a review off."""
    return _begins(gap.left, "rounding")


def next_rounds_off(gap: Gap) -> Finding | None:
    """Note that the paragraph after the next rounds a review off."""
    return _begins(gap.beyond, "rounding")


def writer_enters(gap: Gap) -> Finding | None:
    """Note a beginning by which writers say how they came to what they review."""
    return _begins(gap.right, "writer")


def writer_entered(gap: Gap) -> Finding | None:
    """Note that the paragraph before began as a review does."""
    return _begins(gap.left, "writer")


def next_writer_enters(gap: Gap) -> Finding | None:
    """Note that the paragraph after the next begins as a review does."""
    return _begins(gap.beyond, "writer")


def points_at_the_thing(gap: Gap) -> Finding | None:
    """Note a beginning that points at the thing reviewed."""
    return _begins(gap.right, "this")


def pointed_at_the_thing(gap: Gap) -> Finding | None:
    """Note that the paragraph before began by pointing at the thing reviewed."""
    return _begins(gap.left, "this")


def next_points_at_the_thing(gap: Gap) -> Finding | None:
    """Note that the paragraph after the next begins by pointing at the thing reviewed."""
    return _begins(gap.beyond, "this")


def takes_as_known(gap: Gap) -> Finding | None:
    """Note a definite article at the beginning: its noun is known already."""
    return _begins(gap.right, "the")


def sets_the_scene(gap: Gap) -> Finding | None:
    """Note a beginning that says when, where or how: it tells on."""
    return _begins(gap.right, "setting")


def introduces(gap: Gap) -> Finding | None:
    """Note an indefinite article at the beginning: something new is introduced."""
    return _begins(gap.right, "a")


def judges_first(gap: Gap) -> Finding | None:
    """Note a judgement put first."""
    return _begins(gap.right, "praise")


def judged_first(gap: Gap) -> Finding | None:
    """Note that the paragraph before put a judgement first."""
    return _begins(gap.left, "praise")


def next_judges_first(gap: Gap) -> Finding | None:
    """Note that the paragraph after the next puts a judgement first."""
    return _begins(gap.beyond, "praise")


def takes_a_part(gap: Gap) -> Finding | None:
    """Note a beginning that takes up one side of the thing reviewed."""
    return _begins(gap.right, "parts")


def meets_the_thing(gap: Gap) -> Finding | None:
    """Count the words at the beginning for meeting what is reviewed."""
    return _count(gap.right.met)


def is_inside(gap: Gap) -> Finding | None:
    """Count the words at the beginning for going through what is reviewed."""
    return _count(gap.right.inside)


def next_is_inside(gap: Gap) -> Finding | None:
    """Count such words at the beginning of the paragraph after the next."""
    return _count(gap.beyond.inside if gap.beyond else ())


def verdict_before(gap: Gap) -> Finding | None:
    """Note a verdict in the last sentence before the gap."""
    word = gap.left.verdict
    return Finding(1.0, (word,)) if word else None


def verdict_after(gap: Gap) -> Finding | None:
    """Note a verdict in the last sentence of the paragraph after the gap."""
    word = gap.right.verdict
    return Finding(1.0, (word,)) if word else None


def rating_before(gap: Gap) -> Finding | None:
    """Note that the paragraph before closes with a rating."""
    return Finding(1.0) if gap.left.rated else None


def begins_with_a_rating(gap: Gap) -> Finding | None:
    """Note a rating at the very beginning."""
    return Finding(1.0) if gap.right.begins_rated else None


CUES = (
    looks_back,
    looked_back,
    next_looks_back,
    stands_for_a_name,
    rounds_off,
    was_rounded_off,
    next_rounds_off,
    writer_enters,
    writer_entered,
    next_writer_enters,
    points_at_the_thing,
    pointed_at_the_thing,
    next_points_at_the_thing,
    takes_as_known,
    sets_the_scene,
    introduces,
    judges_first,
    judged_first,
    next_judges_first,
    takes_a_part,
    meets_the_thing,
    is_inside,
    next_is_inside,
    verdict_before,
    verdict_after,
    rating_before,
    begins_with_a_rating,
)
