"""List the sites whose pages are recognised; a new one is one file and one line here."""

from reviewcli.split.structure.amazon import AMAZON
from reviewcli.split.structure.app_store import APP_STORE
from reviewcli.split.structure.goodreads import GOODREADS
from reviewcli.split.structure.google_play import GOOGLE_PLAY
from reviewcli.split.structure.imdb import IMDB
from reviewcli.split.structure.steam import STEAM
from reviewcli.split.structure.tripadvisor import TRIPADVISOR
from reviewcli.split.structure.tripadvisor_since_2023 import TRIPADVISOR_SINCE_2023
from reviewcli.split.structure.trustpilot import TRUSTPILOT

ALL_SITES = (
    *(AMAZON, APP_STORE, GOODREADS, GOOGLE_PLAY, IMDB, STEAM),
    *(TRIPADVISOR, TRIPADVISOR_SINCE_2023, TRUSTPILOT),
)
"""All sites; a page that could be of two is of the one listed first."""
