"""Say what loading a dump of annotations did, and name every line of it that was not simply loaded."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reviewcli.exchange.report import Remark, Report
from reviewcli.numbers import format_numbers
from reviewcli.views.reports import Piece

SHOWN = 20
_KINDS = {
    "label": ("label of the scheme", "labels of the scheme"),
    "query": ("saved query", "saved queries"),
    "boundary": ("boundary", "boundaries"),
    "annotation": ("label on a review", "labels on reviews"),
    "note": ("note", "notes"),
    "history": ("line of history", "lines of history"),
}


def report_lines(report: Report, name: str) -> Iterator[list[Piece]]:
    """Say how much was new and known, then line by line what gave way, is in conflict or is not here."""
    yield [(name, "bold"), (f": {_counted(report.new) or 'nothing'} new.", "")]
    if known := _counted(report.known):
        yield [(f"There already: {known}.", "")]
    yield from _remarks("Two labels by one person; the later one stays", report.dated)
    yield from _remarks("In conflict, and not loaded", report.conflicts)
    yield from _remarks("Not here, and not loaded", report.missing)


def _counted(count: Counter[str]) -> str:
    kinds = [(count[kind], names) for kind, names in _KINDS.items() if count[kind]]
    return ", ".join(f"{number:,} {one if number == 1 else many}" for number, (one, many) in kinds)


def _remarks(heading: str, remarks: Sequence[Remark]) -> Iterator[list[Piece]]:
    """List the first remarks, and by their lines all that there are more."""
    if not remarks:
        return
    yield [(f"{heading} ({len(remarks):,}):", "")]
    for remark in remarks[:SHOWN]:
        yield [(f"  line {remark.line}: ", "bold cyan"), (f"{remark.what}.", "")]
    if more := remarks[SHOWN:]:
        yield [("  and lines ", ""), (format_numbers(one.line for one in more), "bold cyan")]
