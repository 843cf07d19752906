"""Settings come from the option, the environment, the settings file or the default, in that order."""

from pathlib import Path

import pytest

from reviewcli.config import annotator_choice, config_file, corpus_choice
from reviewcli.errors import ReviewError


@pytest.fixture
def settings_file(home: Path) -> Path:
    file = home / ".config" / "reviewcli" / "config.toml"
    file.parent.mkdir(parents=True)
    return file


def test_without_any_choice_the_corpus_is_in_the_users_data_folder(home: Path) -> None:
    assert corpus_choice() == (str(home / ".local/share/reviewcli/corpus.db"), "default")


def test_each_place_gives_way_to_the_one_before(settings_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings_file.write_text('corpus = "mine.db"\nannotator = "file"\n')
    from_file = corpus_choice(), annotator_choice()

    monkeypatch.setenv("REVIEWCLI_CORPUS", "env.db")
    monkeypatch.setenv("REVIEWCLI_ANNOTATOR", "env")

    assert from_file == ((str(settings_file.parent / "mine.db"), "settings file"), ("file", "settings file"))
    assert corpus_choice() == ("env.db", "REVIEWCLI_CORPUS")
    assert annotator_choice() == ("env", "REVIEWCLI_ANNOTATOR")
    assert corpus_choice("option.db") == ("option.db", "--corpus")
    assert annotator_choice("option") == ("option", "--as")


def test_folders_of_the_desktop_standard_are_honoured(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))

    assert corpus_choice().value == str(tmp_path / "data/reviewcli/corpus.db")
    assert config_file() == tmp_path / "settings/reviewcli/config.toml"


@pytest.mark.parametrize("text", ["corpus = 5", "colour = 'red'", "corpus = ", "\x00", '[corpus]\na = "b"'])
def test_a_settings_file_that_makes_no_sense_is_named(settings_file: Path, text: str) -> None:
    settings_file.write_text(text)

    with pytest.raises(ReviewError, match=r"config\.toml"):
        corpus_choice()


def test_the_annotator_is_the_systems_user() -> None:
    assert annotator_choice() == ("ada", "default")


def test_an_account_without_a_name_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.getuid", lambda: 4_000_000)

    assert annotator_choice().value == "unknown"


def test_without_a_home_a_corpus_has_to_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    monkeypatch.setattr("os.getuid", lambda: 4_000_000)

    with pytest.raises(ReviewError, match="no home directory") as caught:
        corpus_choice()

    assert "--corpus" in caught.value.hint
