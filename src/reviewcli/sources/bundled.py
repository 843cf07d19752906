"""Find the reviews that come with reviewcli."""

from pathlib import Path

from reviewcli.sources.plaintext import Source, read_source

_PACKAGE = Path(__file__).parents[1]
# In an installed package the text stands inside; in a checkout it stands beside the sources.
PLACES = (_PACKAGE / "data" / "reviews.txt", _PACKAGE.parents[1] / "data" / "reviews.txt")


def bundled_source() -> Source:
    """Read the bundled text; where it is installed is nobody's business, so it has no path."""
    path = next((place for place in PLACES if place.is_file()), PLACES[0])
    return read_source(str(path))._replace(path=None)
