"""Measure how pages of review sites are cut and read, as people copy them and as they save them."""

from collections.abc import Callable, Iterable, Iterator

from reviewcli.sources.saved_page import page_text
from reviewcli.split.structure.recognise import structured_segments
from tests.copied.copying import MANNERS, Site, copy
from tests.copied.figures import measure
from tests.copied.sites import SITES
from tests.pages import LAYOUTS, Rendered, render
from tests.saved_pages import SAVED, render_saved, score

_SEEDS = range(20_000, 20_200)
_FEW_SEEDS = range(20_000, 20_010)


def page_rows() -> Iterator[str]:
    """Give a line for the pages of each site: whole reviews that are right, and fields that are.

    The pages are rendered from seeds that no test uses. A review is right when its text is, from its
    first to its last line, so both its boundaries are.
    """
    yield f"{'pages':26}" + "".join(f"{column:>8}" for column in ("prec.", "recall", "fields", "texts"))
    for site, layout in LAYOUTS.items():
        yield _row(f"{site}, copied", (render(layout, seed) for seed in _SEEDS), lambda text: text)
    for name, copied in SITES.items():
        yield _row_of_copied(name, copied)
    for site in SAVED:
        yield _row(f"{site}, saved", (render_saved(site, seed) for seed in _SEEDS), _text_of_saved)


def _row_of_copied(name: str, site: Site) -> str:
    """Measure the pages of `tests.copied`, which are printed without regard to the patterns."""
    pages = (copy(site, manner, seed) for manner in MANNERS.values() for seed in _FEW_SEEDS)
    told = measure(pages, site.fields)
    shares = (told.precision, told.recall, told.fields, told.texts)
    return f"{name:26}" + "".join(f"{share:8.4f}" for share in shares)


def _text_of_saved(markup: str) -> str:
    return page_text(markup, "page.html")[0]


def _row(name: str, pages: Iterable[Rendered], read: Callable[[str], str]) -> str:
    cut = [
        (page, [(one.text, one.fields) for one in structured_segments(read(page.text)) or []])
        for page in pages
    ]
    return f"{name:26}" + "".join(f"{share:8.4f}" for share in score(cut))
