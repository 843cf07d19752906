"""Read the words by which a paragraph begins and ends: openers, closers, words that refer back."""

from reviewcli.split.cues.finding import Finding
from reviewcli.split.look import Look
from reviewcli.split.scene import Gap

_ENOUGH = 3


def _begins(look: Look | None, kind: str, reason: str) -> Finding | None:
    words = look.opening.get(kind) if look else None
    return Finding(1.0, f"{reason}: {words.capitalize()}") if words else None


def _count(words: tuple[str, ...], reason: str) -> Finding | None:
    return (
        Finding(float(min(len(words), _ENOUGH)), f"{reason}: {', '.join(words[:_ENOUGH])}") if words else None
    )


def looks_back(gap: Gap) -> Finding | None:
    """Note a beginning that needs something before it."""
    return _begins(gap.right, "back", "begins by looking back")


def looked_back(gap: Gap) -> Finding | None:
    """Note that the paragraph before is one that goes on."""
    return _begins(gap.left, "back", "the one before began by looking back")


def next_looks_back(gap: Gap) -> Finding | None:
    """Note that the paragraph after the next needs something before it."""
    return _begins(gap.beyond, "back", "is itself gone on with")


def stands_for_a_name(gap: Gap) -> Finding | None:
    """Note a pronoun at the beginning, for what must have been named before."""
    return _begins(gap.right, "pronouns", "begins with a word for something named before")


def rounds_off(gap: Gap) -> Finding | None:
    """Note a beginning that rounds a review off."""
    return _begins(gap.right, "rounding", "begins to round off")


def was_rounded_off(gap: Gap) -> Finding | None:
    """Note that the paragraph before rounded a review off."""
    return _begins(gap.left, "rounding", "the one before rounded off")


def next_rounds_off(gap: Gap) -> Finding | None:
    """Note that the paragraph after the next rounds a review off."""
    return _begins(gap.beyond, "rounding", "is itself rounded off")


def writer_enters(gap: Gap) -> Finding | None:
    """Note a beginning by which writers say how they came to what they review."""
    return _begins(gap.right, "writer", "begins as a review does")


def writer_entered(gap: Gap) -> Finding | None:
    """Note that the paragraph before began as a review does."""
    return _begins(gap.left, "writer", "the one before began as a review does")


def next_writer_enters(gap: Gap) -> Finding | None:
    """Note that the paragraph after the next begins as a review does."""
    return _begins(gap.beyond, "writer", "the next begins as a review does")


def points_at_the_thing(gap: Gap) -> Finding | None:
    """Note a beginning that points at the thing reviewed."""
    return _begins(gap.right, "this", "begins by pointing at the thing")


def pointed_at_the_thing(gap: Gap) -> Finding | None:
    """Note that the paragraph before began by pointing at the thing reviewed."""
    return _begins(gap.left, "this", "the one before pointed at the thing")


def next_points_at_the_thing(gap: Gap) -> Finding | None:
    """Note that the paragraph after the next begins by pointing at the thing reviewed."""
    return _begins(gap.beyond, "this", "the next points at the thing")


def takes_as_known(gap: Gap) -> Finding | None:
    """Note a definite article at the beginning: its noun is known already."""
    return _begins(gap.right, "the", "begins with what is known")


def sets_the_scene(gap: Gap) -> Finding | None:
    """Note a beginning that says when, where or how: it tells on."""
    return _begins(gap.right, "setting", "begins by telling when or where")


def introduces(gap: Gap) -> Finding | None:
    """Note an indefinite article at the beginning: something new is introduced."""
    return _begins(gap.right, "a", "begins by introducing")


def judges_first(gap: Gap) -> Finding | None:
    """Note a judgement put first."""
    return _begins(gap.right, "praise", "begins with a judgement")


def judged_first(gap: Gap) -> Finding | None:
    """Note that the paragraph before put a judgement first."""
    return _begins(gap.left, "praise", "the one before began with a judgement")


def next_judges_first(gap: Gap) -> Finding | None:
    """Note that the paragraph after the next puts a judgement first."""
    return _begins(gap.beyond, "praise", "the next begins with a judgement")


def takes_a_part(gap: Gap) -> Finding | None:
    """Note a beginning that takes up one side of the thing reviewed."""
    return _begins(gap.right, "parts", "takes up one side")


def meets_the_thing(gap: Gap) -> Finding | None:
    """Count the words at the beginning for meeting what is reviewed."""
    return _count(gap.right.met, "tells of meeting the thing")


def is_inside(gap: Gap) -> Finding | None:
    """Count the words at the beginning for going through what is reviewed."""
    return _count(gap.right.inside, "is in the middle of things")


def next_is_inside(gap: Gap) -> Finding | None:
    """Count such words at the beginning of the paragraph after the next."""
    return _count(gap.beyond.inside if gap.beyond else (), "the next is in the middle of things")


def verdict_before(gap: Gap) -> Finding | None:
    """Note a verdict in the last sentence before the gap."""
    word = gap.left.verdict
    return Finding(1.0, f"the one before closes with a verdict: {word}") if word else None


def verdict_after(gap: Gap) -> Finding | None:
    """Note a verdict in the last sentence of the paragraph after the gap."""
    word = gap.right.verdict
    return Finding(1.0, f"closes with a verdict: {word}") if word else None


def rating_before(gap: Gap) -> Finding | None:
    """Note that the paragraph before closes with a rating."""
    return Finding(1.0, "the one before closes with a rating") if gap.left.rated else None


def begins_with_a_rating(gap: Gap) -> Finding | None:
    """Note a rating at the very beginning."""
    return Finding(1.0, "begins with a rating") if gap.right.begins_rated else None


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
