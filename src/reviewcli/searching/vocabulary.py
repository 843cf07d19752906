"""Find which words of an index answer the words of a query."""

from collections.abc import Iterable, Iterator

from reviewcli.indexing import ending_key, language_of, sound_key, stem_key
from reviewcli.query.forms import answers, keys, stem
from reviewcli.query.spelling import slips_allowed, within
from reviewcli.store.database import SqliteDatabase
from reviewcli.store.jsontext import encode
from reviewcli.store.words import Term, WordIndex

LAST = chr(0x10FFFF)


class Vocabulary:
    """The terms of a word index, looked up as they are asked for."""

    def __init__(self, database: SqliteDatabase, index: WordIndex) -> None:
        self._database = database
        self._index = index

    def answering(self, word: str) -> list[Term]:
        """List the terms that answer a word: by form, by stem, or by sound in another script."""
        wanted, found = set[str](), {word}
        for marker in self.markers():
            language = language_of(marker)
            same = stem(word, language)
            wanted |= {stem_key(marker, same), *(sound_key(marker, sound) for sound in keys(word, language))}
            found |= {same, *keys(word, language)}
        found |= self._by_keys(wanted)
        return [one for one in self._terms(found) if answers(word, one.word, language_of(one.marker))]

    def near(self, word: str) -> list[Term]:
        """List the terms that are so few slips from a word as its length allows."""
        slips = slips_allowed(word)
        return self._terms({one for one in set(self._alike(word, slips)) if within(word, one, slips=slips)})

    def standing(self, words: Iterable[str], prefix: str = "") -> list[str]:
        """List the markers under which all of these words stand, and a word that begins with the prefix."""
        found = set(self.markers())
        for word in words:
            found &= {term.marker for term in self._terms((word,))}
        return [marker for marker in sorted(found) if not prefix or self._begins(marker, prefix)]

    def markers(self) -> list[str]:
        """List the markers in use."""
        return [term.marker for term in self._terms(("",))]

    def _terms(self, words: Iterable[str]) -> list[Term]:
        """List the terms of words, in order."""
        sql = (
            f"SELECT marker, word FROM json_each(?) AS asked CROSS JOIN {self._index.terms}"
            " WHERE word = asked.value ORDER BY word, marker"
        )
        return [Term(*row) for row in self._database.rows(sql, (encode(sorted(set(words))),))]

    def _by_keys(self, wanted: Iterable[str]) -> set[str]:
        sql = (
            f"SELECT word FROM json_each(?) AS asked CROSS JOIN {self._index.keys} AS known"
            " WHERE known.key = asked.value"
        )
        return {word for (word,) in self._database.rows(sql, (encode(sorted(wanted)),))}

    def _begins(self, marker: str, prefix: str) -> bool:
        sql = f"SELECT 1 FROM {self._index.terms} WHERE word BETWEEN ? AND ? AND marker = ? LIMIT 1"
        return bool(self._database.rows(sql, (prefix, prefix + LAST, marker)))

    def _alike(self, word: str, slips: int) -> Iterator[str]:
        """Give the word and those that may be so few slips away.

        A slip touches one letter or two neighbours. So with one slip, the first half or what follows the
        letter after it is as it was; with two, the first half has one slip at most, or what follows is.
        """
        yield word
        if not slips:
            return
        half = len(word) // 2
        sizes = len(word) - slips, len(word) + slips
        yield from self._ending(word[half + 1 :], sizes)
        openings = (word[:half],) if slips == 1 else self._openings(word[:half])
        for opening in openings:
            yield from self._beginning(opening, sizes)

    def _beginning(self, opening: str, sizes: tuple[int, int]) -> Iterator[str]:
        sql = (
            f"SELECT DISTINCT word FROM {self._index.terms}"
            " WHERE word BETWEEN ? AND ? AND length(word) BETWEEN ? AND ?"
        )
        return (word for (word,) in self._database.rows(sql, (opening, opening + LAST, *sizes)))

    def _ending(self, ending: str, sizes: tuple[int, int]) -> Iterator[str]:
        first = ending_key(ending)
        sql = (
            f"SELECT word FROM {self._index.keys} WHERE key BETWEEN ? AND ? AND length(word) BETWEEN ? AND ?"
        )
        return (word for (word,) in self._database.rows(sql, (first, first + LAST, *sizes)))

    def _openings(self, wanted: str) -> Iterator[str]:
        """Give the beginnings of words that are one slip from the one wanted, or none.

        They are found letter by letter, so that only letters are tried that words go on with.
        """
        yield wanted
        for at in range(len(wanted)):
            before, rest = wanted[:at], wanted[at:]
            yield before + rest[1:]
            if len(rest) > 1:
                yield before + rest[1] + rest[0] + rest[2:]
            for letter in self._going_on(before):
                yield before + letter + rest[1:]
                yield before + letter + rest

    def _going_on(self, before: str) -> Iterator[str]:
        """Give the letters that follow a beginning in any word."""
        sql = f"SELECT word FROM {self._index.terms} WHERE word > ? ORDER BY word LIMIT 1"
        place = before
        while rows := self._database.rows(sql, (place,)):
            word: str = rows[0][0]
            if not word.startswith(before):
                return
            letter = word[len(before)]
            yield letter
            place = before + letter + LAST
