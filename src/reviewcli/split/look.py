"""Look at a paragraph once, and note what the cues compare."""

import re
from dataclasses import dataclass

from reviewcli.split.fingerprint import Fingerprint, fingerprint
from reviewcli.split.languages import LEXICONS
from reviewcli.split.lexicon import Lexicon
from reviewcli.split.paragraphs import Paragraph
from reviewcli.split.script import language_of, script_of

REACH = 400
_DEPTH = 2000
_HEAD_WORDS = 4
_SENTENCE = 14
_SENTENCE_LETTERS = 30
_INTRODUCTION = 150
_KINDS = ("back", "pronouns", "rounding", "writer", "this", "the", "a", "praise", "parts", "setting")
_UNSPACED = frozenset({"Han", "Kana", "Thai"})
_WORD = re.compile(r"[^\W_]+(?:['’.;][^\W_]+)*")
_NUMBER = re.compile(r"[(\[]?(\d{1,2})(?:[.):\]-]|\.\))(?=\s|[^\W\d])")
_BULLET = re.compile(r"[-*•·+~>►●■–—✔✓☑☐+→]+(?=\s?\S)")
_RATING = re.compile(
    r"\b\d{1,3}(?:[.,]\d+)?\s?(?:/|out of)\s?(?:5|10|100)\b|\b\d(?:[.,]\d)?\s?stars?\b|[★☆⭐]", re.I
)
_FIGURE = re.compile(r"[\d★☆⭐]")
_SENTENCE_END = re.compile(r"[.!?…。！？]['\"”’)\]]*\s")
_FINAL = ".!?…。！？"
_CLOSERS = "'\"”’»)] "
_LABEL = re.compile(r"[^.!?:\n]{1,30}:(?!/)")


@dataclass(frozen=True, slots=True)
class Look:
    """What is noted of one paragraph.

    `opening` maps the kinds of beginnings in the lexicon that match to the words that do; `words`
    are those that carry its matter; `names` are two or more capitalised words in a row near its
    beginning; `mark` is a list mark, `number` the number in it.
    """

    length: int
    script: str | None
    language: str | None
    print: Fingerprint
    first: str
    opening: dict[str, str]
    ending: str
    verdict: str | None
    rated: bool
    begins_rated: bool
    begins_lower: bool
    label: bool
    mark: str | None
    number: int | None
    words: frozenset[str]
    names: tuple[str, ...]
    persons: int
    met: tuple[str, ...]
    inside: tuple[str, ...]


def guess_language(paragraph: Paragraph) -> str | None:
    """Guess the language of a paragraph by the small words at both its ends."""
    text = paragraph.text
    if script_of(text[:REACH]) == "Han":
        return "zh"
    return language_of(_words(text[:REACH] + " " + text[-REACH:] if len(text) > REACH else text))


def look_at(paragraph: Paragraph, language: str | None) -> Look:
    """Note of a paragraph in a language, None for an unknown one, what the cues compare."""
    text = paragraph.text
    lexicon = LEXICONS.get(language or "en", LEXICONS["en"])
    head, tail, body = text[:REACH], text[-REACH:], text[:_DEPTH]
    script = script_of(head)
    words = _words(head)
    spaced = script not in _UNSPACED
    first_words = " ".join(words[:_SENTENCE]) if spaced else head[:_SENTENCE_LETTERS]
    number = _NUMBER.match(text)
    bullet = _BULLET.match(head)
    last = _last_sentence(tail)
    bare = text.rstrip(_CLOSERS)[-1:] or text[-1]
    rating = _rating(head)
    return Look(
        length=len(text),
        script=script,
        language=language,
        print=fingerprint(text),
        first=words[0] if words else "",
        opening=_opening(words, lexicon) if spaced else _opening(list("".join(words)), lexicon, joint=""),
        ending="colon" if text.endswith((":", "：")) else "stop" if bare in _FINAL else "none",
        verdict=next(iter(_among(last, spaced=spaced, phrases=lexicon.verdict)), None),
        rated=_rating(tail) is not None,
        begins_rated=rating is not None and rating.start() < 12,
        begins_lower=head[:1].islower(),
        label=_LABEL.match(head) is not None,
        mark="number" if number else bullet[0][0] if bullet else None,
        number=int(number[1]) if number else None,
        words=_matter(body, script, lexicon),
        names=_names(head[:_INTRODUCTION], lexicon),
        persons=sum(word in ("i", "my", "me", "i'm", "i've") for word in words),
        met=tuple(_among(first_words, spaced=spaced, phrases=lexicon.met)),
        inside=tuple(_among(first_words, spaced=spaced, phrases=lexicon.inside)),
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'"))


def _rating(part: str) -> re.Match[str] | None:
    return _RATING.search(part) if _FIGURE.search(part) else None


def _opening(words: list[str], lexicon: Lexicon, *, joint: str = " ") -> dict[str, str]:
    found: dict[str, str] = {}
    for kind in _KINDS:
        start = (
            1 if kind == "praise" and words[:1] and (words[0] in lexicon.a or words[0] in lexicon.this) else 0
        )
        phrases: frozenset[str] = getattr(lexicon, kind)
        for size in range(min(_HEAD_WORDS, len(words) - start), 0, -1):
            phrase = joint.join(words[start : start + size])
            if phrase in phrases:
                found[kind] = phrase
                break
    return found


def _among(text: str, *, spaced: bool, phrases: frozenset[str]) -> list[str]:
    if spaced:
        return [word for word in _words(text) if word in phrases]
    return [phrase for phrase in sorted(phrases) if phrase in text]


def _last_sentence(tail: str) -> str:
    start = 0
    for match in _SENTENCE_END.finditer(tail):
        start = match.end()
    return tail[start:]


def _matter(body: str, script: str | None, lexicon: Lexicon) -> frozenset[str]:
    if script in _UNSPACED:
        sample = body[:REACH]
        return frozenset(
            sample[at : at + 2] for at in range(len(sample) - 1) if sample[at : at + 2].isalpha()
        )
    return frozenset(word for word in _words(body) if len(word) > 3 and word not in lexicon.common)


def _names(head: str, lexicon: Lexicon) -> tuple[str, ...]:
    small = (lexicon.back, lexicon.the, lexicon.a, lexicon.this, lexicon.setting, lexicon.common)
    names: list[str] = []
    run: list[str] = []
    end = -1
    for match in _WORD.finditer(head):
        capital = match[0][0].isupper() and len(match[0]) > 1
        if run and (not capital or head[end : match.start()] != " "):
            names += [" ".join(run)] if len(run) > 1 else []
            run = []
        if capital and (run or not any(match[0].lower() in words for words in small)):
            run.append(match[0])
        end = match.end()
    return tuple([*names, " ".join(run)] if len(run) > 1 else names)
