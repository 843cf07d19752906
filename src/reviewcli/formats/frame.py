"""Say what a format is: how it writes reviews, where its files stand, and what it cannot hold."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reviewcli.choosing import ALL
from reviewcli.formats.scheme import Scheme
from reviewcli.model import Review

WHOLE = ""
"""The name of the part that all reviews are when they are not split."""


def file_of_part(target: Path, part: str) -> Path:
    """Return where a part goes: `NAME.train.jsonl` for the part `train` of `NAME.jsonl`."""
    return target.with_name(f"{target.stem}.{part}{target.suffix}") if part else target


def nothing_beside(_target: Path, _parts: Sequence[str], _scheme: Scheme) -> dict[Path, bytes]:
    """Write no other files."""
    return {}


class Writer(NamedTuple):
    """How a format is written.

    `write` turns reviews into pieces of one file, holding no more of them than the format forces it to;
    `place` says where each part goes, and `beside` what other files stand there, whole.
    """

    write: Callable[[Iterable[Review], Scheme], Iterator[bytes]]
    place: Callable[[Path, str], Path] = file_of_part
    beside: Callable[[Path, Sequence[str], Scheme], dict[Path, bytes]] = nothing_beside


class Format(NamedTuple):
    """A format: the module that writes it, and what has to be known before that is loaded.

    `lost` names the facts about reviews that it has no place for, as `reviewcli.formats.losses` knows
    them; `labels` is whose labels go out unless that is said; a format for `training` takes only reviews
    that have one. `needs` is the package that it cannot be written without.
    """

    module: str
    suffixes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    labels: str = ALL
    training: bool = False
    binary: bool = False
    folder: bool = False
    needs: str = ""
