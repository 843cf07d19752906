"""Reviews with everything that formats stumble over, and how to write them."""

from collections.abc import Iterable
from pathlib import Path

from reviewcli.choosing import chosen
from reviewcli.formats.frame import WHOLE
from reviewcli.formats.registry import FORMATS, writer_of
from reviewcli.formats.scheme import Scheme, scheme_of
from reviewcli.labels import STARTING_SCHEME, Label
from reviewcli.model import Annotation, Boundary, InnerGap, Review, Span

SCHEME = scheme_of([*STARTING_SCHEME, Label("funny"), Label("text", "length")])


def given(label: str, by: str, second: int = 5) -> Annotation:
    group = {"funny": "", "text": "length"}.get(label, "sentiment")
    return Annotation(label, group, by, f"2026-01-02T03:04:{second:02}.678+00:00")


DISAGREED = Review(
    number=1,
    key="a1",
    text='She said "wow",\nthen left; 100 % 🙂\t\'tis',
    source="shop, 1.csv",
    span=Span(0, 40),
    language="en",
    after=Boundary(0.7, ("colon_before",)),
    gaps=(InnerGap(1, Boundary(0.2, ("looks_back|It",))),),
    title="",
    author="Ada, B.",
    rating=4.5,
    rating_scale=5.0,
    date="2020-02-29",
    item="B00X",
    helpful=3,
    verified=True,
    recommended=False,
    annotations=(given("positive", "ada"), given("critical", "ben", 6), given("positive", "çem", 7)),
    notes=("Odd,\nindeed.", "=1+1"),
)
RIGHT_TO_LEFT = Review(
    number=2,
    key="b2",
    text="שלום \u202eabc\u202c\x00 end\r\nnew \x07",
    source="shop, 1.csv",
    span=Span(41, 70),
    language="he",
    annotations=(given("funny", "ada"), given("text", "ada")),
)
FORMULA = Review(
    number=4, key="c4", text='=HYPERLINK("http://a.b")', source="b.txt", span=Span(0, 24), title="+1 <b>"
)
ODD_NAME = Review(
    6, "e6", "Fine.", "caf\udce9.txt", Span(0, 5), notes=("\ud800",), annotations=(given("text", "b\udce9n"),)
)
TIED = Review(
    number=5,
    key="d5",
    text="Δεν μου άρεσε <script>alert(1)</script> & *bold* __label__positive\n# 1. no_list |",
    source="b.txt",
    span=Span(25, 99),
    language="el",
    annotations=(given("positive", "ada"), given("critical", "ben")),
)
REVIEWS = (DISAGREED, RIGHT_TO_LEFT, FORMULA, TIED)


def written(name: str, reviews: Iterable[Review] = REVIEWS, scheme: Scheme = SCHEME) -> bytes:
    """Return what a writer makes of reviews, with the labels that go out when nothing is said."""
    return b"".join(writer_of(name).write(chosen(reviews, FORMATS[name].labels), scheme))


def write_files(name: str, target: Path, labels: str | None = None) -> Path:
    """Write the file of a format, or its folder, and what belongs beside it."""
    writer = writer_of(name)
    data = b"".join(writer.write(chosen(REVIEWS, labels or FORMATS[name].labels), SCHEME))
    for path, content in {
        writer.place(target, WHOLE): data,
        **writer.beside(target, [WHOLE], SCHEME),
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return target
