"""Look at the shape of paragraphs: lists, headings, unfinished sentences, lengths."""

import math

from reviewcli.split.cues.finding import Finding
from reviewcli.split.scene import Gap

_LINE = 80
_LONG = 400
_LONG_HERE = 200


def list_goes_on(gap: Gap) -> Finding | None:
    """Note a list number that follows on the latest one."""
    number, count = gap.right.number, gap.count
    if number is None or count is None or number != count + 1:
        return None
    return Finding(1.0, (str(count), str(number)))


def list_begins(gap: Gap) -> Finding | None:
    """Note the first number of a list."""
    return Finding(1.0) if gap.right.number == 1 else None


def both_marked(gap: Gap) -> Finding | None:
    """Note the same list mark on both sides."""
    mark = gap.right.mark
    return Finding(1.0, (mark,)) if mark and mark == gap.left.mark and mark != "number" else None


def mark_begins(gap: Gap) -> Finding | None:
    """Note a list mark after a paragraph without one."""
    mark = gap.right.mark
    return Finding(1.0, (mark,)) if mark and not gap.left.mark and mark != "number" else None


def marks_end(gap: Gap) -> Finding | None:
    """Note that the list marks end."""
    return Finding(1.0) if gap.left.mark and not gap.right.mark else None


def colon_before(gap: Gap) -> Finding | None:
    """Note a colon at the end of the paragraph before: it announces something."""
    return Finding(1.0) if gap.left.ending == "colon" else None


def label_after(gap: Gap) -> Finding | None:
    """Note a label and a colon at the beginning."""
    return Finding(1.0) if gap.right.label and gap.right.ending != "colon" else None


def both_labelled(gap: Gap) -> Finding | None:
    """Note labels at the beginning of both sides."""
    return Finding(1.0) if gap.left.label and gap.right.label else None


def heading_before(gap: Gap) -> Finding | None:
    """Note a short paragraph without a full stop before a longer one with it: a heading."""
    left, right = gap.left, gap.right
    heading = left.ending == "none" and left.length < _LINE and right.length > 2 * left.length
    return Finding(1.0) if heading and right.ending == "stop" else None


def both_unstopped(gap: Gap) -> Finding | None:
    """Note that neither side ends with a full stop."""
    return Finding(1.0) if gap.left.ending == gap.right.ending == "none" else None


def unstopped_before(gap: Gap) -> Finding | None:
    """Note that only the paragraph before ends without a full stop."""
    odd = gap.left.ending == "none" and gap.right.ending == "stop"
    return Finding(1.0) if odd else None


def unstopped_after(gap: Gap) -> Finding | None:
    """Note that only the paragraph after ends without a full stop."""
    odd = gap.left.ending == "stop" and gap.right.ending == "none"
    return Finding(1.0) if odd else None


def goes_on_in_small_letters(gap: Gap) -> Finding | None:
    """Note a small letter at the beginning after a paragraph that begins with a capital."""
    goes_on = gap.right.begins_lower and not gap.left.begins_lower
    return Finding(1.0) if goes_on else None


def short_before(gap: Gap) -> Finding | None:
    """Measure, in doublings, how far the paragraph before is under a line."""
    return _under(gap.left.length, _LINE)


def short_after(gap: Gap) -> Finding | None:
    """Measure, in doublings, how far the paragraph after is under a line."""
    return _under(gap.right.length, _LINE)


def sizeable_before(gap: Gap) -> Finding | None:
    """Measure, in doublings, how far the paragraph before is over a line."""
    return _over(min(gap.left.length, _LONG), _LINE)


def sizeable_after(gap: Gap) -> Finding | None:
    """Measure, in doublings, how far the paragraph after is over a line."""
    return _over(min(gap.right.length, _LONG), _LINE)


def long_before(gap: Gap) -> Finding | None:
    """Measure, in doublings, how far the paragraph before is over a long one."""
    return _over(gap.left.length, _LONG)


def long_after(gap: Gap) -> Finding | None:
    """Measure, in doublings, how far the paragraph after is over a long one."""
    return _over(gap.right.length, _LONG)


def long_around_here(gap: Gap) -> Finding | None:
    """Measure, in doublings, how far the middle paragraph of the text is over a line."""
    return _over(gap.scene.median, _LINE)


def short_around_here(gap: Gap) -> Finding | None:
    """Measure, in doublings, how far the middle paragraph of the text is under a line."""
    return _under(gap.scene.median, _LINE)


def lengths_differ(gap: Gap) -> Finding | None:
    """Measure, in doublings, how much longer one side is than the other."""
    doublings = abs(math.log2(gap.left.length / gap.right.length))
    return Finding(doublings) if doublings > 1 else None


def longer_than_usual(gap: Gap) -> Finding | None:
    """Measure, in doublings, how far the paragraph after is over what is usual here."""
    return _over(gap.right.length, gap.scene.median)


def lead_before(gap: Gap) -> Finding | None:
    """Note a paragraph before that begins a review and is too short, for this text, to be all of it.

    Said only in a text of long paragraphs, and where the one after does not begin as a review does.
    """
    kinds = ("this", "praise", "writer")
    begins, begins_again = (any(kind in look.opening for kind in kinds) for look in (gap.left, gap.right))
    lead = begins and not begins_again and 2 * gap.left.length < gap.scene.median > _LONG_HERE
    return Finding(1.0) if lead else None


def _under(length: int, line: int) -> Finding | None:
    return Finding(math.log2(line / length)) if length < line else None


def _over(length: int, line: int) -> Finding | None:
    return Finding(math.log2(length / line)) if length > line else None


CUES = (
    list_goes_on,
    list_begins,
    both_marked,
    mark_begins,
    marks_end,
    colon_before,
    label_after,
    both_labelled,
    heading_before,
    both_unstopped,
    unstopped_before,
    unstopped_after,
    goes_on_in_small_letters,
    short_before,
    short_after,
    sizeable_before,
    sizeable_after,
    long_before,
    long_after,
    long_around_here,
    short_around_here,
    lengths_differ,
    longer_than_usual,
    lead_before,
)
