"""Complete what is typed at the shell: labels from the scheme of the corpus in force, and formats."""

import typer


def complete_number_or_label(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the labels that begin with what is typed; without a corpus, those every scheme starts with."""
    return [name for name in label_names(ctx) if name.startswith(incomplete.lower())]


def complete_format(incomplete: str) -> list[str]:
    """Offer the formats of `export` that begin with what is typed."""
    from reviewcli.formats.registry import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete.lower())]


def label_names(ctx: typer.Context) -> list[str]:
    """List the labels, making nothing and saying nothing whatever is wrong with the corpus."""
    from reviewcli.commands.session import session_of
    from reviewcli.config import path_of
    from reviewcli.corpus import open_corpus
    from reviewcli.errors import ReviewError
    from reviewcli.labels import STARTING_SCHEME

    try:
        with open_corpus(path_of(session_of(ctx).corpus_choice().value)) as corpus:
            return [label.name for label in corpus.labels()]
    except ReviewError:
        return [label.name for label in STARTING_SCHEME]
