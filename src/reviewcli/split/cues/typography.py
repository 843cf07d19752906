"""Compare the typographic fingerprints, scripts and languages of two paragraphs."""

from reviewcli.split.cues.finding import Finding
from reviewcli.split.languages import LANGUAGE_NAMES
from reviewcli.split.scene import Gap, Trace


def same_curly_quotes(gap: Gap) -> Finding | None:
    """Note that both sides are set in curly quotes, which takes a typographic keyboard."""
    return _same(gap.quotes, "curly")


def same_straight_quotes(gap: Gap) -> Finding | None:
    """Note that both sides are set in straight quotes."""
    return _same(gap.quotes, "straight")


def quotes_change(gap: Gap) -> Finding | None:
    """Note that quotes change from curly to straight or back."""
    return _change(gap.quotes)


def same_dash(gap: Gap) -> Finding | None:
    """Note that both sides write their dashes alike."""
    style = gap.dashes[0].style if gap.dashes[0] else ""
    finding = _same(gap.dashes, style)
    return Finding(finding.amount, (style,)) if finding else None


def dash_changes(gap: Gap) -> Finding | None:
    """Note that the two sides write their dashes differently."""
    return _change(gap.dashes)


def shared_habits(gap: Gap) -> Finding | None:
    """Add up the typing habits both sides have, the rare ones counting for more."""
    return _habits(gap, gap.left.print.habits & gap.right.print.habits)


def habits_differ(gap: Gap) -> Finding | None:
    """Add up the typing habits only one side has, the rare ones counting for more."""
    return _habits(gap, gap.left.print.habits ^ gap.right.print.habits)


def same_odd_capitals(gap: Gap) -> Finding | None:
    """Note that both sides begin their sentences in small letters, or are in capitals only."""
    case = gap.left.print.capitals
    if case not in ("small letters", "capitals only") or case != gap.right.print.capitals:
        return None
    return Finding(1.0, (case,))


def capitals_change(gap: Gap) -> Finding | None:
    """Note that the habit of beginning sentences with a capital changes."""
    left, right = gap.left.print.capitals, gap.right.print.capitals
    if left is None or right is None or left == right:
        return None
    return Finding(1.0, (left, right))


def script_changes(gap: Gap) -> Finding | None:
    """Note that the text goes on in another script."""
    left, right = gap.left.script, gap.right.script
    if left is None or right is None or left == right:
        return None
    return Finding(1.0, (left, right))


def language_changes(gap: Gap) -> Finding | None:
    """Note that the text goes on in another language of the same script."""
    left, right = gap.left.language, gap.right.language
    if left is None or right is None or left == right or gap.left.script != gap.right.script:
        return None
    return Finding(1.0, (LANGUAGE_NAMES[left], LANGUAGE_NAMES[right]))


def same_rare_voice(gap: Gap) -> Finding | None:
    """Note that both sides are in a script or language that few paragraphs of the text are in."""
    voice = (gap.right.script, gap.right.language)
    share = gap.scene.voices[voice] / gap.scene.size
    if voice != (gap.left.script, gap.left.language) or share > 0.5:
        return None
    name = LANGUAGE_NAMES.get(voice[1] or "", f"{voice[0] or 'no'} script")
    return Finding(1.0 - 2 * share, (name,))


def _same(traces: tuple[Trace | None, Trace | None], style: str) -> Finding | None:
    left, right = traces
    if left is None or right is None or not left.style == right.style == style:
        return None
    return Finding(1 / (1 + left.distance + right.distance))


def _change(traces: tuple[Trace | None, Trace | None]) -> Finding | None:
    left, right = traces
    if left is None or right is None or left.style == right.style:
        return None
    return Finding(1 / (1 + left.distance + right.distance), (left.style, right.style))


def _habits(gap: Gap, habits: frozenset[str]) -> Finding | None:
    if not habits:
        return None
    weights = {habit: 1 - gap.scene.habits[habit] / gap.scene.size for habit in sorted(habits)}
    amount = sum(weights.values())
    return Finding(amount, (max(weights, key=weights.__getitem__),)) if amount > 0 else None


CUES = (
    same_curly_quotes,
    same_straight_quotes,
    quotes_change,
    same_dash,
    dash_changes,
    shared_habits,
    habits_differ,
    same_odd_capitals,
    capitals_change,
    script_changes,
    language_changes,
    same_rare_voice,
)
