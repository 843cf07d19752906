"""Name the things a corpus keeps: reviews, annotations and where a text came from."""

from dataclasses import dataclass

DOUBTFUL_BELOW = 0.8
DOUBTFUL_INSIDE_FROM = 0.3
OPEN_FROM, OPEN_TO = 0.15, 0.85
STARS = 5
BY_READER = "a reader decided"


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of characters: `start` is in, `end` is out."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")


@dataclass(frozen=True, slots=True)
class Boundary:
    """The edge between two neighbouring segments.

    `confidence` is the probability, 0 to 1, that the edge is a true one; `reasons` say what a
    person can check against the text, the strongest first, as `reviewcli.split.cues.reasons` words
    them. Where a source begins or ends there is no doubt: confidence 1, no reasons.
    """

    confidence: float = 1.0
    reasons: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"not a probability: {self.confidence}")

    @property
    def decided(self) -> bool:
        """Tell whether it was a person who said what it is."""
        return BY_READER in self.reasons

    @property
    def doubtful(self) -> bool:
        """Tell whether the text may be cut wrongly here."""
        return self.confidence < DOUBTFUL_BELOW

    @property
    def open(self) -> bool:
        """Tell whether a person should be asked about it where the text was cut."""
        return self.confidence <= OPEN_TO


SOURCE_EDGE = Boundary()


@dataclass(frozen=True, slots=True)
class InnerGap:
    """A gap inside a review that may be a boundary, or about which a person decided that it is none.

    `after` is the number of lines of the review's text before it.
    """

    after: int
    boundary: Boundary

    def __post_init__(self) -> None:
        if self.after < 1:
            raise ValueError(f"not inside a review: {self.after}")

    @property
    def doubtful(self) -> bool:
        """Tell whether it makes its review doubtful: with such a gap inside, most are cut wrongly."""
        return self.boundary.confidence >= DOUBTFUL_INSIDE_FROM

    @property
    def open(self) -> bool:
        """Tell whether a person should be asked about it."""
        return self.boundary.confidence >= OPEN_FROM


def stars(rating: float, scale: float | None) -> float:
    """Put a rating on a scale of five; one whose scale is not known is on it already."""
    return rating if not scale or scale == STARS else rating * STARS / scale


@dataclass(frozen=True, slots=True)
class Annotation:
    """A label that one annotator gave to one review; `time` is ISO 8601 in UTC."""

    label: str
    group: str
    annotator: str
    time: str


@dataclass(frozen=True, slots=True)
class Review:
    """One record, the unit of annotation.

    `number` is what people type, given in reading order from 1 and never reused; `key` is a hash of
    the text; `span` counts characters of the source; `language` is an ISO 639-1 code or None where it
    could not be told; `before` and `after` are the two boundaries at which it was cut out, `gaps` those
    inside it that are in doubt or decided, and `joined` is at how many a person decided against a
    boundary. `rating` is out of `rating_scale`, `date`
    is ISO 8601, and `helpful` counts those who found it so.
    """

    number: int
    key: str
    text: str
    source: str
    span: Span
    language: str | None = None
    before: Boundary = SOURCE_EDGE
    after: Boundary = SOURCE_EDGE
    gaps: tuple[InnerGap, ...] = ()
    joined: int = 0
    title: str | None = None
    author: str | None = None
    rating: float | None = None
    rating_scale: float | None = None
    date: str | None = None
    item: str | None = None
    helpful: int | None = None
    verified: bool | None = None
    recommended: bool | None = None
    annotations: tuple[Annotation, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """List the labels given by anyone, each once, in the order they were first given."""
        return tuple(dict.fromkeys(annotation.label for annotation in self.annotations))

    @property
    def stars(self) -> float | None:
        """Tell its rating out of five, by which reviews of different sites compare; None without one."""
        return None if self.rating is None else stars(self.rating, self.rating_scale)

    @property
    def confidence(self) -> float:
        """Tell how sure its boundaries are: the confidence of the less certain one."""
        return min(self.before.confidence, self.after.confidence)

    @property
    def doubtful(self) -> bool:
        """Tell whether one of its boundaries may be wrong, or one inside it missing."""
        return self.before.doubtful or self.after.doubtful or any(gap.doubtful for gap in self.gaps)

    @property
    def decided(self) -> bool:
        """Tell whether a person decided where it begins or ends, or that it goes on."""
        return self.before.decided or self.after.decided or self.joined > 0
