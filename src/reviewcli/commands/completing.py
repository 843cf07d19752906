"""Complete what is typed at the shell: labels and the parts of queries from the corpus, and formats."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from reviewcli.corpus import Corpus


def complete_number_or_label(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the labels that begin with what is typed; without a corpus, those every scheme starts with."""
    return [name for name in label_names(ctx) if name.startswith(incomplete.lower())]


def complete_format(incomplete: str) -> list[str]:
    """Offer the formats of `export` that begin with what is typed."""
    from reviewcli.formats.registry import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete.lower())]


def complete_query(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the fields of queries, and after the colon of one what may stand there."""
    from reviewcli.query.fields.registry import FIELDS

    field, colon, value = incomplete.partition(":")
    if not colon:
        return [f"{name}:" for name in FIELDS if name.startswith(field.lower())]
    return [f"{field}:{name}" for name in _values(ctx, field.lower()) if name.startswith(value.lower())]


def complete_saved(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the names of saved queries, and what else stands in queries."""
    names = [name for name in _saved_names(ctx) if name.startswith(incomplete)]
    return names or complete_query(ctx, incomplete)


def _values(ctx: typer.Context, field: str) -> list[str]:
    from reviewcli.query.fields.names import STATES
    from reviewcli.query.fields.sorting import SORT_KEYS

    if field in ("tag", "query"):
        return label_names(ctx) if field == "tag" else _saved_names(ctx)
    return list({"is": STATES, "sort": SORT_KEYS}.get(field, ()))


def label_names(ctx: typer.Context) -> list[str]:
    """List the labels, making nothing and saying nothing whatever is wrong with the corpus."""
    from reviewcli.labels import STARTING_SCHEME

    starting = [label.name for label in STARTING_SCHEME]
    return _asked(ctx, lambda corpus: [label.name for label in corpus.labels()], starting)


def _saved_names(ctx: typer.Context) -> list[str]:
    return _asked(ctx, lambda corpus: [one.name for one in corpus.saved_queries().list()], [])


def _asked(ctx: typer.Context, ask: "Callable[[Corpus], list[str]]", otherwise: list[str]) -> list[str]:
    from reviewcli.commands.session import session_of
    from reviewcli.config import path_of
    from reviewcli.corpus import open_corpus
    from reviewcli.errors import ReviewError

    try:
        with open_corpus(path_of(session_of(ctx).corpus_choice().value)) as corpus:
            return ask(corpus)
    except ReviewError:
        return otherwise
