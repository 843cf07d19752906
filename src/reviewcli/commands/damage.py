"""Tell a corpus that does not hold what it should from a mistake of ours, when a command fails on it."""

from pathlib import Path

from reviewcli.errors import CorpusError, ReviewError

AMISS = (KeyError, IndexError, TypeError, ValueError, AttributeError)
"""What a command meets that reads a record of another shape than ours have."""


def damage_in(path: Path | None) -> ReviewError | None:
    """Return the error for the first thing that is wrong with a corpus; None when all is well.

    A corpus can be edited by hand, or be merged by a tool that knows nothing of it. No command looks at every
    field of every record before it begins; when one fails, all of it is checked.
    """
    if path is None:
        return None
    from reviewcli.checking import check
    from reviewcli.corpus import open_corpus

    try:
        with open_corpus(path) as corpus:
            problem = next((one.what for one in check(corpus.database, path)), "")
    except ReviewError as error:
        return error
    except AMISS:
        problem = "It holds what cannot be read."
    if not problem:
        return None
    return CorpusError(
        f"{path} is damaged. {problem}",
        hint="reviewcli check tells all that is wrong; restore FILE puts a backup in its place.",
    )
