"""Define the word lists of one language by which reviews open, go on and close."""

from dataclasses import dataclass


def phrases(text: str) -> frozenset[str]:
    """Read phrases parted by `|`, in lower case, with straight apostrophes."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The small words of one language that tell where in a review a paragraph stands.

    `common` tells the language; `back` are beginnings that need something before them; `pronouns`
    stand for what was named before; `rounding` begin a conclusion; `writer` is how a person comes to
    speak of a work or a purchase; `this` and `the` begin a noun; `a` introduces one; `praise` is a
    judgement put first; `verdict` are words of a last sentence; `parts` are sides of a work, taken
    one by one; `setting` are prepositions of time, place and manner; `met` are words for meeting
    what is reviewed and `inside` those for going through it, both looked for in a first sentence.
    """

    common: frozenset[str]
    back: frozenset[str]
    pronouns: frozenset[str]
    rounding: frozenset[str]
    writer: frozenset[str]
    this: frozenset[str]
    the: frozenset[str]
    a: frozenset[str]
    praise: frozenset[str]
    verdict: frozenset[str]
    parts: frozenset[str]
    setting: frozenset[str]
    met: frozenset[str]
    inside: frozenset[str]
