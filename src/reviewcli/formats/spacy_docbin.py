"""Write a DocBin, which spaCy trains a text categorizer on."""

from collections.abc import Iterable, Iterator

from reviewcli.formats.frame import Writer
from reviewcli.formats.scheme import Scheme
from reviewcli.model import Review


def write(reviews: Iterable[Review], scheme: Scheme) -> Iterator[bytes]:
    """Write the reviews as documents with `cats`. The format holds all of them at once, and so do we.

    A label is 1.0 where it was given. Of a group from which one was given the others are 0.0, and so are
    labels that stand alone; those of a group from which none was given are left out, which spaCy takes for
    not known. The number and key of a review are in `user_data`.
    """
    import spacy
    from spacy.tokens import DocBin

    tokenizer = spacy.blank("xx")
    tokenizer.max_length = 10**9
    documents = DocBin(store_user_data=True)
    for review in reviews:
        document = tokenizer.make_doc(review.text)
        document.cats = cats_of(review, scheme)
        document.user_data = {"number": review.number, "key": review.key}
        documents.add(document)
    yield documents.to_bytes()


def cats_of(review: Review, scheme: Scheme) -> dict[str, float]:
    """Return what is known of each label."""
    labels = set(review.labels)
    answered = [names for names in scheme.groups.values() if labels & set(names)]
    known = (*(name for names in answered for name in names), *scheme.alone)
    return {name: float(name in labels) for name in known}


WRITER = Writer(write)
