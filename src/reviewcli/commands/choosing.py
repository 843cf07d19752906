"""Share how a verb that writes is told its reviews: by number, by query, or all of them."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from reviewcli.errors import UsageError
from reviewcli.numbers import parse_numbers

if TYPE_CHECKING:
    from reviewcli.corpus import Corpus

WhereOption = Annotated[
    str | None,
    typer.Option("--where", metavar="QUERY", help="Take the reviews that answer QUERY.", show_default=False),
]
AllOption = Annotated[bool, typer.Option("--all", help="Take every review.")]


class Choice(NamedTuple):
    """What was typed to say which reviews: numbers, a query, or that it is all of them."""

    words: list[str]
    where: str | None
    everything: bool

    @property
    def by_number(self) -> bool:
        """Tell whether reviews are to be named one by one."""
        return self.where is None and not self.everything

    def numbers(self, corpus: "Corpus") -> list[int]:
        """Find the reviews. Raises UsageError for a query that asks for nothing, and for two ways at once."""
        if self.by_number:
            return parse_numbers(self.words)
        if self.words or (self.everything and self.where is not None):
            raise UsageError(
                "The reviews are named in two ways.", hint="Give numbers, or --where QUERY, or --all."
            )
        if self.everything:
            return corpus.numbers("")
        _require_terms(corpus, self.where or "")
        return corpus.numbers(self.where or "")


def _require_terms(corpus: "Corpus", query: str) -> None:
    from reviewcli.query.tree import Everything

    if corpus.request(query).query == Everything():
        raise UsageError(
            "The query is empty, and that does not mean all reviews here.",
            hint="Write what they must answer, or --all in the place of --where to take every one.",
        )
