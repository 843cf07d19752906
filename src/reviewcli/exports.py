"""Export reviews into files: whose labels, in how many parts, and what the format has no place for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reviewcli.choosing import MAJORITY, chosen, is_tied
from reviewcli.delivering import delivery, require_free
from reviewcli.errors import UsageError
from reviewcli.formats.frame import WHOLE
from reviewcli.formats.losses import Losses
from reviewcli.formats.registry import FORMATS, writer_of
from reviewcli.formats.scheme import Scheme
from reviewcli.model import Review
from reviewcli.parting import Division, divide
from reviewcli.progress import Progress, unseen

PART_NAMES = {2: ("train", "test"), 3: ("train", "validation", "test")}


@dataclass(frozen=True, slots=True)
class Order:
    """What to export: the name of a format, whose labels, and the shares of the parts; none for one whole."""

    form: str
    labels: str
    shares: dict[str, int] = field(default_factory=dict)
    seed: int = 0


@dataclass(slots=True)
class Told:
    """What there is to say of an export: how many reviews went where, and what did not."""

    losses: Losses
    counts: dict[Path, int] = field(default_factory=dict)
    tied: set[int] = field(default_factory=set)
    unlabelled: set[int] = field(default_factory=set)
    division: Division | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Where to write; with `force` over a file that is there, but never over the corpus, which is `kept`."""

    path: Path
    kept: Path
    force: bool = False


Read = Callable[[], Iterable[Review]]


def shares_of(text: str) -> dict[str, int]:
    """Read `80/10/10` as the shares of train, validation and test; two numbers are train and test."""
    numbers = [part.strip() for part in text.split("/")]
    if len(numbers) not in PART_NAMES or not all(
        part.isdecimal() and part.isascii() and 0 < int(part[:10]) < 10**9 for part in numbers
    ):
        raise UsageError(f"'{text}' cannot be shares.", hint="For example: --split 80/10/10, or 80/20.")
    return dict(zip(PART_NAMES[len(numbers)], map(int, numbers), strict=True))


def stream(read: Read, scheme: Scheme, order: Order) -> tuple[Iterator[bytes], Told]:
    """Return the pieces of one whole file, and what there is to say of it once they are all taken."""
    told = Told(Losses(FORMATS[order.form].lost))
    pieces = writer_of(order.form).write(told.losses.counted(_prepared(read(), order, told)), scheme)
    return pieces, told


def export(read: Read, scheme: Scheme, order: Order, to: Target, progress: Progress = unseen) -> Told:
    """Write what `read` gives to the target and to what belongs beside it: all files, or none.

    `read` is called once for each part, and once more to divide. Raises ReviewError where something is in
    the way or a file cannot be written.
    """
    form, writer, parts = FORMATS[order.form], writer_of(order.form), tuple(order.shares) or (WHOLE,)
    told = Told(Losses(form.lost))
    beside = writer.beside(to.path, parts, scheme)
    places = {part: writer.place(to.path, part) for part in parts}
    require_free([*places.values(), *beside], force=to.force, kept=to.kept)
    if order.shares:
        told.division = divide(_prepared(read(), order, told), order.shares, order.seed)
    folders = sorted({path.parent for path in (*places.values(), *beside)}) if form.folder else []
    with delivery(folders) as deliver:
        for part, place in places.items():
            reviews = _prepared(read(), order, told)
            if told.division:
                reviews = _only(reviews, told.division.part_of, part)
            counted = _counted(told.losses.counted(reviews), told.counts, place)
            deliver(place, _shown(writer.write(counted, scheme), place, progress))
        for path, content in beside.items():
            deliver(path, [content])
    return told


def _prepared(reviews: Iterable[Review], order: Order, told: Told) -> Iterator[Review]:
    """Give the reviews with the labels that go out."""
    if order.labels == MAJORITY:
        reviews = _without_ties(reviews, told.tied)
    reviews = chosen(reviews, order.labels)
    return _labelled(reviews, told.unlabelled) if FORMATS[order.form].training else iter(reviews)


def _without_ties(reviews: Iterable[Review], tied: set[int]) -> Iterator[Review]:
    for review in reviews:
        if len(review.annotations) > 1 and is_tied(review):
            tied.add(review.number)
        yield review


def _labelled(reviews: Iterable[Review], unlabelled: set[int]) -> Iterator[Review]:
    for review in reviews:
        if review.annotations:
            yield review
        else:
            unlabelled.add(review.number)


def _only(reviews: Iterable[Review], part_of: dict[int, str], part: str) -> Iterator[Review]:
    return (review for review in reviews if part_of.get(review.number) == part)


def _counted(reviews: Iterable[Review], counts: dict[Path, int], place: Path) -> Iterator[Review]:
    counts[place] = 0
    for review in reviews:
        counts[place] += 1
        yield review


def _shown(pieces: Iterable[bytes], place: Path, progress: Progress) -> Iterator[bytes]:
    what, done = f"Writing {place.name}", 0
    for piece in pieces:
        done += len(piece)
        progress(what, done, 0)
        yield piece
