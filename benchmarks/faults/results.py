"""Gather what went wrong, and print it as a table."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Result:
    """How often one program met one fault, and what went wrong."""

    fault: str
    program: str
    cases: int = 0
    failures: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    skipped: str = ""

    def failed(self, what: str) -> None:
        """Count a failure, unless `what` is empty."""
        if what:
            self.failures[what] += 1

    def row(self) -> str:
        """Say it on one line, with what went wrong most often."""
        if self.skipped:
            return f"{self.fault:<50}{self.program:<7}{'–':>7}{'–':>8}  skipped: {self.skipped}"
        told = [f"{count} {what}" for what, count in (self.failures + self.notes).most_common(4)]
        failed = self.failures.total()
        return f"{self.fault:<50}{self.program:<7}{self.cases:>7,}{failed:>8,}  {'; '.join(told)}"


HEADING = f"{'fault':<50}{'corpus':<7}{'cases':>7}{'failed':>8}  what"
