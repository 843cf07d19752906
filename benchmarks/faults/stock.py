"""Do a write to a stock TinyDB file, also as a program: `python -m benchmarks.faults.stock PATH WRITE`."""

import ast
import sys
from pathlib import Path

from tinydb import TinyDB
from tinydb.storages import JSONStorage
from tinydb.table import Document

from benchmarks.faults.oracle import Write


def apply(path: Path, write: Write) -> None:
    """Do a write as the documentation of TinyDB does it."""
    with TinyDB(path, storage=JSONStorage) as database:
        texts, labels = database.table("reviews"), database.table("labels")
        if write.kind == "tag":
            labels.upsert(Document({"label": write.word}, write.numbers[0]))
        elif write.kind == "import":
            texts.insert_multiple({"text": text} for text in write.texts)
        else:
            low, high = (texts.get(doc_id=number) for number in write.numbers)
            assert isinstance(low, Document)
            assert isinstance(high, Document)
            texts.update({"text": f"{low['text']}\n{high['text']}"}, doc_ids=[low.doc_id])
            texts.remove(doc_ids=[high.doc_id])
            label = labels.get(doc_id=high.doc_id)
            if isinstance(label, Document):
                labels.upsert(Document(dict(label), low.doc_id))
                labels.remove(doc_ids=[high.doc_id])


if __name__ == "__main__":
    apply(Path(sys.argv[1]), Write(*ast.literal_eval(sys.argv[2])))
    sys.stdout.write("done\n")
