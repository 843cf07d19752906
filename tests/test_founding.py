"""A new corpus is whole or not there."""

from pathlib import Path

import pytest

from reviewcli.corpus import create_corpus
from reviewcli.errors import ReviewError
from reviewcli.store.sqlite import SqliteStorage


def test_a_new_corpus_of_which_a_part_stayed_in_the_log_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, close = tmp_path / "corpus.db", SqliteStorage.close

    def half(self: SqliteStorage) -> None:
        close(self)
        Path(f"{self.path}-wal").write_bytes(b"the rest")

    monkeypatch.setattr(SqliteStorage, "close", half)
    with pytest.raises(ReviewError, match="did not take all of it"):
        create_corpus(path)

    assert list(tmp_path.glob("*corpus*")) == []
