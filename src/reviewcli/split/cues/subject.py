"""Follow the subject: what both sides speak of, and what is introduced again."""

import math

from reviewcli.split.cues.finding import Finding
from reviewcli.split.scene import Gap

_RARE = 0.45
_SHOWN = 3


def shared_rare_words(gap: Gap) -> Finding | None:
    """Add up the words both sides share that few other paragraphs have."""
    shared = gap.left.words & gap.right.words
    rare = sorted(((gap.scene.rarity(word), word) for word in shared), reverse=True)
    rare = [(rarity, word) for rarity, word in rare if rarity > _RARE]
    if not rare:
        return None
    room = math.sqrt(min(len(gap.left.words), len(gap.right.words)))
    amount = sum(rarity for rarity, _ in rare) / room
    return Finding(amount, (", ".join(word for _, word in rare[:_SHOWN]),))


def nothing_shared(gap: Gap) -> Finding | None:
    """Note that two paragraphs of some length share no word that carries matter."""
    enough = min(len(gap.left.words), len(gap.right.words)) > 12
    return Finding(1.0) if enough and not gap.left.words & gap.right.words else None


def subject_introduced_again(gap: Gap) -> Finding | None:
    """Note a name given in full near the beginning, though the text has used it before."""
    for name in gap.right.names:
        if name in gap.told:
            return Finding(1.0, (name,))
    return None


def same_first_word(gap: Gap) -> Finding | None:
    """Note that both sides begin with the same word."""
    first = gap.right.first
    return Finding(1.0, (first,)) if first and first == gap.left.first else None


def person_appears(gap: Gap) -> Finding | None:
    """Note that a writer says I after a paragraph without."""
    return Finding(1.0) if gap.right.persons and not gap.left.persons else None


def person_stays(gap: Gap) -> Finding | None:
    """Note that a writer says I on both sides."""
    return Finding(1.0) if gap.right.persons and gap.left.persons else None


CUES = (
    shared_rare_words,
    nothing_shared,
    subject_introduced_again,
    same_first_word,
    person_appears,
    person_stays,
)
