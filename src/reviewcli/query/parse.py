"""Read the text of a query into its tree, and its wishes for an order beside it."""

from typing import assert_never

from reviewcli.errors import QueryError
from reviewcli.query.fields.registry import SAVED, SORT, read_clause, require_meaning, split_field
from reviewcli.query.fields.saved import text_of, unreadable
from reviewcli.query.fields.sorting import read_orders
from reviewcli.query.fields.value import Value
from reviewcli.query.groups import DEPTH_LIMIT, Budget, Group
from reviewcli.query.lex import Piece, pieces
from reviewcli.query.request import Given, Order, Request
from reviewcli.query.tree import Everything, Near, Prefix, Query, Term
from reviewcli.query.wording import read_bare, read_quoted
from reviewcli.text import fold

NOTHING_GIVEN = Given()


def parse(source: str, given: Given = NOTHING_GIVEN) -> Query:
    """Read a query for its terms alone; otherwise as `parse_request`."""
    return parse_request(source, given).query


def parse_request(source: str, given: Given = NOTHING_GIVEN, *, saved_as: str = "") -> Request:
    """Read a query; raise QueryError, with the column, for one that cannot be read.

    Side by side means and; `OR` binds less; `( )` group; `-` negates the next term or group. `sort:` is no
    term: it stands outside of groups, anywhere. `query:` stands for what was saved under a name; its order
    counts where it stands outside of groups and the query has none of its own. `saved_as` is the folded name
    under which the query is to be saved, and which may not stand in it.
    """
    try:
        return _Reading(given, Budget(), (saved_as,) if saved_as else ()).read(source)
    except QueryError as error:
        error.query = source
        raise


class _Reading:
    """A query being read: its open groups, outermost first, and the minus signs that wait for a term.

    `within` names the saved queries in which it stands, from the outermost on.
    """

    def __init__(self, given: Given, budget: Budget, within: tuple[str, ...] = (), *, depth: int = 0) -> None:
        self.given = given
        self.budget = budget
        self.within = within
        self.groups = [Group(column=1, minuses=0, depth=depth)]
        self.minuses = 0
        self.orders: tuple[Order, ...] = ()
        self.saved_orders: tuple[Order, ...] = ()

    def read(self, source: str) -> Request:
        for piece in pieces(source):
            self.take(piece)
        group = self.groups[-1]
        if len(self.groups) > 1:
            raise QueryError(
                "'(' is opened and not closed.", column=group.column, hint="Write ')' where the group ends."
            )
        return Request(Everything() if group.empty else group.join(), self.orders or self.saved_orders)

    def take(self, piece: Piece) -> None:
        match piece.kind:
            case "minus":
                self.minuses += 1
                self.check_depth(piece.column)
            case "open":
                self.groups.append(Group(column=piece.column, minuses=self.minuses, depth=self.depth + 1))
                self.minuses = 0
                self.check_depth(piece.column)
            case "close":
                self.close(piece.column)
            case "or":
                self.check_minuses(piece.column)
                self.groups[-1].split(piece.column)
            case "quoted" | "bare":
                self.take_term(piece)
            case _:
                assert_never(piece.kind)

    @property
    def depth(self) -> int:
        return self.groups[-1].depth + self.minuses

    @property
    def outermost(self) -> bool:
        return len(self.groups) == 1 and not self.minuses

    def take_term(self, piece: Piece) -> None:
        value = self.clause(piece)
        if value is None:
            read = read_quoted if piece.kind == "quoted" else read_bare
            term = read(piece.text, piece.column)
            self.budget.spend(piece.column, loosely=isinstance(term, Near | Prefix))
            self.add(term)
        elif value.field == SORT:
            self.sort(value)
        elif value.field == SAVED:
            self.insert(value)
        else:
            self.budget.spend(piece.column)
            self.add(read_clause(value))

    def clause(self, piece: Piece) -> Value | None:
        """Return what the clause of a field says; None for a piece that is none."""
        if piece.field:
            name, text = fold(piece.field), piece.text
        elif piece.kind == "bare" and (parted := split_field(piece.text)):
            name, text = parted
        else:
            return None
        begins = piece.column + len(piece.text) - len(text)
        value = Value(name, text, piece.column, begins, quoted=bool(piece.field), today=self.given.today)
        require_meaning(value)
        return value

    def add(self, term: Term) -> None:
        self.groups[-1].add(term, minuses=self.minuses)
        self.minuses = 0

    def sort(self, value: Value) -> None:
        if not self.outermost:
            value.refuse(
                "'sort:' stands in a group or after '-'.",
                "Write it outside of all groups; sort:date- with '-' after the word for the reverse.",
            )
        self.orders += read_orders(value)

    def insert(self, value: Value) -> None:
        """Read a saved query in the place of its name."""
        name, text = text_of(value, self.given.saved(), self.within)
        self.check_depth(value.column, deeper=1)
        inner = _Reading(self.given, self.budget, (*self.within, name), depth=self.depth + 1)
        try:
            request = inner.read(text)
        except QueryError as error:
            raise (
                self.budget.refusal(value.column) if self.budget.spent else unreadable(value, name, error)
            ) from error
        if self.outermost:
            self.saved_orders += request.orders
        if not isinstance(request.query, Everything):
            self.add(request.query)
        elif self.minuses:
            value.refuse(f"'query:{value.shown}' only says an order.", "Take the '-' away.")

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

    def check_minuses(self, column: int) -> None:
        if self.minuses:
            raise QueryError(
                "'-' stands before 'OR'.", column=column - 1, hint='Write -"OR" to leave out the word.'
            )

    def check_depth(self, column: int, *, deeper: int = 0) -> None:
        if self.depth + deeper > DEPTH_LIMIT:
            raise QueryError(
                f"Groups, minus signs and saved queries stand more than {DEPTH_LIMIT} levels deep.",
                column=column,
                hint="Write the query with fewer groups inside groups.",
            )
