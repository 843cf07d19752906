"""Name what a query can ask: a closed tree of terms."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from reviewcli.text import fold_name, words

State: TypeAlias = Literal[
    "tagged",
    "untagged",
    "disputed",
    "noted",
    "doubtful",
    "decided",
    "rated",
    "dated",
    "verified",
    "recommended",
]
TextField: TypeAlias = Literal["author", "title", "source", "item", "note"]
NumberField: TypeAlias = Literal["number", "rating", "words", "helpful"]

NO_LANGUAGE = "none"
"""What `lang:` is asked for to find the reviews whose language could not be told."""


@dataclass(frozen=True, slots=True)
class Everything:
    """Ask for every review: the empty query. It stands alone, never inside another."""


@dataclass(frozen=True, slots=True)
class Word:
    """Ask for a word, folded."""

    word: str

    def __post_init__(self) -> None:
        _require_tokens((self.word,))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Ask for words side by side, folded; a quoted word is a phrase of one."""

    words: tuple[str, ...]

    def __post_init__(self) -> None:
        _require_tokens(self.words)


@dataclass(frozen=True, slots=True)
class Prefix:
    """Ask for a word that begins with the last of `words`, right after the others: `revolu*`, `first-ha*`."""

    words: tuple[str, ...]

    def __post_init__(self) -> None:
        _require_tokens(self.words)


@dataclass(frozen=True, slots=True)
class Near:
    """Ask for a word in any spelling close to this one, folded: `Rosermer~`."""

    word: str

    def __post_init__(self) -> None:
        _require_tokens((self.word,))


@dataclass(frozen=True, slots=True)
class Tag:
    """Ask for reviews that anyone gave this label, compared as `fold_name` makes it."""

    label: str

    def __post_init__(self) -> None:
        if not self.label or self.label != fold_name(self.label):
            raise ValueError(f"not a folded label: {self.label!r}")


@dataclass(frozen=True, slots=True)
class Language:
    """Ask for reviews in a language, by its code in small letters, or for those in none that is known."""

    code: str

    def __post_init__(self) -> None:
        if not (self.code.isascii() and self.code.isalpha() and self.code.islower()):
            raise ValueError(f"not a language code: {self.code!r}")


@dataclass(frozen=True, slots=True)
class Is:
    """Ask for reviews in a state."""

    state: State


@dataclass(frozen=True, slots=True)
class By:
    """Ask for reviews that this annotator gave a label, compared as `fold_name` makes the name."""

    annotator: str

    def __post_init__(self) -> None:
        if not self.annotator or self.annotator != fold_name(self.annotator):
            raise ValueError(f"not a folded name: {self.annotator!r}")


@dataclass(frozen=True, slots=True)
class Holds:
    """Ask for words in a field of text, in the form in which they are written; of notes, in any of them."""

    field: TextField
    wanted: "Phrase | Prefix | Near"


@dataclass(frozen=True, slots=True)
class Within:
    """Ask for a number from `low` to `high`, both in; None is no end. Ratings are out of five.

    `strict` leaves out the end, and there is only one then. A review without such a number does not answer.
    """

    field: NumberField
    low: float | None = None
    high: float | None = None
    strict: bool = False

    def __post_init__(self) -> None:
        ends = [end for end in (self.low, self.high) if end is not None]
        if not ends or ends != sorted(ends) or ends[0] < 0 or (self.strict and len(ends) > 1):
            raise ValueError(f"not a range: {self.low}..{self.high}")


@dataclass(frozen=True, slots=True)
class Dated:
    """Ask for a date from the day `low` to the day `high`, both in, as `YYYY-MM-DD`; None is no end.

    A review of which only the month or year is known counts as of its first day; one without a date does
    not answer.
    """

    low: str | None = None
    high: str | None = None

    def __post_init__(self) -> None:
        ends = [end for end in (self.low, self.high) if end is not None]
        if not ends or ends != sorted(ends) or not all(re.fullmatch(r"\d{4}-\d\d-\d\d", end) for end in ends):
            raise ValueError(f"not a range of days: {self.low}..{self.high}")


@dataclass(frozen=True, slots=True)
class Not:
    """Ask for reviews that do not answer a term."""

    term: "Term"


@dataclass(frozen=True, slots=True)
class And:
    """Ask for reviews that answer every one of two or more terms, none of them an `And` itself."""

    terms: "tuple[Term, ...]"

    def __post_init__(self) -> None:
        if len(self.terms) < 2 or any(isinstance(term, And) for term in self.terms):
            raise ValueError("an And has two terms or more and holds no And; all_of makes one")


@dataclass(frozen=True, slots=True)
class Or:
    """Ask for reviews that answer any of two or more terms, none of them an `Or` itself."""

    terms: "tuple[Term, ...]"

    def __post_init__(self) -> None:
        if len(self.terms) < 2 or any(isinstance(term, Or) for term in self.terms):
            raise ValueError("an Or has two terms or more and holds no Or; any_of makes one")


TextTerm: TypeAlias = Word | Phrase | Prefix | Near
FieldClause: TypeAlias = Tag | Language | Is | By | Holds | Within | Dated
Term: TypeAlias = TextTerm | FieldClause | Not | And | Or
Query: TypeAlias = Everything | Term


def all_of(terms: Iterable[Term]) -> Term:
    """Join terms, at least one, so that all must be answered."""
    flat: list[Term] = []
    for term in terms:
        flat.extend(term.terms if isinstance(term, And) else (term,))
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def any_of(terms: Iterable[Term]) -> Term:
    """Join terms, at least one, so that any may be answered."""
    flat: list[Term] = []
    for term in terms:
        flat.extend(term.terms if isinstance(term, Or) else (term,))
    return flat[0] if len(flat) == 1 else Or(tuple(flat))


def _require_tokens(given: tuple[str, ...]) -> None:
    if not given or any(words(word) != [word] for word in given):
        raise ValueError(f"not folded words: {given!r}")
