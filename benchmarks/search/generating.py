"""Make reviews without end, the same each time, whose words are as rare and as frequent as in real ones.

Words follow Zipf's law in the two regimes that large texts show (Ferrer i Cancho and Sole, 2001): with an
exponent of 1 for the 6,000 most frequent forms, and of 1.7 for the rest of 300,000, so that a larger corpus
has more of them. A review has some 500 characters. Of 100, three are Greek and six are French with their
accents. Into them go words whose frequency is known.
"""

import json
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

SEED = 20
FORMS, CORE, TAIL = 300_000, 6_000, 1.7
GREEK_FORMS = FRENCH_FORMS = 30_000


class Probe(NamedTuple):
    """A search with a known answer: what to type, and one review in how many it is in; 0 for none."""

    name: str
    query: str
    every: int
    written: str = ""


RARE = Probe("rare word", "quixotry", 50_000)
ONE = Probe("word in 1 %", "zeugmatic", 100)
TEN = Probe("word in 10 %", "haberdashery", 10)
ABSENT = Probe("absent word", "xylophonist", 0)
PHRASE = Probe("phrase", '"velvet bandersnatch"', 1_000)
GREEK = Probe("Greek without accents", "τροτσκι", 2_000, "Τρότσκι")
PROBES = (RARE, ONE, TEN, ABSENT, PHRASE, GREEK)

_LATIN = (
    "ba be bi bo bra ca ce che cla co cra da de di do dre ed el en er es fa fe fi fla fo ga ge gra ha he "
    "hi ho in ing ion is jo ka ke la le li lo lu ma me mi mo na ne ni no nu on or ou pa pe phi pi po pra "
    "qua ra re ri ro ru sa se sha si so sta ste ta te ter the ti to tra tu un us va ve vi wa we wi wo ya"
).split()
_GREEK = (
    "α ας βα βι γα γε γο δα δε δι ει εν ες ζω θα θε θη κα κε κι κο κρά λα λε λι λό μα μέ μι μο να νε νη "
    "νο ξε ον ος ού πα πε πί πο πρό ρα ρε ρί ρο σα σε σι στά σω τα τε τή το τρό των φα φι φο χα χε χή χο "
    "ψε ων"
).split()
_FRENCH = (
    "à ai an au bé ce ché ci com con dé des du é elle en er ère ès et eur ez fa fé fi gé i in ique ité la "
    "le lè li ma mé ment mi na né no nou ou oû pa pé per pré qu ra ré rê ri sa sé si sion ta té ti tion "
    "tu un ve vé vo"
).split()


class Tongue(NamedTuple):
    """The words of one language, with their weights summed up."""

    code: str
    words: list[str]
    weights: list[float]


def tongue(code: str, syllables: list[str], count: int) -> Tongue:
    """Make the words of a language; the frequent ones are short."""
    chance = random.Random(f"{SEED} {code}")
    words: dict[str, None] = {}
    while len(words) < count:
        parts = 1 + (len(words) > 30) + (len(words) > 2_000) + chance.choice((0, 0, 1, 1, 2))
        words["".join(chance.choices(syllables, k=parts))] = None
    weights = (1 / (rank + 2.7) * (CORE / max(CORE, rank)) ** (TAIL - 1) for rank in range(count))
    return Tongue(code, list(words), list(accumulate(weights)))


def reviews(count: int) -> Iterator[dict[str, object]]:
    """Give so many reviews as analysts keep them: a text, and what is known of it."""
    english = tongue("en", _LATIN, FORMS)
    greek = tongue("el", _GREEK, GREEK_FORMS)
    french = tongue("fr", _FRENCH, FRENCH_FORMS)
    chance = random.Random(SEED)
    for number in range(1, count + 1):
        lot = number * 37 % 100
        spoken = greek if lot < 3 else french if lot < 9 else english
        yield _review(number, spoken, chance)


def _review(number: int, spoken: Tongue, chance: random.Random) -> dict[str, object]:
    words = chance.choices(spoken.words, cum_weights=spoken.weights, k=chance.randint(35, 105))
    for probe in PROBES:
        if probe.every and number % probe.every == probe.every // 2:
            words[chance.randrange(len(words))] = probe.written or probe.query.strip('"')
    for at in range(0, len(words), 11):
        words[at] = words[at][:1].upper() + words[at][1:]
        words[at - 1] += "." if at else ""
    review: dict[str, object] = {
        "id": f"r{number}",
        "text": " ".join(words) + ".",
        "author": f"reader{chance.randrange(1_000_000)}",
        "rating": chance.choice((1, 2, 3, 4, 4, 5, 5, 5)),
        "date": f"20{chance.randint(10, 25)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        "language": spoken.code,
        "item": f"item{chance.randrange(20_000)}",
    }
    if number % 2:
        review["title"] = " ".join(chance.choices(spoken.words, cum_weights=spoken.weights, k=4)).capitalize()
    return review


def write(path: Path, count: int) -> None:
    """Write so many reviews, a JSON object a line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for review in reviews(count):
            file.write(json.dumps(review, ensure_ascii=False) + "\n")


def expected(probe: Probe, count: int) -> int:
    """Say in how many of so many reviews a probe stands."""
    return sum(1 for _ in range(probe.every // 2, count + 1, probe.every)) if probe.every else 0
