"""Find the files that somebody means by the name of a folder or by a pattern."""

import glob
from collections.abc import Iterator
from pathlib import Path

from reviewcli.errors import SourceError
from reviewcli.sources.rereading import STDIN
from reviewcli.sources.tables.kinds import SUFFIXES
from reviewcli.sources.unpacking import METHODS, unpacked_name

_TEXTS = SUFFIXES | {".txt", ".text", ".html", ".htm", ".xhtml", ".zip"}
_PACKED = frozenset(method.suffix for method in METHODS)
_LEFT_OUT = (".decisions.json", ".rejects.csv", ".rejects.tsv", ".rejects.jsonl")


def files_meant(name: str) -> list[str]:
    """List the files that a name means: itself, those in a folder and below it, those of a pattern.

    Of a folder these are the files whose names say that they can be read. Raises SourceError for none.
    """
    if name == STDIN or not name:
        return [name]
    path = Path(name)
    try:
        if path.is_dir():
            return _in_folder(path)
        if path.exists() or not glob.has_magic(name):
            return [name]
    except (OSError, ValueError):
        return [name]
    found = sorted(one for one in glob.glob(name, recursive=True) if Path(one).is_file())  # noqa: PTH207  # it may be absolute
    if not found:
        raise SourceError(f"No file is meant by {name}.", hint="Check the pattern and the folder you are in.")
    return found


def _in_folder(folder: Path) -> list[str]:
    found = [str(path) for path in _walk(folder)]
    if not found:
        raise SourceError(
            f"{folder} holds no file that can be imported.", hint=f"Name the files in it: {folder}/FILE"
        )
    return found


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif path.is_file() and _can_be_read(path):
            yield path


def _can_be_read(path: Path) -> bool:
    name = path.name.lower()
    inner = unpacked_name(name)
    return (Path(inner).suffix in _TEXTS or Path(name).suffix in _PACKED) and not inner.endswith(_LEFT_OUT)
