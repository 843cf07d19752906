"""Collect from a corpus all that people did, as facts in an order that only depends on what they say."""

from collections.abc import Iterator, Mapping
from typing import Any

from tinydb.table import Document

from reviewcli.errors import CorpusError
from reviewcli.exchange.elsewhere import ELSEWHERE
from reviewcli.exchange.facts import HEADER, Fact, in_order, ref_of, sorted_fact
from reviewcli.exchange.gaps import digests, gaps_of, orders
from reviewcli.exchange.telling import told
from reviewcli.history import History
from reviewcli.saved import saved_queries
from reviewcli.store.database import Database


def facts_of(database: Database, history: History) -> Iterator[Fact]:
    """Give the header and every fact, with sorted keys.

    Sources come first, then the label scheme in its order, saved queries, boundaries, annotations, notes and
    the history.
    """
    sources = list(database.table("sources").iter_from(1))
    digest_of = digests(sources)
    about = [
        *in_order(_boundaries(database, digest_of)),
        *in_order(_about_reviews("annotations", "annotation", database, digest_of)),
        *in_order(_about_reviews("notes", "note", database, digest_of)),
    ]
    lines = [{"history": dict(one)} for one in database.table(ELSEWHERE).iter_from(1)]
    lines += [{"history": one} for one in told(database, history, digest_of)]
    named = {source for fact in about for source in _sources_in(fact)}
    named |= {source for one in lines for source, _ in one["history"]["about"]}
    yield HEADER
    names = {one["digest"]: one["name"] for one in reversed(sources) if one["digest"] in named}
    yield from ({"source": {"digest": digest, "name": names[digest]}} for digest in sorted(names))
    for label in database.table("labels").iter_from(1):
        yield sorted_fact({"label": {"name": label["name"], "group": label.get("group", "")}})
    for saved in saved_queries(database):
        yield sorted_fact({"query": saved._asdict()})
    yield from about
    yield from in_order(map(sorted_fact, lines))


def _sources_in(fact: Fact) -> Iterator[str]:
    yield (fact.get("review") or fact["boundary"])["source"]


def _boundaries(database: Database, digest_of: Mapping[int, str]) -> Iterator[Fact]:
    for source, order in orders(database, digest_of).items():
        for gap in gaps_of(order, database):
            if gap.decided:
                fact = {
                    "at": gap.at,
                    "begins": gap.begins,
                    "cut": gap.cut,
                    "lines": gap.lines,
                    "source": digest_of[source],
                }
                yield {"boundary": fact}


def _about_reviews(table: str, kind: str, database: Database, digest_of: Mapping[int, str]) -> Iterator[Fact]:
    """Give what stands about reviews, with every field that is stored of it."""
    reviews = database.table("reviews")
    for document in database.table(table).iter_from(1):
        review = reviews.get(doc_id=document["review"])
        if not isinstance(review, Document):
            raise CorpusError(
                f"One of the {table} is about review {document['review']}, which is not there.",
                hint="reviewcli check says what else is wrong.",
            )
        fields: dict[str, Any] = {name: value for name, value in document.items() if name != "review"}
        ref = ref_of(review, digest_of[review["origin"]["source"]])
        yield sorted_fact({kind: fields, "review": ref._asdict()})
