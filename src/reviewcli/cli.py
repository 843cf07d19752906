"""Run reviewcli from the command line: choose the verb, and catch every error in one place."""

import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from reviewcli import __version__
from reviewcli.commands.session import Session
from reviewcli.commands.verb import ReaderGoneError, shared_options
from reviewcli.errors import QueryError, ReviewError
from reviewcli.views.door import line
from reviewcli.views.terminal import leave_the_pipe, open_streams, say

# A verb is loaded when it is asked for: reviewcli.commands.MODULE holds its `app`.
VERBS = {
    "import": "import_",
    "list": "list_",
    "search": "search",
    "show": "show",
    "tag": "tag",
    "untag": "untag",
    "note": "note",
    "merge": "merge",
    "split": "split_",
    "undo": "undo",
    "redo": "redo",
    "history": "history",
    "export": "export",
    "count": "count",
    "query": "query",
    "check": "check",
    "backup": "backup",
    "restore": "restore",
    "config": "config",
}
INTERRUPTED = 130
LONGEST_SHOWN = 100


class Verbs(TyperGroup):
    """The group of all verbs, with the options that they share."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.params += shared_options()

    def list_commands(self, ctx: Any) -> list[str]:
        """Name the verbs, in the order in which a newcomer meets them."""
        return list(VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load one verb."""
        if cmd_name not in VERBS:
            return None
        if cmd_name not in self.commands:
            module = import_module(f"reviewcli.commands.{VERBS[cmd_name]}")
            self.commands[cmd_name] = typer.main.get_command(module.app)
        return self.commands[cmd_name]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the verb that was typed; a wrong one is answered with the nearest."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            from difflib import get_close_matches

            nearest = get_close_matches(args[0], VERBS, n=1)
            meant = f" Did you mean '{nearest[0]}'?" if nearest else ""
            ctx.fail(f"There is no command '{args[0]}'.{meant}")
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=Verbs,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="\b\nExamples:\n  reviewcli list\n  reviewcli search Zinoviev\n  reviewcli tag 3 critical",
)


def _print_version(asked: bool) -> None:  # noqa: FBT001  # Typer calls it so
    if asked:
        sys.stdout.write(f"reviewcli {__version__}\n")
        raise typer.Exit


@app.callback()
def root(
    ctx: typer.Context,
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Turn pasted or exported reviews into a clean, searchable, annotated data set."""
    if ctx.invoked_subcommand is None:
        sys.stdout.write(ctx.get_help() + "\n")


def run(arguments: list[str]) -> int:
    """Run one command line; return the exit code, having told the person of anything that went wrong."""
    session = Session()
    try:
        open_streams()
        return _run(arguments, session)
    except ReviewError as error:
        if session.debug:
            raise
        return _report(error.message, error.hint, error.exit_code, place=_place(error))
    except typer.TyperException as error:
        return _report(error.format_message(), "reviewcli --help shows what can be typed.", error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        say("Interrupted; what was already said to be done is kept.")
        return INTERRUPTED
    except (ReaderGoneError, BrokenPipeError):
        leave_the_pipe()
        return 0
    except (OSError, MemoryError) as error:
        if session.debug:
            raise
        return _report(*_refused(error), 1)


def _run(arguments: list[str], session: Session) -> int:
    command = typer.main.get_command(app)
    code = command.main(args=arguments, prog_name="reviewcli", standalone_mode=False, obj=session)
    sys.stdout.flush()
    if code == INTERRUPTED:  # what Typer makes of Ctrl-C
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0


def _refused(error: OSError | MemoryError) -> tuple[str, str]:
    """Say what the system refused, and what mends it."""
    if isinstance(error, MemoryError):
        return "There is not enough memory.", "Take less at a time, or end other programs."
    what = f"{error.filename} cannot be used" if error.filename else "The output cannot be written"
    return f"{what}: {error.strerror or error}.", "Check the disk and your rights."


def _report(message: str, hint: str, code: int, *, place: str = "") -> int:
    say(f"Error: {line(message)}")
    if place:
        say(place)
    if hint:
        say(f"Hint: {line(hint)}")
    return code


def _place(error: ReviewError) -> str:
    """Point at the column of a query that is short enough to be shown."""
    if not isinstance(error, QueryError) or len(error.query) > LONGEST_SHOWN:
        return ""
    from rich.cells import cell_len

    before = cell_len(line(error.query[: error.column - 1]))
    return f"  {line(error.query)}\n  {' ' * before}^"
