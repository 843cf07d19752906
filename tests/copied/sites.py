"""List every site and layout that is printed here."""

from tests.copied import amazon, apps, experiences, goodreads, imdb, steam
from tests.copied.copying import Site

SITES: dict[str, Site] = {
    site.name: site
    for site in (
        *(goodreads.OLD, goodreads.PRESENT, amazon.OLD, *amazon.PRESENT.values()),
        *(imdb.OLD, imdb.PRESENT, steam.HUB, steam.STORE, steam.PLAYER),
        *(apps.GOOGLE_PLAY, apps.APP_STORE, apps.APP_STORE_TITLES),
        *(experiences.TRUSTPILOT, experiences.TRIPADVISOR_OLD, experiences.TRIPADVISOR),
    )
}
