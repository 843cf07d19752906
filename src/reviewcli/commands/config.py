"""Print the paths and names in use."""

from typing import Annotated, Literal

import typer

from reviewcli.commands.session import session_of
from reviewcli.commands.verb import command


def show_config(
    ctx: typer.Context,
    *,
    form: Annotated[
        Literal["table", "plain", "json"] | None,
        typer.Option(
            "--format", help="How to write it; table on a terminal, plain in a pipe.", show_default=False
        ),
    ] = None,
) -> None:
    """Print the paths in use.

    Says where the corpus and the settings file are, who annotates, and what decided each.

    The settings file is TOML and may set corpus and annotator, each to a text in quotes.
    """
    from reviewcli.config import config_file
    from reviewcli.views.reports import write_facts
    from reviewcli.views.terminal import on_terminal

    session = session_of(ctx)
    file = config_file()
    facts = [
        ("corpus", *session.corpus_choice()),
        ("settings file", str(file or ""), "there" if file and file.is_file() else "not there"),
        ("annotator", *session.annotator_choice()),
    ]
    write_facts(facts, form or ("table" if on_terminal() else "plain"), color=session.color)


app = command(show_config, name="config", example="reviewcli config\nreviewcli config --format json")
