"""Word the facts about a review for people who read it outside the terminal."""

from collections.abc import Iterator

from reviewcli.model import Review


def heading(review: Review) -> str:
    """Return its number, and its title where it has one."""
    return f"{review.number} · {review.title}" if review.title else f"{review.number}"


def facts_of(review: Review) -> Iterator[tuple[str, str]]:
    """Give the name and the value of each fact that there is."""
    by_label: dict[str, list[str]] = {}
    for one in review.annotations:
        by_label.setdefault(one.label, []).append(one.annotator)
    if by_label:
        yield "Labels", ", ".join(f"{label} ({', '.join(who)})" for label, who in by_label.items())
    yield from about(review)


def about(review: Review) -> Iterator[tuple[str, str]]:
    """Give the facts that are no labels."""
    if review.rating is not None:
        scale = f" of {review.rating_scale:g}" if review.rating_scale is not None else ""
        yield "Rating", f"{review.rating:g}{scale}"
    for name, value in (("Author", review.author), ("Date", review.date), ("Item", review.item)):
        if value is not None:
            yield name, value
    if review.language is not None:
        yield "Language", review.language
    yield "Source", review.source
    if review.helpful is not None:
        yield "Helpful to", str(review.helpful)
    for name, truth in (("Verified", review.verified), ("Recommended", review.recommended)):
        if truth is not None:
            yield name, "yes" if truth else "no"
