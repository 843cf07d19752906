"""Choose colours that read well on dark and on light backgrounds, and say the same without colour."""

LABEL_STYLES = {"positive": "green", "critical": "red", "mixed": "yellow", "neutral": "cyan"}
OTHER_LABEL = "magenta"
NUMBER = "bold cyan"
HEADER = "bold"
QUIET = "dim"
HIT = "bold black on bright_yellow"
DOUBT = "bold yellow"


def label_style(label: str) -> str:
    """Return the colour of a label; those outside the starting scheme share one."""
    return LABEL_STYLES.get(label, OTHER_LABEL)
