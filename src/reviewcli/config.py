"""Know where things are: the corpus, the settings file and the name of the annotator."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from reviewcli.errors import ReviewError

APP = "reviewcli"
CORPUS_VARIABLE = "REVIEWCLI_CORPUS"
ANNOTATOR_VARIABLE = "REVIEWCLI_ANNOTATOR"
DEFAULT = "default"


class Choice(NamedTuple):
    """A setting in force and what decided it."""

    value: str
    decided_by: str


def corpus_choice(option: str | None = None) -> Choice:
    """Decide which corpus: the option given, else the environment, the settings file, the default.

    Raises ReviewError when the settings file cannot be read, or when the default is needed and there
    is no home directory.
    """
    return _decide(option, "--corpus", CORPUS_VARIABLE, "corpus") or Choice(str(default_corpus()), DEFAULT)


def annotator_choice(option: str | None = None) -> Choice:
    """Decide who annotates: the option given, else the environment, the settings file, the system's user."""
    return _decide(option, "--as", ANNOTATOR_VARIABLE, "annotator") or Choice(system_user(), DEFAULT)


def _decide(option: str | None, flag: str, variable: str, name: str) -> Choice | None:
    if option:
        return Choice(option, flag)
    if value := os.environ.get(variable):
        return Choice(value, variable)
    written = read_config(config_file()).get(name)
    return Choice(written, "settings file") if written else None


def config_file() -> Path | None:
    """Name the settings file, which may not exist; None when there is no home directory to keep it in."""
    from platformdirs import user_config_path

    folder = _at_home(user_config_path)
    return folder / "config.toml" if folder else None


def default_corpus() -> Path:
    """Name the corpus that is used when nobody names one. Raises ReviewError without a home directory."""
    from platformdirs import user_data_path

    folder = _at_home(user_data_path)
    if folder is None:
        raise ReviewError(
            "There is no home directory to keep the corpus in.",
            hint=f"Set HOME, or name a corpus with --corpus or {CORPUS_VARIABLE}.",
        )
    return folder / "corpus.db"


def _at_home(place: Callable[..., Path]) -> Path | None:
    """Ask platformdirs for a folder; without a home it raises, or in older versions leaves a `~` in it."""
    try:
        folder = place(APP, appauthor=False)
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None


def read_config(file: Path | None) -> Mapping[str, str]:
    """Read the settings file: `corpus` and `annotator`, both text; none when there is no file."""
    if file is None or not file.is_file():
        return {}
    import tomllib

    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ReviewError(
            f"The settings file {file} cannot be read: {error}.", hint="Mend or remove it."
        ) from error
    for name, value in table.items():
        if name not in {"corpus", "annotator"} or not isinstance(value, str):
            raise ReviewError(
                f"The settings file {file} has '{name} = {value!r}'.",
                hint="It may set corpus and annotator, each to a text in quotes.",
            )
    if "corpus" in table:
        table["corpus"] = str(file.parent / path_of(table["corpus"]))
    return table


def path_of(written: str) -> Path:
    """Return the path that a person wrote, `~` being a home directory; raise ReviewError for none."""
    try:
        if "\0" in written:
            raise RuntimeError("It has a zero byte in it.")
        return Path(written).expanduser()
    except RuntimeError as error:
        raise ReviewError(f"'{written}' is no path: {error}", hint="Write the path in full.") from error


def system_user() -> str:
    """Name the person by their account on this machine, `unknown` where it has no name."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
