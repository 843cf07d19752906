"""Give every verb the options that all share, and let queries hold words that start with a minus."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import typer
from typer.core import TyperCommand, TyperOption

from reviewcli.commands.session import session_of
from reviewcli.errors import UsageError

MINUS = "\N{MINUS SIGN}"
_EXCLUDED = re.compile(r'-(?!-)["“(]?[^\W\d_].')


class ReaderGoneError(Exception):
    """Tell that nobody reads our output any more, as when it goes to `head`; no error for the person."""


class Verb(TyperCommand):
    """A command with the shared options."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.params += shared_options()

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a closed pipe gets out under another name, for Typer makes an error of it."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ReaderGoneError from error


class QueryVerb(Verb):
    """A command whose words are a query: `-word` there is a word to leave out, not an option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse, with the minus of words to leave out written so that no option parser takes it."""
        ends = args.index("--") if "--" in args else len(args)
        shielded = [MINUS + word[1:] if _EXCLUDED.match(word) else word for word in args[:ends]]
        return super().parse_args(ctx, shielded + args[ends:])


def unshielded(words: Iterable[str]) -> Iterator[str]:
    """Give the words of a query as they were typed, each minus again what it was."""
    return ("-" + word[1:] if word.startswith(MINUS) else word for word in words)


def command(function: Callable[..., None], *, name: str, example: str, query: bool = False) -> typer.Typer:
    """Make the one-verb application of a function; `example` ends its help, a command a line."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    names = {"help_option_names": ["-h", "--help"]}
    shown = "\b\nExamples:\n" + "\n".join(f"  {line}" for line in example.splitlines())
    app.command(name, cls=QueryVerb if query else Verb, epilog=shown, context_settings=names)(function)
    return app


def shared_options() -> list[TyperOption]:
    """Make the options that stand before or after any verb; each writes what it is given to the session."""
    return [
        _option("--corpus", "corpus_option", "Use the corpus in this file.", metavar="PATH"),
        _option("--as", "annotator_option", "Annotate under this name.", metavar="ANNOTATOR"),
        _option("--no-color", "color", "Use no colours.", given=False),
        _option("--quiet", "quiet", "Say nothing but results and errors.", given=True),
        _option("--debug", "debug", "Show where an error comes from.", given=True),
    ]


def _option(
    flag: str, field: str, text: str, *, metavar: str | None = None, given: bool | None = None
) -> TyperOption:
    def keep(ctx: typer.Context, _: object, value: object) -> None:
        if value == "":
            raise UsageError(
                f"{flag} is given, but nothing after it.", hint="Write a value, or leave it out."
            )
        if value:
            setattr(session_of(ctx), field, value if given is None else given)

    return TyperOption(
        param_decls=[flag, f"shared_{field}"],
        help=text,
        metavar=metavar,
        expose_value=False,
        is_eager=True,
        callback=keep,
        show_default=False,
        **({"type": str, "default": None} if given is None else {"is_flag": True, "default": False}),
    )
