"""A tree of terms holds only what parsing makes."""

import pytest

from reviewcli.query.tree import And, Language, Or, Phrase, Tag, Word

A, B, C = Word("a"), Word("b"), Word("c")


@pytest.mark.parametrize("wrong", ["Upper", "two words", "", "é"])
def test_a_tree_holds_only_folded_words(wrong: str) -> None:
    with pytest.raises(ValueError, match="not folded words"):
        Word(wrong)


def test_a_tree_holds_no_phrase_of_nothing() -> None:
    with pytest.raises(ValueError, match="not folded words"):
        Phrase(())


def test_a_tree_holds_only_flat_lists_of_terms() -> None:
    with pytest.raises(ValueError, match="all_of makes one"):
        And((A,))
    with pytest.raises(ValueError, match="all_of makes one"):
        And((A, And((B, C))))
    with pytest.raises(ValueError, match="any_of makes one"):
        Or((A, Or((B, C))))


def test_a_tree_holds_only_folded_labels_and_codes() -> None:
    with pytest.raises(ValueError, match="not a folded label"):
        Tag("Critical")
    with pytest.raises(ValueError, match="not a language code"):
        Language("EL")
