"""Keep tables of documents: TinyDB's API over SQLite, or over a plain JSON file."""

from reviewcli.store.database import open_store

__all__ = ["open_store"]
