"""A record into the ledger: stored with its relations, and what the ledger says brought up to date with it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

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

AT_ONCE = 100
"""Articles derived in one transaction where all are."""
ALWAYS = ""
"""Before all days."""


def keep(store: Store, records: Records, record: Record, original: Original | None, now: str) -> bool:
    """Whether the record is new; then it is stored with its edges, and the views with it, in one transaction.

    A record that a later extraction of the same version has overtaken gets no edges: nobody would ask for them. Two
    versions of one article have none either.
    """
    reading = Reading(record)
    with store.writing(), store.derived() as derived:
        deriving = Deriving(store, records, derived)
        before = deriving.before([reading.key])
        record_id = store.put(record, original=original, refs=names(record), keys=link.keys(reading), now=now)
        if record_id is None:
            return False
        deriving.reach(record_id, reading)
        if store.newest(record_id):
            store.add_edges((record_id, record_id), link.edges(reading, reading), now)
            for partner in store.partners(record_id):
                store.add_edges((record_id, partner), link.edges(reading, records.reading(partner)), now)
            records.remember(record_id, reading)
            known = (v.known_from for v in derived.variants(reading.key) if v.record_id == record_id)
            deriving.refresh([reading.key], min(known), before)
    return True


def decide(store: Store, records: Records, decision: Correction, now: str) -> None:
    """Keep a reviewer's decision, and bring up to date what it changes in its article and in others."""
    articles = sorted(touched(store, records, decision))
    with store.writing(), store.derived() as derived:
        deriving = Deriving(store, records, derived)
        before = deriving.before(articles)
        store.add_correction(decision, now)
        deriving.refresh(articles, ALWAYS, before)


def erase(store: Store, records: Records, stone: Tombstone) -> None:
    """Erase an article, with the decisions on it and what they changed in other articles."""
    decided = (touched(store, records, d) for d in store.corrections(stone.article))
    others = sorted(set().union(*decided) - {stone.article})
    with store.writing(), store.derived() as derived:
        deriving = Deriving(store, records, derived)
        before = deriving.before([stone.article, *others])
        store.remove(stone, stone.when)
        records.forget()
        deriving.refresh([stone.article, *others], ALWAYS, before)
    store.scrub()


def bring_up_to_date(store: Store, records: Records, told: Callable[[int], None] = lambda _: None) -> None:
    """Derive all anew, article by article in order of their days; `told` is called with 1 after each."""
    with store.writing(), store.derived() as derived:
        derived.start()
        every = iter(derived.articles())
    while some := list(islice(every, AT_ONCE)):
        with store.writing(), store.derived() as derived:
            deriving = Deriving(store, records, derived)
            for key, known_from in some:
                for one in derived.variants(key):
                    deriving.reach(one.record_id, records.reading(one.record_id))
                deriving.refresh([key], known_from)
                told(1)
        store.tidy()
    with store.writing(), store.derived() as derived:
        derived.finish(code())


def up_to_date(store: Store) -> bool:
    """Whether all that is derived is there, and was derived by this code."""
    with store.derived() as derived:
        return derived.derived_by() == code()
