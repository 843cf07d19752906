"""Stand in for the conftest.py of TinyDB's tests, so that they run against a storage of ours.

`REVIEWCLI_ENGINE` says which: the suffix of the file, `.db` or `.json`.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import tinydb
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import MemoryStorage

from reviewcli.store import open_store
from reviewcli.store.database import Database

SUFFIX = os.environ["REVIEWCLI_ENGINE"]
EXCLUDED = {
    "test_tables.py::test_table_repr": "asserts the class name of TinyDB's own storages in repr",
    "test_tinydb.py::test_repr": "asserts the class name TinyDB in repr",
}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """Three documents in a fresh file, as the suite's own fixture makes them."""
    database = open_store(tmp_path / f"test{SUFFIX}", create=True)
    database.drop_tables()
    database.insert_multiple({"int": 1, "char": c} for c in "abc")
    yield database
    database.close()


@pytest.fixture
def storage() -> object:
    """The suite's own fixture for middlewares, which are not ours."""
    return CachingMiddleware(MemoryStorage)()  # type: ignore[no-untyped-call]  # not typed there


@pytest.fixture(autouse=True)
def _open_files_with_our_storage(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test that opens a file by its path get our database; one that names a storage keeps that."""

    def factory(*args: str, storage: object = None, **options: object) -> object:
        if storage is not None or not args:
            return tinydb.TinyDB(*args, **({"storage": storage} if storage else {}), **options)
        return open_store(Path(args[0]).with_suffix(SUFFIX), create=True)

    for name in ("test_tables", "test_tinydb"):
        for module in (m for n, m in sys.modules.items() if n.split(".")[-1] == name):
            monkeypatch.setattr(module, "TinyDB", factory, raising=False)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the excluded tests, each by name and with its reason."""
    for item in items:
        if reason := EXCLUDED.get(f"{item.path.name}::{item.name.partition('[')[0]}"):
            item.add_marker(pytest.mark.skip(reason=reason))
