"""Write the reviews that a query finds into files, and say what went where and what did not."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reviewcli.commands.exchange import STDOUT
from reviewcli.commands.session import Session
from reviewcli.errors import UsageError

if TYPE_CHECKING:
    from reviewcli.corpus import Corpus
    from reviewcli.exports import Order, Target, Told


def write_reviews(orders: Mapping[str, "Order"], where: str, session: Session, *, force: bool) -> None:
    """Write the same reviews, as they are at one moment, into each file as its order says."""
    from reviewcli.annotating import require_annotator
    from reviewcli.choosing import ALL, MAJORITY
    from reviewcli.exports import Target

    with session.corpus() as corpus, corpus.database.snapshot():
        for name, order in orders.items():
            if order.labels not in {ALL, MAJORITY}:
                require_annotator(order.labels, corpus.database)
            if name == STDOUT:
                told = _to_stdout(corpus, where, order)
            else:
                told = _to_file(corpus, where, order, Target(Path(name), corpus.path, force), session)
            _say(told, order, session)


def order_of(name: str, to: str | None, labels: str | None, split: str | None, seed: int) -> "Order":
    """Return what to write into a file. Raises UsageError for what does not fit together."""
    from reviewcli.exports import Order, shares_of
    from reviewcli.formats.registry import format_named, name_by_suffix

    if to is None and name == STDOUT:
        raise UsageError(
            "The format for standard output is not said.", hint="Add --to, for example --to jsonl."
        )
    form = to or name_by_suffix(Path(name))
    found = format_named(form)
    if name == STDOUT and (found.folder or split):
        what = "is a folder" if found.folder else "with --split is several files"
        raise UsageError(f"{form} {what}, which standard output cannot be.", hint="Name a file or folder.")
    return Order(form, labels or found.labels, shares_of(split) if split else {}, seed)


def _to_stdout(corpus: "Corpus", where: str, order: "Order") -> "Told":
    from reviewcli.exports import stream
    from reviewcli.formats.registry import FORMATS
    from reviewcli.formats.scheme import scheme_of
    from reviewcli.views.door import block
    from reviewcli.views.terminal import on_terminal

    if on_terminal() and FORMATS[order.form].binary:
        raise UsageError(f"{order.form} is not for a terminal.", hint="Name a file, or add > FILE.")
    pieces, told = stream(lambda: corpus.reviews(where), scheme_of(corpus.labels()), order)
    if on_terminal():
        sys.stdout.writelines(block(piece.decode()) for piece in pieces)
    else:
        _write_bytes(pieces)
    return told


def _write_bytes(pieces: Iterable[bytes]) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.writelines(pieces)
    sys.stdout.buffer.flush()


def _to_file(corpus: "Corpus", where: str, order: "Order", to: "Target", session: Session) -> "Told":
    from reviewcli.exports import export
    from reviewcli.formats.scheme import scheme_of
    from reviewcli.views.door import line

    with session.progress() as progress:
        scheme = scheme_of(corpus.labels())
        told = export(lambda: corpus.reviews(where), scheme, order, to, progress)
    for path, count in told.counts.items():
        sys.stdout.write(line(f"{path}: {_reviews(count)}.") + "\n")
    return told


def _say(told: "Told", order: "Order", session: Session) -> None:
    """Say what does not go out, and what stays together."""
    if lost := told.losses.told():
        session.say(f"Not in {order.form}: {_lost(lost)}.")
    if told.tied:
        session.say(
            f"Annotators are tied about {_reviews(len(told.tied))}: what they are tied about stays out."
        )
    if told.unlabelled:
        session.say(f"Left out for want of a label: {_reviews(len(told.unlabelled))}.")
    if told.division and told.division.groups:
        together, groups = told.division.kept_together, told.division.groups
        session.say(
            f"{_reviews(together)} are nearly the same as others or belong to them; "
            f"they stay together, in {groups:,} {'group' if groups == 1 else 'groups'}."
        )


def _lost(lost: Iterable[tuple[str, int]]) -> str:
    """Name what was lost, what as many reviews have together."""
    by_count: dict[int, list[str]] = {}
    for what, count in lost:
        by_count.setdefault(count, []).append(what)
    return "; ".join(f"{', '.join(whats)} ({_reviews(count)})" for count, whats in by_count.items())


def _reviews(count: int) -> str:
    return "1 review" if count == 1 else f"{count:,} reviews"
