"""Name what a query can ask: a closed tree of terms."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from reviewcli.text import fold_name, words

State: TypeAlias = Literal["tagged", "untagged", "doubtful"]

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
FieldClause: TypeAlias = Tag | Language | Is
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
