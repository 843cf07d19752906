"""Read lines as fastText trains on: labels with their mark, then a text."""

from collections.abc import Iterable, Iterator

from reviewcli.sources.tables.lines import lines_of
from reviewcli.sources.tables.rows import Row, Table

MARK = "__label__"


def fasttext(pieces: Iterable[str], name: str) -> Table:
    """Return the table of labels and texts that such lines are."""
    return Table(_Lines(pieces, name))


class _Lines:
    def __init__(self, pieces: Iterable[str], name: str) -> None:
        self._pieces = pieces
        self._name = name

    def __iter__(self) -> Iterator[Row]:
        for number, line in enumerate(lines_of(self._pieces, self._name), 1):
            words = line.split()
            labels = []
            for word in words:
                if not word.startswith(MARK):
                    break
                labels.append(word.removeprefix(MARK))
            if words:
                text = " ".join(words[len(labels) :])
                yield Row(number, {"text": text, "label": labels}, lines=(line,))
