"""Read the text of a query into its tree."""

from typing import assert_never

from reviewcli.errors import QueryError
from reviewcli.query.lex import Piece, pieces
from reviewcli.query.terms import read_term
from reviewcli.query.tree import Everything, Not, Query, Term, all_of, any_of

DEPTH_LIMIT = 50
"""Levels of groups and minus signs: walks over a tree recurse, and must stay far from Python's own limit."""

TERM_LIMIT = 1000


def parse(source: str) -> Query:
    """Read a query; raise QueryError, with the column, for one that cannot be read.

    Side by side means and; `OR` binds less; `( )` group; `-` negates the next term or group.
    """
    reading = _Reading()
    try:
        for piece in pieces(source):
            reading.take(piece)
        return reading.finish()
    except QueryError as error:
        error.query = source
        raise


class _Group:
    """A group being read: its alternatives so far, where it and its last `OR` stand, and what negates it."""

    __slots__ = ("alternatives", "column", "depth", "either", "minuses")

    def __init__(self, *, column: int, minuses: int, depth: int) -> None:
        self.alternatives: list[list[Term]] = [[]]
        self.column = column
        self.minuses = minuses
        self.depth = depth
        self.either = 0

    def add(self, term: Term, *, minuses: int) -> None:
        for _ in range(minuses):
            term = Not(term)
        self.alternatives[-1].append(term)

    def split(self, column: int) -> None:
        self.require_term(column)
        self.alternatives.append([])
        self.either = column

    def join(self) -> Term:
        self.require_term(self.either)
        return any_of(all_of(terms) for terms in self.alternatives)

    def require_term(self, column: int) -> None:
        if not self.alternatives[-1]:
            raise QueryError(
                "'OR' has nothing on one side.",
                column=column,
                hint="Write a term on both sides, or 'or' in small letters to search for the word.",
            )

    @property
    def empty(self) -> bool:
        return self.alternatives == [[]]


class _Reading:
    """A query being read: its open groups, outermost first, and the minus signs that wait for a term."""

    def __init__(self) -> None:
        self.groups = [_Group(column=1, minuses=0, depth=0)]
        self.minuses = 0
        self.count = 0

    def take(self, piece: Piece) -> None:
        match piece.kind:
            case "minus":
                self.minuses += 1
                self.check_depth(piece.column)
            case "open":
                depth = self.groups[-1].depth + self.minuses + 1
                self.groups.append(_Group(column=piece.column, minuses=self.minuses, depth=depth))
                self.minuses = 0
                self.check_depth(piece.column)
            case "close":
                self.close(piece.column)
            case "or":
                self.check_minuses(piece.column)
                self.groups[-1].split(piece.column)
            case "quoted" | "bare":
                self.check_count(piece.column)
                self.groups[-1].add(read_term(piece), minuses=self.minuses)
                self.minuses = 0
            case _:
                assert_never(piece.kind)

    def close(self, column: int) -> None:
        if len(self.groups) == 1:
            raise QueryError(
                "')' closes no group.", column=column, hint="Remove it, or write '(' where the group begins."
            )
        group = self.groups.pop()
        if group.empty:
            raise QueryError(
                "'()' groups nothing.",
                column=group.column,
                hint="Write terms between the two, or remove them.",
            )
        self.groups[-1].add(group.join(), minuses=group.minuses)

    def finish(self) -> Query:
        group = self.groups[-1]
        if len(self.groups) > 1:
            raise QueryError(
                "'(' is opened and not closed.", column=group.column, hint="Write ')' where the group ends."
            )
        return Everything() if group.empty else group.join()

    def check_minuses(self, column: int) -> None:
        if self.minuses:
            raise QueryError(
                "'-' stands before 'OR'.", column=column - 1, hint='Write -"OR" to leave out the word.'
            )

    def check_depth(self, column: int) -> None:
        if self.groups[-1].depth + self.minuses > DEPTH_LIMIT:
            raise QueryError(
                f"Groups and minus signs stand more than {DEPTH_LIMIT} levels deep.",
                column=column,
                hint="Write the query with fewer groups inside groups.",
            )

    def check_count(self, column: int) -> None:
        self.count += 1
        if self.count > TERM_LIMIT:
            raise QueryError(
                f"The query has more than {TERM_LIMIT} terms.",
                column=column,
                hint="Ask for fewer, or quote a text to search for it as one phrase.",
            )
