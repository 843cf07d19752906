"""Say why there is no review of a number, and what became of the one that there was."""

from collections.abc import Sequence

from reviewcli.errors import NotFoundError
from reviewcli.history import History
from reviewcli.numbers import format_numbers
from reviewcli.opening import read_state
from reviewcli.reshaping import became
from reviewcli.store.database import Database


def no_such_review(numbers: Sequence[int], database: Database, history: History) -> NotFoundError:
    """Return the error for numbers that no review has now: merged, undone or never given."""
    for number in numbers:
        if into := became(number, database):
            return NotFoundError(
                f"Review {number} was merged into review {into}.", hint=f"reviewcli show {into} shows it."
            )
        if reason := history.why_gone(number):
            return NotFoundError(
                f"Review {number} is gone: {reason}.", hint=f"reviewcli history {number} shows it all."
            )
    last = read_state(database)["next_reviews"] - 1
    exist = "the corpus is empty" if last < 1 else f"the numbers are 1 to {last}"
    return NotFoundError(
        f"There is no review {format_numbers(numbers)}; {exist}.", hint="reviewcli list shows them all."
    )
