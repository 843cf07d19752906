"""Write one page that a browser shows without any other file: to read, search and choose by label."""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from reviewcli.formats.frame import Writer
from reviewcli.formats.reading import about
from reviewcli.formats.scheme import Scheme
from reviewcli.model import Review

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
COLOURS = {"positive": "green", "critical": "red", "mixed": "amber", "neutral": "blue"}
OTHER = "violet"
_UNSEEN = {code: f"<U+{code:04X}>" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_PICTURES = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)} | {0x7F: 0x2421}
_SHOWN = _UNSEEN | _PICTURES | {code: f"<U+{code:04X}>" for code in range(0x80, 0xA0)}


def write(reviews: Iterable[Review], scheme: Scheme) -> Iterator[bytes]:
    """Write the page: what a review holds is text and nothing else, whatever stands in it."""
    folder = files("reviewcli.formats")
    yield _head((folder / "page.css").read_text(encoding="utf-8"), scheme).encode()
    for review in reviews:
        yield _article(review).encode()
    script = (folder / "page.js").read_text(encoding="utf-8")
    yield f'</main>\n<p id="none" hidden>No review answers.</p>\n<script>\n{script}</script>\n'.encode()


def _head(style: str, scheme: Scheme) -> str:
    buttons = "".join(
        f'<button type="button" class="{_colour(name)}" aria-pressed="false" data-label="{_text(name)}">'
        f"{_text(name)}</button>"
        for name in scheme.names
    )
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>Reviews</title>\n<style>\n{style}</style>\n<header>\n<h1>Reviews</h1>\n"
        '<input id="search" type="search" placeholder="Search" aria-label="Search" autocomplete="off">\n'
        f'<div id="labels" role="group" aria-label="Labels">{buttons}'
        '<button type="button" aria-pressed="false" data-label="">unlabelled</button></div>\n'
        '<p id="count" role="status"></p>\n</header>\n<main>\n'
    )


def _colour(label: str) -> str:
    return COLOURS.get(label, OTHER)


def _article(review: Review) -> str:
    by_label: dict[str, list[str]] = {}
    for one in review.annotations:
        by_label.setdefault(one.label, []).append(one.annotator)
    labels = "".join(
        f'<li class="{_colour(name)}" data-label="{_text(name)}">{_text(name)} <small dir="auto">'
        f"{_text(', '.join(who))}</small></li>"
        for name, who in by_label.items()
    )
    title = f' <span dir="auto">{_text(review.title)}</span>' if review.title else ""
    facts = "".join(
        f'<div><dt>{name}</dt><dd dir="auto">{_text(value)}</dd></div>' for name, value in about(review)
    )
    notes = "".join(f'<aside dir="auto">{_text(note)}</aside>' for note in review.notes)
    language = f' lang="{_text(review.language)}"' if review.language else ""
    text = "".join(f'<p dir="auto">{_text(line)}</p>' for line in review.text.split("\n"))
    here = f"review-{review.number}"
    return (
        f'<article id="{here}">\n<h2><a href="#{here}">{review.number}</a>{title}</h2>'
        f"<ul>{labels}</ul>\n<div{language}>{text}</div>\n{notes}<dl>{facts}</dl>\n</article>\n"
    )


def _text(text: str) -> str:
    """Escape text, and show what would not be seen or would turn the letters around."""
    return escape(text if text.isprintable() else text.translate(_SHOWN))


WRITER = Writer(write)
