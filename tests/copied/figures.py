"""Measure how pages are cut: boundaries, texts, and each field."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reviewcli.segmentation import Segment
from reviewcli.split.rules import Cutting, split_by
from tests.copied.copying import CopiedPage, Truth


@dataclass(slots=True)
class Tallies:
    """Counts over pages; `wrong` holds for each failure what was to be and what was found."""

    true: int = 0
    found: int = 0
    both: int = 0
    exact: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, object, object]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Tell which share of the boundaries found are true ones."""
        return self.both / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Tell which share of the true boundaries were found."""
        return self.both / self.true if self.true else 1.0

    @property
    def texts(self) -> float:
        """Tell which share of the true reviews have just their text."""
        return self.exact / self.true if self.true else 1.0

    @property
    def fields(self) -> float:
        """Tell which share of all fields are right."""
        return self.right.total() / self.asked.total() if self.asked else 1.0

    def field_share(self, name: str) -> float:
        """Tell in which share of the reviews one field is right."""
        return self.right[name] / self.asked[name]


def measure(pages: Iterable[CopiedPage], names: Iterable[str]) -> Tallies:
    """Cut pages and compare with the truth.

    A boundary is where the text of a review begins; that of a review that was not found has no field right.
    """
    told = Tallies()
    fields = tuple(names)
    for page in pages:
        cut = {segment.starts[0]: segment for segment in segments(page.text)}
        told.true += len(page.reviews)
        told.found += len(cut)
        for start in cut.keys() - {truth.start for truth in page.reviews}:
            told.wrong.append(("extra", "", cut[start].text))
        for truth in page.reviews:
            _compare(told, truth, cut.get(truth.start), fields)
    return told


def segments(text: str) -> Iterator[Segment]:
    """Cut a text as an import does."""
    return split_by(text, Cutting())


def _compare(told: Tallies, truth: Truth, segment: Segment | None, fields: tuple[str, ...]) -> None:
    fields = () if truth.fields is None else fields
    told.asked.update(fields)
    if segment is None:
        told.wrong.append(("missed", truth.text, truth.fields))
        return
    told.both += 1
    if _plain(segment.text) == _plain(truth.text):
        told.exact += 1
    else:
        told.wrong.append(("text", truth.text, segment.text))
    true, found = truth.fields or {}, dict(segment.fields)
    for name in fields:
        if true.get(name) == found.get(name):
            told.right[name] += 1
        else:
            told.wrong.append((name, true.get(name), found.get(name)))


def _plain(text: str) -> str:
    """Leave what may be asked of a text: its lines; one of a single sign, as `---`, is a separator."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if len(set(line)) > 1 or line.isalnum())
