"""Read what a query says in words: one, several side by side, how one begins, or how it is nearly spelt."""

from reviewcli.errors import QueryError
from reviewcli.query.tree import Near, Phrase, Prefix, TextTerm, Word
from reviewcli.text import words


def read_bare(text: str, column: int) -> TextTerm:
    """Read words that stand without quotes; raise QueryError where they ask for nothing that can be found."""
    body, mark = (text[:-1], text[-1]) if text.endswith(("*", "~")) else (text, "")
    for wrong in ("*", "~"):
        if wrong in body:
            raise QueryError(
                f"'{wrong}' stands elsewhere than once at the end of a word.",
                column=column + body.index(wrong),
                hint=f'Move it to the end, or quote it to search for the text: "{shorten(text)}".',
            )
    if mark and not body:
        raise QueryError(
            f"'{mark}' stands after nothing.",
            column=column,
            hint=f"Write '{mark}' right after a word, such as revolu* or Rosermer~.",
        )
    found = _words(body, column)
    if mark == "*":
        return Prefix(found)
    if mark == "~":
        return Near(_single(found, column))
    return Word(found[0]) if len(found) == 1 else Phrase(found)


def read_quoted(text: str, column: int) -> Phrase:
    """Read the words between two quotes; raise QueryError where there are none."""
    return Phrase(_words(text, column))


def _words(text: str, column: int) -> tuple[str, ...]:
    found = tuple(words(text))
    if not found:
        raise QueryError(
            f"'{shorten(text)}' has no letters or digits to search for.",
            column=column,
            hint="Write at least one letter or digit.",
        )
    return found


def _single(found: tuple[str, ...], column: int) -> str:
    if len(found) > 1:
        raise QueryError(
            f"'~' follows {len(found)} words: {shorten(' '.join(found))}.",
            column=column,
            hint=f"Ask for each by itself, such as {shorten(found[-1])}~.",
        )
    return found[0]


def shorten(text: str) -> str:
    """Cut what a message quotes from a query to 40 characters."""
    return text if len(text) <= 40 else text[:39] + "…"
