"""Read and write what people decided about the gaps of one text, and tell whether it is that text."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewcli.errors import SourceError
from reviewcli.pieces import Text, pieces_with_whole_ends

FORMAT = 1
_HINT = "Mend the decisions file, or remove it to split by the cues alone."


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the gap after a paragraph, counted from 1, is a boundary; `by` says who decided."""

    after_paragraph: int
    boundary: bool
    by: str

    def __post_init__(self) -> None:
        if self.after_paragraph < 1:
            raise ValueError(f"not a paragraph: {self.after_paragraph}")


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions about one text, which is known by the SHA-256 of its UTF-8 form."""

    sha256: str
    decisions: tuple[Decision, ...] = ()

    def fits(self, text: Text) -> bool:
        """Tell whether the decisions are about this text; its kind of line ends does not matter."""
        return self.sha256 == fingerprint_of(text)

    def of(self, text: Text) -> Mapping[int, bool]:
        """Give the decisions by number of paragraph; none where they are about another text.

        The last decision about a gap counts.
        """
        if not self.fits(text):
            return {}
        return {decision.after_paragraph: decision.boundary for decision in self.decisions}


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
        "    " + json.dumps({"after_paragraph": one.after_paragraph, "boundary": one.boundary, "by": one.by})
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
        case {"after_paragraph": int(at), "boundary": bool(boundary), "by": str(by)} if at >= 1:
            return Decision(at, boundary, by)
        case _:
            raise SourceError(f"{name} has an entry that is no decision: {str(entry)[:80]}.", hint=_HINT)
