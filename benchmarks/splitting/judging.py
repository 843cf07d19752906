"""Judge every candidate of a paste by the splitter."""

from benchmarks.measures import Outcome
from benchmarks.splitting.pastes import Paste
from reviewcli.split.paragraphs import Paragraph, read_paragraphs
from reviewcli.split.segment import weigh_gaps


def judge(paste: Paste) -> list[Outcome]:
    """Weigh every candidate of a paste, and say which are boundaries."""
    paragraphs = read_paragraphs(paste.text)
    weighed = weigh_gaps(paragraphs)
    return [
        Outcome(gap.confidence, true=true)
        for gap, true in zip(weighed, true_gaps(paste, paragraphs), strict=True)
    ]


def true_gaps(paste: Paste, paragraphs: list[Paragraph]) -> list[bool]:
    """Tell for every gap between the paragraphs of a paste whether a review begins there."""
    marks = sorted(paste.starts)
    true = []
    passed = 1
    for paragraph in paragraphs[1:]:
        reached = passed
        while reached < len(marks) and marks[reached] <= paragraph.span.start:
            reached += 1
        true.append(reached > passed)
        passed = reached
    return true
