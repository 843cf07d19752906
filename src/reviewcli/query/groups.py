"""Gather the terms of a query, group by group, while it is read."""

from reviewcli.errors import QueryError
from reviewcli.query.tree import Not, Term, all_of, any_of

DEPTH_LIMIT = 50
"""Levels of groups and minus signs: walks over a tree recurse, and must stay far from Python's own limit."""

TERM_LIMIT, LOOSE_LIMIT = 200, 20
"""Of terms, and of those with `*` or `~`: reviews are compared with all that each stands for."""


class Budget:
    """How many terms were read, those of the saved queries that stand in a query counted too."""

    def __init__(self) -> None:
        self.count = self.loose = 0

    @property
    def spent(self) -> bool:
        """Tell whether they were too many."""
        return self.count > TERM_LIMIT or self.loose > LOOSE_LIMIT

    def spend(self, column: int, *, loosely: bool = False) -> None:
        """Count one more, which may be a word with `*` or `~`; raise QueryError when there are too many."""
        self.count += 1
        self.loose += loosely
        if self.spent:
            raise self.refusal(column)

    def refusal(self, column: int) -> QueryError:
        """Return the error of too many terms."""
        if self.loose > LOOSE_LIMIT:
            return QueryError(
                f"The query has more than {LOOSE_LIMIT} words with '*' or '~'.",
                column=column,
                hint="Ask for fewer at a time.",
            )
        return QueryError(
            f"The query has more than {TERM_LIMIT} terms.",
            column=column,
            hint="Ask for fewer, or quote a text to search for it as one phrase.",
        )


class Group:
    """A group being read: its alternatives so far, where it and its last `OR` stand, and what negates it."""

    __slots__ = ("alternatives", "column", "depth", "either", "minuses")

    def __init__(self, *, column: int, minuses: int, depth: int) -> None:
        self.alternatives: list[list[Term]] = [[]]
        self.column = column
        self.minuses = minuses
        self.depth = depth
        self.either = 0

    def add(self, term: Term, *, minuses: int) -> None:
        """Add a term to the last alternative."""
        for _ in range(minuses):
            term = Not(term)
        self.alternatives[-1].append(term)

    def split(self, column: int) -> None:
        """Begin another alternative, after an `OR`."""
        self._require_term(column)
        self.alternatives.append([])
        self.either = column

    def join(self) -> Term:
        """Make one term of all."""
        self._require_term(self.either)
        return any_of(all_of(terms) for terms in self.alternatives)

    def _require_term(self, column: int) -> None:
        if not self.alternatives[-1]:
            raise QueryError(
                "'OR' has nothing on one side.",
                column=column,
                hint="Write a term on both sides, or 'or' in small letters to search for the word.",
            )

    @property
    def empty(self) -> bool:
        """Tell whether nothing was added."""
        return self.alternatives == [[]]
