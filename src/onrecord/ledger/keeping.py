"""A record into the ledger: stored with its relations, and what the ledger says brought up to date with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

from onrecord import link
from onrecord.ledger.deriving import Deriving, code
from onrecord.ledger.linking import Records, names
from onrecord.ledger.reach import touched
from onrecord.link import Reading
from onrecord.model import Record
from onrecord.model.correction import Correction
from onrecord.model.original import Original
from onrecord.model.tombstone import Tombstone
from onrecord.store import Store
from onrecord.store.derived import Derived

AT_ONCE = 100
"""Articles that are derived in one transaction where many are."""
ALWAYS = ""
"""Before all days."""


def keep(store: Store, records: Records, record: Record, original: Original | None, now: str) -> bool:
    """Whether the record is new; then it is stored with its edges in one transaction, and waits for `catch_up`: until
    then the views say what they said without it.

    A record that a later extraction of the same version has overtaken gets no edges: nobody would ask for them. Two
    versions of one article have none either.
    """
    reading = Reading(record)
    with store.writing(), store.derived() as derived:
        record_id = store.put(record, original=original, refs=names(record), keys=link.keys(reading), now=now)
        if record_id is None:
            return False
        Deriving(store, records, derived).reach(record_id, reading)
        if store.newest(record_id):
            store.add_edges({reading.key: record_id}, link.edges(reading, reading), now)
            for partner in store.partners(record_id):
                other = records.reading(partner)
                store.add_edges({reading.key: record_id, other.key: partner}, link.edges(reading, other), now)
            records.remember(record_id, reading)
            derived.wait(
                reading.key, min(v.known_from for v in derived.variants(reading.key) if v.record_id == record_id)
            )
    return True


def put(store: Store, records: Records, record: Record, original: Original | None, now: str) -> bool:
    """Whether the record is new; then it is stored, and the views tell of it, in one transaction."""
    with store.writing(), store.derived() as derived:
        new = keep(store, records, record, original, now)
        if some := derived.waits(record.article.id):
            _derive(store, records, derived, some)
    return new


def catch_up(store: Store, records: Records, told: Callable[[int], None] = lambda _: None) -> None:
    """Derive what waits, a lot of articles in one transaction, in order of their days; `told` is called with the number
    of articles after each lot.

    Many articles of one matter are told once, where each by itself would tell anew what all before it said.
    """
    while _waits(store):
        with store.writing(), store.derived() as derived:
            some = derived.waiting(AT_ONCE)
            _derive(store, records, derived, some)
        store.tidy()
        told(len(some))


class Run:
    """Many records, kept one after the other in a `with` block: the views tell of a lot of them at a time, of the last
    when the block ends. One that is killed leaves a whole ledger, whose views the next one who opens it completes."""

    def __init__(self, store: Store, records: Records) -> None:
        self._store, self._records = store, records
        self._kept = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        catch_up(self._store, self._records)
        self._store.tidy()

    def keep(self, record: Record, original: Original | None, now: str) -> bool:
        """Whether the record is new; then it is kept."""
        new = keep(self._store, self._records, record, original, now)
        self._kept += new
        if new and self._kept % AT_ONCE == 0:
            catch_up(self._store, self._records)
        return new


def _derive(store: Store, records: Records, derived: Derived, some: Mapping[str, str]) -> None:
    deriving = Deriving(store, records, derived)
    deriving.refresh(some, deriving.before(some))


def _waits(store: Store) -> bool:
    with store.derived() as derived:
        return bool(derived.waiting(1))


def decide(store: Store, records: Records, decision: Correction, now: str) -> None:
    """Keep a reviewer's decision, and bring up to date what it changes in its article and in others."""
    articles = sorted(touched(store, records, decision))
    with store.writing(), store.derived() as derived:
        deriving = Deriving(store, records, derived)
        before = deriving.before(articles)
        store.add_correction(decision, now)
        deriving.refresh(dict.fromkeys(articles, ALWAYS), before)


def erase(store: Store, records: Records, stone: Tombstone) -> None:
    """Erase an article, with the decisions on it and what they changed in other articles."""
    decided = (touched(store, records, d) for d in store.corrections(stone.article))
    others = sorted(set().union(*decided) - {stone.article})
    with store.writing(), store.derived() as derived:
        deriving = Deriving(store, records, derived)
        before = deriving.before([stone.article, *others])
        store.remove(stone, stone.when)
        records.forget()
        deriving.refresh(dict.fromkeys([stone.article, *others], ALWAYS), before)
    store.scrub()


def bring_up_to_date(store: Store, records: Records, told: Callable[[int], None] = lambda _: None) -> None:
    """Derive all anew; `told` is called as by `catch_up`. Begun and broken off, it goes on where it was."""
    with store.writing(), store.derived() as derived:
        derived.start(code())
    catch_up(store, records, told)
    with store.writing(), store.derived() as derived:
        derived.finish(code())


def settle(store: Store, records: Records) -> None:
    """Derive what is not derived yet, or not by this code."""
    if up_to_date(store):
        catch_up(store, records)
    else:
        bring_up_to_date(store, records)


def up_to_date(store: Store) -> bool:
    """Whether all that is derived is there, and was derived by this code."""
    with store.derived() as derived:
        return derived.derived_by() == code()
