"""Read one term of a query: a word, a phrase or a field clause."""

from reviewcli.errors import QueryError
from reviewcli.query.fields import read_clause, shorten, split_field
from reviewcli.query.lex import Piece
from reviewcli.query.tree import Near, Phrase, Prefix, Term, Word
from reviewcli.text import fold, words


def read_term(piece: Piece) -> Term:
    """Read a quoted or bare piece; raise QueryError where it asks for nothing that can be found."""
    if piece.field:
        return read_clause(fold(piece.field), piece.text, column=piece.column)
    if piece.kind == "quoted":
        return Phrase(_words(piece.text, piece.column))
    if clause := split_field(piece.text):
        return read_clause(*clause, column=piece.column)
    return _bare(piece.text, piece.column)


def _bare(text: str, column: int) -> Term:
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
