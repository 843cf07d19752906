"""Hold what stands after the colon of a field clause, and refuse what is not meant for the field."""

from typing import NamedTuple, NoReturn

from reviewcli.errors import QueryError
from reviewcli.query.wording import shorten


class Value(NamedTuple):
    """What stands after the colon of a field: in quotes or not, and where in the query the clause begins.

    `begins` is the column of the value itself; `today` is the day from which relative dates count.
    """

    field: str
    text: str
    column: int
    begins: int
    quoted: bool = False
    today: str = ""

    def refuse(self, message: str, hint: str) -> NoReturn:
        """Raise the error of a clause that cannot be meant."""
        raise QueryError(message, column=self.column, hint=hint)

    @property
    def shown(self) -> str:
        """The value as a message quotes it."""
        return shorten(self.text)


def nearest(name: str, known: tuple[str, ...]) -> str:
    """Find the known name that is most like a typed one; nothing when none is."""
    from difflib import get_close_matches  # costs start-up, and only errors need it

    return next(iter(get_close_matches(name[:40], known, n=1, cutoff=0.65)), "")
