"""Turn pasted or exported reviews into a clean, searchable, annotated data set."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewcli.corpus import Corpus
    from reviewcli.errors import ReviewError
    from reviewcli.model import Review
    from reviewcli.records import record
    from reviewcli.scripting import open_corpus, read_sources, stamp

__version__ = "0.1.0"
__all__ = ["Corpus", "Review", "ReviewError", "open_corpus", "read_sources", "record", "stamp"]

_PLACES = {"Corpus": "corpus", "ReviewError": "errors", "Review": "model", "record": "records"}


def __getattr__(name: str) -> object:
    """Load what programs use when they first ask for it, so that commands start without it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_PLACES.get(name, 'scripting')}"), name)
