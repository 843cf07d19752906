"""Read and write what people decided about the gaps of one text, and tell whether it is that text."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from reviewcli.errors import SourceError
from reviewcli.pieces import LineNumbers, Text, pieces_with_whole_ends
from reviewcli.split.paragraphs import Paragraphs

FORMAT = 1
Unit = Literal["line", "paragraph"]
_HINT = "Mend the decisions file, or remove it to split without it."


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the gap after a line of the source is a boundary; `by` says who decided.

    Lines are counted from 1, blank ones too, as an editor counts them. `unit` may tell that it is not a line
    but a paragraph, as `read_paragraphs` reads them.
    """

    after: int
    boundary: bool
    by: str
    unit: Unit = "line"

    def __post_init__(self) -> None:
        if self.after < 1:
            raise ValueError(f"not a {self.unit}: {self.after}")


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions about one text, which is known by the SHA-256 of its UTF-8 form."""

    sha256: str
    decisions: tuple[Decision, ...] = ()

    def fits(self, text: Text) -> bool:
        """Tell whether the decisions are about this text; its kind of line ends does not matter."""
        return self.sha256 == fingerprint_of(text)

    def by_line(self, text: Text) -> dict[int, bool]:
        """Give the decisions by number of line; none where they are about another text.

        The last decision about a gap counts.
        """
        if not self.fits(text):
            return {}
        about = {one.after for one in self.decisions if one.unit == "paragraph"}
        ends = _last_lines(text, about) if about else {}
        told = {}
        for one in self.decisions:
            if one.unit == "line":
                told[one.after] = one.boundary
            elif one.after in ends:
                told[ends[one.after]] = one.boundary
        return told

    def of(self, text: Text) -> Mapping[int, bool]:
        """Give the decisions about gaps between paragraphs, by number of paragraph."""
        told = self.by_line(text)
        if not told:
            return {}
        lines = LineNumbers(text)
        spans = (paragraph.span for paragraph in Paragraphs(text))
        gaps = ((lines.at(left.end - 1), lines.at(right.start)) for left, right in pairwise(spans))
        verdicts = ((at, verdict(told, between)) for at, between in enumerate(gaps, 1))
        return {at: boundary for at, boundary in verdicts if boundary is not None}


def verdict(told: Mapping[int, bool], between: tuple[int, int]) -> bool | None:
    """Say what was decided about the gap between two lines, by number; None where nothing was.

    What stands between them, such as the furniture of a page, is all one gap.
    """
    first, last = between
    if last - first > len(told):
        found = [at for at in told if first <= at < last]
    else:
        found = [at for at in range(first, last) if at in told]
    return told[max(found)] if found else None


def _last_lines(text: Text, about: Set[int]) -> dict[int, int]:
    """Give the number of the last line of each paragraph asked about, of those that another one follows."""
    lines = LineNumbers(text)
    gaps = enumerate(pairwise(Paragraphs(text)), 1)
    return {at: lines.at(left.span.end - 1) for at, (left, _) in gaps if at in about}


def fingerprint_of(text: Text) -> str:
    """Hash a text, with `\\n` for line ends, in hexadecimal digits."""
    import hashlib

    found = hashlib.sha256()
    for piece in pieces_with_whole_ends(text):
        plain = piece.replace("\r\n", "\n").replace("\r", "\n")
        found.update(plain.encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def format_decisions(decisions: Decisions) -> str:
    """Write a decisions file, one decision a line, so that two of them can be compared by eye."""
    import json

    entries = ",\n".join(
        "    " + json.dumps({f"after_{one.unit}": one.after, "boundary": one.boundary, "by": one.by})
        for one in decisions.decisions
    )
    listed = f"[\n{entries}\n  ]" if entries else "[]"
    return f'{{\n  "format": {FORMAT},\n  "sha256": "{decisions.sha256}",\n  "decisions": {listed}\n}}\n'


def parse_decisions(json_text: str, *, name: str = "The decisions file") -> Decisions:
    """Parse a decisions file; raise SourceError, with its name, where it is none or of a newer format."""
    import json

    try:
        record = json.loads(json_text)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{name} is not JSON.", hint=_HINT) from error
    if not isinstance(record, dict):
        raise SourceError(f"{name} is not a JSON object.", hint=_HINT)
    if record.get("format") != FORMAT:
        raise SourceError(
            f"{name} is of format {record.get('format')!r}, not {FORMAT}.",
            hint="Use the version of reviewcli that wrote them, or a newer one.",
        )
    listed, sha256 = record.get("decisions"), record.get("sha256")
    if not isinstance(listed, list) or not isinstance(sha256, str):
        raise SourceError(f"{name} lacks the list of decisions or the hash of their text.", hint=_HINT)
    return Decisions(sha256, tuple(_decision(entry, name) for entry in listed))


def _decision(entry: object, name: str) -> Decision:
    match entry:
        case {"after_line": int(at), "boundary": bool(boundary), "by": str(by)} if at >= 1:
            return Decision(at, boundary, by)
        case {"after_paragraph": int(at), "boundary": bool(boundary), "by": str(by)} if at >= 1:
            return Decision(at, boundary, by, "paragraph")
        case _:
            raise SourceError(f"{name} has an entry that is no decision: {str(entry)[:80]}.", hint=_HINT)
