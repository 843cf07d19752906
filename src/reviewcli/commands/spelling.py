"""Ask whether another spelling was meant, where hardly a review answers a query."""

from typing import TYPE_CHECKING

from reviewcli.commands.session import Session

if TYPE_CHECKING:
    from reviewcli.corpus import Corpus


def ask_spelling(query: str, answering: int, corpus: "Corpus", session: Session) -> None:
    """Name what the words of a query may have been meant for, when hardly a review answers it."""
    if session.quiet or not query.strip():
        return
    from reviewcli.query.respelling import FEW
    from reviewcli.views.door import line

    for word, better in corpus.respellings(query) if answering <= FEW else ():
        instead = f", not {line(word)}" if len(query.split()) > 1 else ""
        session.say(f"Did you mean {line(better)}{instead}?")
