"""What a ledger lets reviewers decide: on entries, on what was missed, on what belongs together; and undo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any, Literal

from onrecord.errors import LedgerError
from onrecord.ledger import lookup, relations, views
from onrecord.ledger.asking import Asking
from onrecord.ledger.corrections import RELATIONS, corrected, effective
from onrecord.ledger.doubts import Doubtful
from onrecord.ledger.keeping import decide
from onrecord.ledger.linking import Records
from onrecord.ledger.listed import Rows
from onrecord.ledger.near import together
from onrecord.ledger.reach import decisions_on, reached
from onrecord.ledger.review import added, after, correction, value_for, words_once
from onrecord.link.groups import groups
from onrecord.link.persons import Person, paired, persons
from onrecord.link.refs import passage, refs
from onrecord.model import EdgeKind, EntryKind, Record, Ref, Span
from onrecord.model.correction import Correction
from onrecord.store import Store
from onrecord.store.rows import Held

On = Literal["accept", "reject", "set"]


class Reviewing(Asking):
    """The part of a ledger that keeps decisions. Every one needs an author, and is kept with the time."""

    _clock: Callable[[], str]

    def review(
        self, entry_id: str, decision: On, *, author: str, field: str | None = None, value: Any = None,
        note: str | None = None, time: str | None = None,
    ) -> Correction:  # fmt: skip
        """The decision, kept: `accept` or `reject` an entry, or `set` a field (`deadline.latest`: a field of a field).

        A rejection holds for the same words in copies of the article, too; `reached` names them. Fields that point at
        an entry take its permanent name, fields that hold words those words as printed or their characters. LedgerError
        where entry, field or value are none.
        """
        _signed(author)
        ref, record = self._reviewed(entry_id)
        if decision == "set":
            named = refs(record)
            if ref not in named:
                raise LedgerError(f"{entry_id}: this entry was rejected; accept it first")
            value = value_for(record, named[ref], field or "", value, {r.id for r in named})
        return self._keep(record, ref, decision, author=author, time=time, field=field, value=value, note=note)

    def add_missed(
        self, key: str, kind: EntryKind, words: str | tuple[int, int], fields: Mapping[str, Any] | None = None, *,
        author: str, version: str | None = None, note: str | None = None,
    ) -> Correction:  # fmt: skip
        """The decision, kept, that an article has an entry on these words (as printed, or their first and end
        character) which was not found. `fields` by name (`deadline.latest`), words of the text as printed. `entry_of`
        gives its name. LedgerError where words, kind or fields are none.
        """
        _signed(author)
        record = self._corrected(key, version)
        given = {name: value for name, value in (fields or {}).items() if value not in (None, "")}
        ref, values = added(record, kind, words, given, {r.id for r in refs(record)})
        if ref in refs(record):
            raise LedgerError(f"{ref.id}: there is such an entry on these words; correct that one")
        return self._keep(record, ref, "add", author=author, value=values, note=note)

    def relate(
        self, one: str, relation: EdgeKind, other: str | tuple[str, tuple[int, int]], *, holds: bool, author: str,
        note: str | None = None,
    ) -> Correction:  # fmt: skip
        """The decision, kept, that two entries stand in a relation, or do not. `other` is an entry's name, or an
        article and the characters of a passage in it. Of an outcome `one` is the commitment. LedgerError where they are
        none.
        """
        _signed(author)
        if relation not in relations.KINDS:
            raise LedgerError(f"{relation}: no relation; choose one of {', '.join(relations.KINDS)}")
        record, ref = self._end(one)
        far, end = self._end(other) if isinstance(other, str) else self._passage(*other)
        if ref == end:
            raise LedgerError(f"{one}: an entry has no relation to itself")
        value = relations.other_end(far, end.kind, (end.start, end.end)) | {"relation": relation}
        field = "related" if holds else "unrelated"
        return self._keep(record, ref, "set", author=author, field=field, value=value, note=note)

    def pair(self, one: str, other: str, *, same: bool, author: str, note: str | None = None) -> Correction:
        """The decision, kept, that two actors are one person (`same`), or two. LedgerError where they are no actors."""
        _signed(author)
        for name in (one, other):
            if (found := lookup.named(self._store, self._records, name)) is None or found[0].kind != "actor":
                raise LedgerError(f"{name}: no actor of this ledger; `show ARTICLE` prints the names of entries")
        return self.relate(one, "same", other, holds=same, author=author, note=note)

    def reports(self, name: str) -> tuple[Ref, ...]:
        """All reports of the commitment that this entry tells of today, reviewers' decisions applied; itself among
        them."""
        ref = self._end(name)[1]
        last = self._store.last_day()
        edges = together(self._store, ref, last, "same") if last else []
        told = relations.related(edges, self.in_effect(), _Newest(self._store, self._records))
        return next(
            (g for g in groups(((e.a, e.b) for e in told if e.kind == "same"), alone=[ref]) if ref in g), (ref,)
        )

    def stretch(self, key: str, words: str) -> Span:
        """Where these words stand in the newest version of an article, and nowhere else in it. LedgerError else."""
        return words_once(self._held(key, None), words)

    def undo(self, decision_id: str, *, author: str, note: str | None = None) -> Correction:
        """The decision, kept, that an earlier one counts no more. Undone itself, that one counts again. LedgerError
        where there is none, or where it counts no more already."""
        _signed(author)
        given = self._store.corrections()
        undone = next((d for d in given if d.id == decision_id), None)
        if undone is None:
            raise LedgerError(f"{decision_id}: no such decision; `review list` prints them")
        if undone.decision != "undo" and undone not in effective(given):
            raise LedgerError(f"{decision_id}: this decision was undone before")
        ref = Ref(undone.article, undone.version, undone.kind, *undone.span)
        record = self._held(undone.article, undone.version)
        return self._keep(record, ref, "undo", author=author, value=undone.id, note=note)

    def corrections(self, key: str | None = None) -> list[Correction]:
        """All decisions (on one article), in order of their times, those undone and the undoing among them."""
        return self._store.corrections(key)

    def in_effect(self, key: str | None = None) -> list[Correction]:
        """The decisions (on one article) that count, in order of their times."""
        return effective(self._store.corrections(key))

    def reviewed(
        self, keys: Collection[str], day: date | str | None = None
    ) -> Iterator[tuple[Record, dict[Ref, list[Correction]]]]:
        """The records of these articles in force on a day, in order of the keys, with decisions applied; and by entry
        the decisions that count on it, those on rejected ones among them."""
        if not keys:
            return
        with self._store.listing(self._day(day)) as listing:
            numbers = {row.article: row.record_id for row in listing.articles(list(keys))}
        given = self.in_effect()
        for number in (numbers[key] for key in keys if key in numbers):
            own = decisions_on(self._store, self._records, number, given)
            laid = corrected(self._records(number), own)
            found: dict[Ref, list[Correction]] = defaultdict(list)
            for decision in own:
                if ref := laid.attached.get(decision.id):
                    found[ref].append(decision)
            yield laid.record, dict(found)

    def waiting(self, day: date | str | None = None) -> Rows[Doubtful]:
        """What can be reviewed of the articles in force on a day, read piece by piece: those with the status "open"
        nobody has decided on, the others are "decided". The orders are "doubt" and "weight"."""
        return Rows(self._store, "waiting", self._day(day))

    def reached(self, decision: Correction) -> list[str]:
        """The keys of the copies in which a rejection, or an acceptance, holds for the same words, too."""
        return reached(self._store, self._records, decision)

    def queue(self) -> list[Correction]:
        """The decisions that could not be attached to the newest version of their article: a reviewer must look."""
        by_article: dict[str, list[Correction]] = defaultdict(list)
        for decision in self.in_effect():
            by_article[decision.article].append(decision)
        waiting: list[Correction] = []
        for key, decisions in sorted(by_article.items()):
            held = self._store.held(key)
            waiting.extend(corrected(self._records(held.record_id), decisions).unattached if held else decisions)
        return waiting

    def persons(self, day: date | str | None = None, among: Collection[str] | None = None) -> tuple[Person, ...]:
        """Who is who across the articles in force on a day, each with the words by which it was joined; `among` names
        the articles that are read, by key, where not all are."""
        when = self._day(day)
        with self._store.snapshot():
            if among is None:
                records = views.in_force(self._store, self._records, when)
            else:
                records = [record for record, _ in self.reviewed(sorted(among), when)]
            edges = relations.related((), self.in_effect(), {r.article.id: r for r in records})
        return persons(records, *paired(edges))

    # ---- what decisions are about ----------------------------------------------------------------------------------

    def _keep(
        self, record: Record, ref: Ref, decision: Any, *, author: str, time: str | None = None, **more: Any
    ) -> Correction:
        """The decision on an entry, after all earlier ones unless a time is named, written down."""
        now = self._clock()
        made = correction(
            record, ref, decision, author=author, time=time or after(self._store.corrections(), now), **more
        )
        decide(self._store, self._records, made, now)
        return made

    def _reviewed(self, entry_id: str) -> tuple[Ref, Record]:
        """An entry that can be decided on, and its record with the decisions so far."""
        found = lookup.named(self._store, self._records, entry_id)
        if found is None or found[0].kind in ("article", "passage"):
            raise LedgerError(f"{entry_id}: no entry that can be reviewed; `ledger` prints the names of entries")
        ref, record_id = found
        laid = corrected(self._records(record_id), decisions_on(self._store, self._records, record_id))
        return laid.moved.get(ref, ref), laid.record

    def _end(self, name: str) -> tuple[Record, Ref]:
        found = lookup.named(self._store, self._records, name)
        if found is None:
            raise LedgerError(f"{name}: no entry of this ledger; `ledger` prints the names of entries")
        return self._records(found[1]), found[0]

    def _passage(self, key: str, span: tuple[int, int]) -> tuple[Record, Ref]:
        record = self._held(key, None)
        start, end = span
        if not 0 <= start < end <= len(record.article.text):
            raise LedgerError(f"{key}: no words stand at {start} to {end}")
        return record, passage(record, Span(start, end))

    def _held(self, key: str, version: str | None) -> Record:
        return self._records(self._row(key, version).record_id)

    def _corrected(self, key: str, version: str | None) -> Record:
        number = self._row(key, version).record_id
        return corrected(self._records(number), decisions_on(self._store, self._records, number)).record

    def _row(self, key: str, version: str | None) -> Held:
        held = self._store.held(key, version)
        if held is None:
            raise LedgerError(f"{key}: no article of this ledger, or no such version of it")
        return held


class _Newest(Mapping[str, Record]):
    """The newest records by article, read when asked for."""

    def __init__(self, store: Store, records: Records) -> None:
        self._store, self._records = store, records

    def __getitem__(self, key: str) -> Record:
        held = self._store.held(key)
        if held is None:
            raise KeyError(key)
        return self._records(held.record_id)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(row.article for row in self._store.versions()))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def entry_of(decision: Correction) -> str:
    """The permanent name of the entry that a decision is about; of the article as a whole its own."""
    return Ref(decision.article, decision.version, decision.kind, *decision.span).id


def other_of(decision: Correction) -> str | None:
    """The permanent name of the other entry of a decision on two; None of any other decision."""
    far = decision.value if decision.field in RELATIONS else None
    if not isinstance(far, dict):
        return None
    return Ref(far["article"], far["version"], far["kind"], far["start"], far["start"] + len(far["quote"])).id


def _signed(author: str) -> None:
    if not author.strip():
        raise LedgerError("a decision needs an author; name one with --author")
