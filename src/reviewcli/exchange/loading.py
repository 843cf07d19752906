"""Load what people did elsewhere into a corpus, as one change that takes nothing away unsaid."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from reviewcli.changes import Stamp
from reviewcli.exchange.elsewhere import ELSEWHERE, id_of
from reviewcli.exchange.facts import Boundary, Fact, Ref, sorted_fact
from reviewcli.exchange.finding import Finder
from reviewcli.exchange.gaps import digests
from reviewcli.exchange.given import Given, slot_of
from reviewcli.exchange.reading import Dump, Told
from reviewcli.exchange.report import Report
from reviewcli.exchange.shaping import Shaper
from reviewcli.exchange.telling import told as told_by
from reviewcli.history import History
from reviewcli.labels import Label
from reviewcli.saved import TABLE, SavedQuery, saved_queries
from reviewcli.store.conditions import Between
from reviewcli.store.database import Database
from reviewcli.store.jsontext import encode
from reviewcli.text import fold_name
from reviewcli.writing import Writer, writing


def load(database: Database, history: History, dump: Dump, stamp: Stamp, *, dry_run: bool = False) -> Report:
    """Add what a dump tells and is not here yet; all of it is one change.

    With `dry_run`, the answer is what would be done, and nothing is.
    """
    with writing(database, stamp, dry_run=dry_run) as writer:
        writer.loads(dump.name)
        report = Loader(database, history, writer, dump.facts).load()
        report.written = writer.anything
        return report


class Loader:
    """Add the facts of one dump through the writer of one command."""

    def __init__(self, database: Database, history: History, writer: Writer, told: Sequence[Told]) -> None:
        self._database = database
        self._history = history
        self._writer = writer
        self._told = told
        self._report = Report()
        self._given = Given(database)
        self._names = {one["digest"]: one["name"] for _, one in self._of("source")}

    def load(self) -> Report:
        """Do it: the scheme, saved queries, boundaries, then what stands about reviews, then the history."""
        self._load_scheme()
        self._load_queries()
        shaper = Shaper(self._database, self._writer, self._given, self._report)
        shaper.shape([(line, Boundary(**fact)) for line, fact in self._of("boundary")])
        refs = {_ref(one) for one in self._told if one.kind in {"annotation", "note"}}
        finder = Finder(self._database, shaper.shaped, refs)
        lines = [fact for _, fact in self._of("history")]
        digest_of = digests(self._database.table("sources").iter_from(1))
        ours = list(told_by(self._database, self._history, digest_of))
        ours += map(dict, self._database.table(ELSEWHERE).iter_from(1))
        kept = {_made(one) for one in (*lines, *ours)}
        lines += self._load_annotations(finder, kept)
        self._load_notes(finder, shaper.absorbed)
        self._load_history(lines, {id_of(one) for one in ours})
        return self._report

    def _of(self, kind: str) -> Iterator[tuple[int, Fact]]:
        return ((one.line, one.fact[kind]) for one in self._told if one.kind == kind)

    def _load_scheme(self) -> None:
        scheme = list(self._database.table("labels").iter_from(1))
        here = {fold_name(one["name"]): Label(one["name"], one.get("group", "")) for one in scheme}
        self._labels: set[Label] = set(here.values())
        for line, fact in self._of("label"):
            label = Label(fact["name"], fact["group"])
            there = here.setdefault(fold_name(label.name), label)
            if label in self._labels:
                self._report.known["label"] += 1
            elif there == label:
                self._writer.add("labels", label._asdict())
                self._labels.add(label)
                self._report.new["label"] += 1
            else:
                what = f"the label {label.name}: the scheme here has {there.name}, of "
                what += f"the group {there.group}" if there.group else "no group"
                self._report.conflict(line, what)

    def _load_queries(self) -> None:
        here = {fold_name(one.name): one for one in saved_queries(self._database)}
        for line, fact in self._of("query"):
            saved = SavedQuery(**fact)
            there = here.get(fold_name(saved.name))
            if there is None:
                here[fold_name(saved.name)] = saved
                self._writer.add(TABLE, saved._asdict())
                self._report.new["query"] += 1
            elif there.query == saved.query:
                self._report.known["query"] += 1
            else:
                self._report.conflict(line, f"the query {saved.name}: here it is {there.query}")

    def _load_annotations(self, finder: Finder, kept: set[tuple[str, str]]) -> list[Fact]:
        """Give labels; return the lines of history that keep those which gave way."""
        earlier: list[Fact] = []
        for told in self._told:
            if told.kind == "annotation":
                ref, fields = _ref(told), told.fact["annotation"]
                number = finder.number(ref)
                if Label(fields["label"], fields["group"]) not in self._labels:
                    self._report.conflict(
                        told.line, f"{self._words(told)}: that label is of another group here, or of none"
                    )
                elif number is None:
                    self._report.miss(told.line, self._words(told))
                else:
                    losers = [one for one in self._give(told, number, fields) if _made(one) not in kept]
                    earlier += [_gave_way(one, ref) for one in losers]
        self._given.write(self._writer)
        return earlier

    def _give(self, told: Told, number: int, fields: Fact) -> list[Fact]:
        """Give a review a label; of two in one slot the later stays. Return the one that gave way."""
        there = self._given.to(number).get(slot_of(fields))
        here = {name: value for name, value in there.items() if name != "review"} if there else None
        if here == fields:
            self._report.known["annotation"] += 1
            return []
        if here is None or _rank(fields) > _rank(here):
            self._given.give(number, fields)
        if here is None or here["label"] == fields["label"]:
            self._report.new["annotation"] += 1
            return []
        wins, loses = sorted((fields, here), key=_rank, reverse=True)
        where = "in the dump" if wins is fields else "here"
        self._report.date(
            told.line,
            f"{fields['annotator']} on review {number}: {wins['label']}, given later ({where}), "
            f"in the place of {loses['label']}",
        )
        return [loses]

    def _load_notes(self, finder: Finder, absorbed: Mapping[int, Sequence[int]]) -> None:
        here: dict[int, Counter[str]] = {}
        for told in self._told:
            if told.kind == "note":
                number = finder.number(_ref(told))
                if number is None:
                    self._report.miss(told.line, self._words(told))
                    continue
                if number not in here:
                    here[number] = Counter(map(_written, self._notes_on([number, *absorbed.get(number, ())])))
                note = told.fact["note"]
                if here[number][_written(note)] > 0:
                    here[number][_written(note)] -= 1
                    self._report.known["note"] += 1
                else:
                    self._writer.add("notes", {"review": number, **note})
                    self._report.new["note"] += 1

    def _notes_on(self, numbers: Sequence[int]) -> Iterator[Fact]:
        for number in numbers:
            for document in self._database.table("notes").search(Between("review", number, number)):
                yield {name: value for name, value in document.items() if name != "review"}

    def _load_history(self, lines: Sequence[Fact], known: set[int]) -> None:
        for line in lines:
            kept_as = id_of(line)
            if kept_as in known:
                self._report.known["history"] += 1
            else:
                self._writer.put(ELSEWHERE, kept_as, line)
                self._report.new["history"] += 1
                known.add(kept_as)

    def _words(self, told: Told) -> str:
        """Name a fact about a review so that a person knows it."""
        ref, fields = _ref(told), told.fact[told.kind]
        what = f"{fields['annotator']}: {fields['label']}" if told.kind == "annotation" else "a note"
        return f"{what} on “{ref.begins}” of {self._names.get(ref.source, 'a source that is not named')}"


def _ref(told: Told) -> Ref:
    return Ref(**told.fact["review"])


def _written(note: Mapping[str, Any]) -> str:
    return encode(sorted_fact(dict(note)))


def _rank(annotation: Fact) -> tuple[datetime, str, str]:
    """Order the labels of one slot: by time, and where that is the same by what they say."""
    return datetime.fromisoformat(annotation["time"]), annotation["label"], _written(annotation)


def _made(fact: Fact) -> tuple[str, str]:
    """Say by whom and when something was done; a change of one person is known by it."""
    return fact["annotator"], fact["time"]


def _gave_way(annotation: Fact, ref: Ref) -> Fact:
    """Make the line of history that keeps a label of which no other line tells."""
    place = [ref.source, ref.at]
    value = {
        "by": annotation["annotator"],
        "new": annotation["label"],
        "old": None,
        "review": place,
        "what": "label",
    }
    return {
        "about": [place],
        "annotator": annotation["annotator"],
        "command": "",
        "did": f"gave the label {annotation['label']}, and later another",
        "number": 0,
        "time": annotation["time"],
        "values": [value],
    }
